import type { ContactText } from './contact-text.ts';
import { type NumberGroup, numberRunsOf } from './number-runs.ts';
import { type PhonePlans, phonePlans } from './phone-plans.ts';
import { isFrench, isListed, isNorthAmerican, nationalShape } from './phone-shapes.ts';
import type { Span } from './verdict.ts';

const MAX_DIGITS = 17;
const CALL_BEFORE =
  /(?:\btel|telephone|phone|mobile|\bmob|portable|whatsapp|\bsms|appel\w*|call(?: me)?(?: on| at)?|text me(?: on| at)?|joindre|joignable|reach me)[^\p{L}\d]{0,4}(?:(?:au|at|is|est|on|le|moi|me)[^\p{L}\d]{1,3}){0,2}[(+]{0,2}$/u;
const REFERENCE_BEFORE =
  /(?:isbn|ean|gtin|siren|siret|\bref|reference|commande|order|colis|suivi|tracking|facture|invoice|article|sku|asin|serie|serial)[^\p{L}\d]{0,4}(?:(?:n|no|numero|number)[^\p{L}\d]{0,3})?$/u;
const ADDRESS_BEFORE = /(?:\/\/|www\.|\w\.\w+\/)\S*$/;
const DIALLED_BEFORE = /(?:wa\.me|t\.me|api\.whatsapp\.com\/send\?phone=)[/+]*$/;
const LOOK_BACK = 40;

/**
 * Telephone numbers as people write them: French ones however grouped, spaced, dotted or said in words,
 * international ones behind `+` or `00`, those of neighbouring countries and of North America.
 */
export function findPhones(reading: ContactText): Span[] {
  const plans = phonePlans();
  const found: Span[] = [];
  for (const run of numberRunsOf(reading.text)) {
    for (let from = 0; from < run.length; ) {
      const to = phoneFrom(reading.text, run, from, plans);
      if (to > from) found.push(reading.spanOf(run[from]!.start, run[to - 1]!.end));
      from = Math.max(to, from + 1);
    }
  }
  return found;
}

/** The group after the last one of the number that begins at this group; `from` itself when none does. */
function phoneFrom(text: string, run: NumberGroup[], from: number, plans: PhonePlans): number {
  const first = run[from]!;
  if (first.digits.length > 15) return from;
  const before = text.slice(Math.max(0, first.start - LOOK_BACK), first.start);
  const prefixed = hasPlus(before) || first.digits.startsWith('00');
  return prefixed ? internationalFrom(run, from, plans) : nationalFrom(run, from, before, plans);
}

function hasPlus(before: string): boolean {
  return /\+[\s(]{0,2}$|\bplus\s$/.test(before) || DIALLED_BEFORE.test(before);
}

function internationalFrom(run: NumberGroup[], from: number, plans: PhonePlans): number {
  let digits = '';
  let longest = from;
  for (let to = from; to < run.length && digits.length <= MAX_DIGITS; to++) {
    const group = run[to]!;
    if (to > from && startsOver(group)) break;
    // « +33 (0)6 »: the zero is only dialled at home.
    digits += to > from && /\(\s?$/.test(group.joint) && group.digits === '0' ? '' : group.digits;
    const bare = digits.replace(/^00/, '');
    if (bare.length >= 9 && plans.isInternational(bare)) longest = to + 1;
  }
  return longest;
}

function startsOver(group: NumberGroup): boolean {
  return group.joint.includes('+') || /\n|\s[/,;]\s/.test(group.joint);
}

function nationalFrom(run: NumberGroup[], from: number, before: string, plans: PhonePlans): number {
  const candidates = candidatesFrom(run, from);
  const called = CALL_BEFORE.test(before);
  const [first] = candidates;
  if (first?.groups.length === 1 && ADDRESS_BEFORE.test(before)) return from;
  if (first && !standsAlone(first.groups, before)) return from;
  const found =
    candidates.find(({ digits, groups }) => isFrench(digits, groups)) ??
    candidates.find(({ digits, groups }) => {
      if (goesOn(run, from, from + groups.length - 1)) return false;
      if (isNorthAmerican(digits, groups)) return true;
      return (
        (called || (digits.startsWith('0') && nationalShape(groups))) && plans.isNational(digits, called)
      );
    });
  return found ? from + found.groups.length : from;
}

type Candidate = { digits: string; groups: NumberGroup[] };

/** The numbers of eight to twelve digits that begin at this group and are no list of anything. */
function candidatesFrom(run: NumberGroup[], from: number): Candidate[] {
  const found: Candidate[] = [];
  let digits = '';
  for (let to = from; to < run.length && digits.length < 12; to++) {
    digits += run[to]!.digits;
    if (digits.length < 8 || digits.length > 12) continue;
    const groups = run.slice(from, to + 1);
    if (!isListed(groups)) found.push({ digits, groups });
  }
  return found;
}

/** « Réf. 0123456789 » is a reference, unless it is a mobile number that only says so. */
function standsAlone(groups: NumberGroup[], before: string): boolean {
  return groups.length > 1 || /^0[67]/.test(groups[0]!.digits) || !REFERENCE_BEFORE.test(before);
}

/** Whether the same row of digits goes on before or behind: a longer number, of which no part is a telephone. */
function goesOn(run: NumberGroup[], from: number, to: number): boolean {
  const next = run[to + 1];
  const inner = to > from ? run[to]!.joint : null;
  const same = (joint: string) => /^[ .-]?$/.test(joint) && joint === (inner ?? joint);
  if (next && same(next.joint) && !next.digits.startsWith('0')) return true;
  return from > 0 && same(run[from]!.joint);
}
