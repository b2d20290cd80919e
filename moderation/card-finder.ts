import type { ContactText } from './contact-text.ts';
import type { Span } from './verdict.ts';

const DIGITS = /(?<![\p{L}\p{N}]|[\p{L}\p{N}][.,/])\d(?:[ .-]?\d){12,}(?![\p{L}\p{N}]|[.,/]\d)/gu;
/** How a card is read: at once, in fours, as American Express and Diners print it, or digit by digit. */
const SHAPE = /^(?:1[3-9]|4-4-4-[1-4](?:-[1-3])?|4-6-[45]|1(?:-1){12,18}|8-8)$/;
/** The issuers' ranges (ISO/IEC 7812) with their lengths: what begins otherwise is no payment card. */
const ISSUERS: readonly RegExp[] = [
  /^4(?:\d{12}|\d{15}|\d{18})$/,
  /^(?:5[1-5]\d\d|222[1-9]|22[3-9]\d|2[3-6]\d\d|27[01]\d|2720|220[0-4])\d{12}$/,
  /^3[47]\d{13}$/,
  /^3(?:0[0-59]|[689]\d)\d{11,16}$/,
  /^35(?:2[89]|[3-8]\d)\d{12,15}$/,
  /^(?:6011|64[4-9]\d|65\d\d|62\d\d|8[12]\d\d|9792)\d{12,15}$/,
  /^(?:5[06-9]\d\d|6[37]\d\d)\d{9,15}$/,
];
const EAN_LENGTH = 13;

/** Payment card numbers, in groups or not, of a known issuer and with the right check digit. */
export function findCards(reading: ContactText): Span[] {
  const found: Span[] = [];
  for (const { 0: run, index } of reading.text.matchAll(DIGITS)) {
    const digits = run.replace(/\D/g, '');
    if (digits.length > 19 || !SHAPE.test(shapeOf(run)) || !isCard(digits)) continue;
    found.push(reading.spanOf(index, index + run.length));
  }
  return found;
}

function shapeOf(run: string): string {
  return run
    .split(/[ -]/)
    .map(({ length }) => length)
    .join('-');
}

function isCard(digits: string): boolean {
  if (!ISSUERS.some((issuer) => issuer.test(digits)) || !hasLuhnDigit(digits)) return false;
  return digits.length !== EAN_LENGTH || !hasEanDigit(digits);
}

/** ISO/IEC 7812-1, annex B: every second digit from the right doubled, its digits added, all together tens. */
function hasLuhnDigit(digits: string): boolean {
  let sum = 0;
  for (let fromRight = 0; fromRight < digits.length; fromRight++) {
    const digit = Number(digits.at(-1 - fromRight));
    sum += fromRight % 2 === 0 ? digit : digit < 5 ? digit * 2 : digit * 2 - 9;
  }
  return sum % 10 === 0;
}

/** A product's bar code (EAN-13, ISO/IEC 15420) has its own check digit, and shops are full of them. */
function hasEanDigit(digits: string): boolean {
  let sum = 0;
  for (let at = 0; at < EAN_LENGTH; at++) sum += Number(digits[at]) * (at % 2 === 0 ? 1 : 3);
  return sum % 10 === 0;
}
