import { findCards } from '../card-finder.ts';
import { contactSignsOf } from '../contact-signs.ts';
import { type ContactText, contactTextOf } from '../contact-text.ts';
import { findIbans } from '../iban-finder.ts';
import { findMails } from '../mail-finder.ts';
import type { OrderNumbers } from '../order-numbers.ts';
import { findPhones } from '../phone-finder.ts';
import type { Reason, Span } from '../verdict.ts';

/** What is looked for beyond what everybody's text is read for. */
export type PersonalDataRule = {
  enabled: boolean;
  orderNumbers: OrderNumbers | null;
  /** The site's own domains: its addresses are nobody's secret. */
  siteDomains: readonly string[];
};

/** The shortest numbers people can be called by have eight. */
const MIN_DIGITS = 8;
/** One word may be two of them: « douze ». */
const MIN_WITH_WORDS = 6;
const MIN_ORDER_DIGITS = 1;

/** Anybody's telephone, address, bank and order numbers: a public conversation is no place for them. */
export function checkPersonalData(text: string, rule: PersonalDataRule): Reason[] {
  if (!rule.enabled) return [];
  const signs = contactSignsOf(text);
  const some = signs.digits + signs.numberWords;
  const numbers = signs.digits >= MIN_DIGITS || (signs.numberWords > 0 && some >= MIN_WITH_WORDS);
  const orders = some >= MIN_ORDER_DIGITS ? rule.orderNumbers : null;
  if (!numbers && !signs.address && !orders) return [];
  const reading = contactTextOf(text);
  return [
    ...reasonFor('email', signs.address ? othersMails(reading, rule.siteDomains) : []),
    ...(numbers ? numberReasons(reading) : []),
    ...reasonFor('order-number', orders ? orders(reading) : []),
  ];
}

function othersMails(reading: ContactText, siteDomains: readonly string[]): Span[] {
  const isOwn = (host: string) =>
    siteDomains.some((domain) => host === domain || host.endsWith(`.${domain}`));
  return findMails(reading).flatMap(({ span, host }) => (isOwn(host) ? [] : [span]));
}

/** A card's or an account's digits are not a telephone's as well. */
function numberReasons(reading: ContactText): Reason[] {
  const ibans = findIbans(reading);
  const cards = findCards(reading);
  const phones = outside(findPhones(reading), [...ibans, ...cards]);
  return [...reasonFor('iban', ibans), ...reasonFor('card', cards), ...reasonFor('phone', phones)];
}

/** The spans that touch none of the taken ones, in one walk along both. */
function outside(spans: Span[], taken: Span[]): Span[] {
  const inOrder = taken.toSorted((a, b) => a.start - b.start);
  let next = 0;
  return spans.filter(({ start, end }) => {
    while (next < inOrder.length && inOrder[next]!.end <= start) next += 1;
    return !inOrder[next] || inOrder[next]!.start >= end;
  });
}

function reasonFor(category: string, spans: Span[]): Reason[] {
  if (spans.length === 0) return [];
  return [{ kind: 'personal-data', category, entry: null, effect: 'hold', spans }];
}
