import type { ContactText } from './contact-text.ts';
import type { Span } from './verdict.ts';

/** One place of an order number: what may stand there. */
type Place = 'digit' | 'letter' | 'separator' | { literal: string };

const MIN_PLACES = 4;
const SEPARATOR = /[\s._/#-]/;
const LETTER = /\p{L}/u;
const WORD = /[\p{L}\p{N}]/u;

/** A site's order number, read once: finds every place where it stands by itself. */
export type OrderNumbers = (reading: ContactText) => Span[];

/**
 * Prepares a site's pattern: `9` a digit, `A` a letter, a blank or `-._/#` any one of these, everything else
 * itself, whatever the case. Null for a pattern that would match ordinary words: no digit in it, or less than
 * four places for a digit or a letter.
 */
export function orderNumbersOf(pattern: string | null): OrderNumbers | null {
  const places = [...(pattern?.trim() ?? '')].map(placeOf);
  const open = places.filter((place) => place === 'digit' || place === 'letter');
  if (open.length < MIN_PLACES || !open.includes('digit')) return null;
  return (reading) => findAll(reading, places);
}

/** Whether order numbers can be found by this pattern. */
export function isOrderNumberPattern(pattern: string): boolean {
  return orderNumbersOf(pattern) !== null;
}

function placeOf(character: string): Place {
  if (character === '9') return 'digit';
  if (character === 'A') return 'letter';
  return SEPARATOR.test(character) ? 'separator' : { literal: character.toLowerCase() };
}

function findAll(reading: ContactText, places: Place[]): Span[] {
  const { text } = reading;
  const found: Span[] = [];
  for (let at = 0; at + places.length <= text.length; ) {
    const end = at + places.length;
    if (
      standsAt(text, at, places) &&
      !isWord(text, at - 1, places[0]!) &&
      !isWord(text, end, places.at(-1)!)
    ) {
      found.push(reading.spanOf(at, end));
      at = end;
    } else at += 1;
  }
  return found;
}

function standsAt(text: string, at: number, places: Place[]): boolean {
  return places.every((place, index) => fits(place, text.charAt(at + index)));
}

function fits(place: Place, character: string): boolean {
  if (place === 'digit') return character >= '0' && character <= '9';
  if (place === 'letter') return LETTER.test(character);
  if (place === 'separator') return SEPARATOR.test(character);
  return character === place.literal;
}

/** Whether the word goes on beyond the number: `CMD-1234567` is none of `CMD-999999`. */
function isWord(text: string, at: number, edge: Place): boolean {
  return edge !== 'separator' && WORD.test(text.charAt(at));
}
