import type { ContactText } from './contact-text.ts';
import type { Span } from './verdict.ts';

/** The length of each country's account numbers (SWIFT's IBAN registry, ISO 13616). */
const IBAN_LENGTHS: ReadonlyMap<string, number> = new Map(
  (
    'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ' +
    'ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 ' +
    'LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 ' +
    'PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30'
  )
    .toLowerCase()
    .split(' ')
    .map((entry) => [entry.slice(0, 2), Number(entry.slice(2))]),
);
const IBAN_START = /(?<![\p{L}\p{N}])([a-z]{2})[\s.-]?\d[\s.-]?\d(?=[\s.-]?[a-z\d])/gu;

const BETWEEN = new Set([' ', '.', '-', '\n', '\t']);

/** Bank account numbers, in groups or not, whose check digits are right. */
export function findIbans(reading: ContactText): Span[] {
  const found: Span[] = [];
  for (const { 1: country, index } of reading.text.matchAll(IBAN_START)) {
    const length = IBAN_LENGTHS.get(country!);
    const read = length ? readThrough(reading.text, index, length) : null;
    if (read && isIban(read.characters)) found.push(reading.spanOf(index, read.end));
  }
  return found;
}

/** So many letters and digits from here, single blanks, dots and hyphens between them left out. */
function readThrough(text: string, from: number, length: number): { characters: string; end: number } | null {
  let characters = '';
  let at = from;
  for (; characters.length < length; at++) {
    if (isPart(text.charCodeAt(at))) characters += text[at];
    else if (!BETWEEN.has(text.charAt(at)) || !isPart(text.charCodeAt(at + 1))) return null;
  }
  return { characters, end: at };
}

function isPart(unit: number): boolean {
  return (unit >= 48 && unit <= 57) || (unit >= 97 && unit <= 122);
}

/** ISO 13616: the country and the check digits moved behind, letters as 10 to 35, the remainder by 97 is 1. */
function isIban(characters: string): boolean {
  let remainder = 0;
  for (let index = 0; index < characters.length; index++) {
    const unit = characters.charCodeAt((index + 4) % characters.length);
    remainder = unit < 97 ? (remainder * 10 + unit - 48) % 97 : (remainder * 100 + unit - 87) % 97;
  }
  return remainder === 1;
}
