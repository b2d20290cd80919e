import type { ContactText } from './contact-text.ts';
import { type NumberGroup, numberRunsOf } from './number-runs.ts';
import { isAddressPart, isCalled, isDialled, isReference } from './phone-context.ts';
import { type PhonePlans, phonePlans } from './phone-plans.ts';
import { groupsOf, isFrench, isListed, isNorthAmerican, nationalShape } from './phone-shapes.ts';
import type { Span } from './verdict.ts';

const MAX_DIGITS = 17;
/** With its country's prefix and nothing before it. */
const FRENCH_MOBILE = /^33[67]\d{8}$/;
/** Five pairs are a French number whatever stands before them. */
const PAIRS = 5;
const MAX_NATIONAL_GROUPS = 6;
/** Enough to show; the text is stopped by the first. */
const MAX_FOUND = 50;

/**
 * Telephone numbers as people write them: French ones however grouped, spaced, dotted or said in words,
 * international ones behind `+` or `00`, those of neighbouring countries and of North America.
 */
export function findPhones(reading: ContactText): Span[] {
  const plans = phonePlans();
  const found: Span[] = [];
  for (const run of numberRunsOf(reading.text)) {
    if (run.length === 1 && run[0]!.digits.length < 8) continue;
    const called = isCalled(reading.text, run[0]!.start);
    for (let from = 0; from < run.length && found.length < MAX_FOUND; ) {
      const to = from + phoneAt({ text: reading.text, run, from, called, plans });
      if (to > from) found.push(reading.spanOf(run[from]!.start, run[to - 1]!.end));
      from = Math.max(to, from + 1);
    }
  }
  return found;
}

type Place = { text: string; run: NumberGroup[]; from: number; called: boolean; plans: PhonePlans };

/** How many groups the number that begins here has; 0 when none does. */
function phoneAt(place: Place): number {
  const { text, run, from } = place;
  const first = run[from]!;
  if (first.digits.length > 15) return 0;
  const international = isPrefixed(text, first) ? internationalAt(place) : 0;
  if (international > 0) return international;
  const french = frenchAt(run, from);
  if (french >= PAIRS) return french;
  const found = french || northAmericanAt(run, from) || nationalAt(place);
  return found > 0 && standsAlone(text, first) ? found : 0;
}

function isPrefixed(text: string, { digits, start, written }: NumberGroup): boolean {
  if (digits.startsWith('00')) return true;
  if (written === 'words' && text.endsWith('plus ', start)) return true;
  const sign = text.slice(Math.max(0, start - 3), start);
  return sign.includes('+') ? /\+[\s(]{0,2}$/.test(sign) : /[/=]$/.test(sign) && isDialled(text, start);
}

function internationalAt({ run, from, plans }: Place): number {
  let digits = '';
  let longest = 0;
  for (let to = from; to < run.length && digits.length <= MAX_DIGITS; to++) {
    const group = run[to]!;
    if (to > from && startsOver(group)) break;
    // « +33 (0)6 »: the zero is only dialled at home.
    digits += to > from && group.digits === '0' && /\(\s?$/.test(group.joint) ? '' : group.digits;
    const bare = digits.startsWith('00') ? digits.slice(2) : digits;
    if (bare.length >= 9 && plans.isInternational(bare)) longest = to + 1 - from;
  }
  return longest;
}

function startsOver(group: NumberGroup): boolean {
  return group.joint.includes('+') || /\n|\s[/,;]\s/.test(group.joint);
}

function frenchAt(run: NumberGroup[], from: number): number {
  if (!run[from]!.digits.startsWith('0')) return 0;
  const groups = groupsOf(run, from, 10);
  if (!groups || !isFrench(groups) || isListed(groups)) return 0;
  return groups.length + (isSaidDigit(run[from + groups.length]) ? 1 : 0);
}

/** Digits said one by one go on to a British number's eleventh. */
function isSaidDigit(next: NumberGroup | undefined): boolean {
  return next?.written === 'words' && next.joint === ' ' && next.digits.length === 1;
}

function northAmericanAt(run: NumberGroup[], from: number): number {
  const length = run[from]!.digits.startsWith('1') ? 11 : 10;
  if (![1, 3].includes(run[from]!.digits.length)) return 0;
  const groups = groupsOf(run, from, length);
  if (!groups || !isNorthAmerican(groups) || isListed(groups)) return 0;
  return goesOn(run, from, from + groups.length - 1) ? 0 : groups.length;
}

function nationalAt({ run, from, called, plans }: Place): number {
  const { digits } = run[from]!;
  if (FRENCH_MOBILE.test(digits)) return 1;
  if (!digits.startsWith('0') && !called) return 0;
  for (const length of called ? [12, 11, 10, 9, 8] : [12, 11, 10, 9]) {
    const groups = groupsOf(run, from, length, MAX_NATIONAL_GROUPS);
    if (!groups || isListed(groups) || (!called && !nationalShape(groups))) continue;
    if (goesOn(run, from, from + groups.length - 1)) continue;
    if (plans.isNational(groups.map(({ digits }) => digits).join(''), called)) return groups.length;
  }
  return 0;
}

/** It may be a part of a web address or a reference; a mobile number that says so is still one. */
function standsAlone(text: string, { digits, start }: NumberGroup): boolean {
  if (isAddressPart(text, start)) return false;
  return /^0[67]/.test(digits) || !isReference(text, start);
}

/** Whether the same row of digits goes on before or behind: a longer number, of which no part is a telephone. */
function goesOn(run: NumberGroup[], from: number, to: number): boolean {
  const next = run[to + 1];
  const inner = to > from ? run[to]!.joint : null;
  const same = (joint: string) => /^[ .-]?$/.test(joint) && joint === (inner ?? joint);
  if (next?.written === 'digits' && same(next.joint) && !next.digits.startsWith('0')) return true;
  return run[from - 1]?.written === 'digits' && same(run[from]!.joint);
}
