/** What a draft seems to tell of its author. The server reads more closely; this only warns, while one writes. */
export type PersonalData = 'card' | 'iban' | 'email' | 'phone';

const CARD = /\b[2-6]\d{3}(?:[ -]?\d{3,6}){2,3}(?:[ -]?\d{1,4})?\b/g;
const IBAN = /\b[a-z]{2}\d\d(?: ?[a-z\d]){11,34}/gi;
const EMAIL =
  /\S{1,64} ?(?:@|[([{]at[)\]}]|\barobase\b) ?[\p{L}\d-]{1,63}(?: ?\. ?| (?:point|dot) )\p{L}{2,}/iu;
const PHONE =
  /(?:\+|\b00)(?:[ ().-]{0,3}\d){9,14}\b|\b0[1-9]([\s./-]{0,3})\d\d(?:\1\d\d){3}\b|\b07\d{3} ?\d{6}\b|\b[2-9]\d\d[).\s-]{1,2}\d{3}[.\s-]\d{4}\b/;

/** The first kind that is there, or null. */
export function personalDataIn(text: string): PersonalData | null {
  if ((text.match(CARD) ?? []).some(isCard)) return 'card';
  if ((text.match(IBAN) ?? []).some(isIban)) return 'iban';
  if (EMAIL.test(text)) return 'email';
  return PHONE.test(text) ? 'phone' : null;
}

/** ISO/IEC 7812, bar codes being shorter: every second digit from the right doubled, all digits together tens. */
function isCard(match: string): boolean {
  const digits = match.replace(/\D/g, '');
  const sum = [...digits]
    .reverse()
    .reduce((total, digit, at) => total + (at % 2 ? (+digit * 2) % 9 || +digit : +digit), 0);
  return digits.length > 13 && sum % 10 === 0;
}

/** ISO 13616: the remainder by 97 is 1, where a group ends. */
function isIban(match: string): boolean {
  let account = '';
  return match.split(' ').some((group) => {
    account += group;
    return account.length > 14 && remainder(account.slice(4) + account.slice(0, 4)) === 1;
  });
}

function remainder(account: string): number {
  const digits = account.replace(/[a-z]/gi, (letter) => `${Number.parseInt(letter, 36)}`);
  return [...digits].reduce((rest, digit) => (rest * 10 + +digit) % 97, 0);
}
