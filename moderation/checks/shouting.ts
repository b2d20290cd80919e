import type { Reason } from '../verdict.ts';

const MIN_LETTERS = 40;
const MIN_WORDS = 4;
const MIN_CAPITALS = 0.8;
/** Letters and digits together, or what an ISBN, a model or a size looks like. */
const CODE = /\d/;
const WORD = /[\p{L}\p{M}\p{N}'’]+/gu;

/** A text of several words in capitals. Codes and references are no words. */
export function checkShouting(text: string): Reason[] {
  if (!mayBeShouted(text)) return [];
  const words = [...text.matchAll(WORD)].map(([word]) => word).filter((word) => !CODE.test(word));
  const letters = words.join('').replace(/[^\p{L}]/gu, '');
  const capitals = letters.replace(/[^\p{Lu}\p{Lt}]/gu, '');
  const several = words.filter((word) => word.length > 2).length >= MIN_WORDS;
  if (letters.length < MIN_LETTERS || !several || capitals.length <= letters.length * MIN_CAPITALS) return [];
  const spans = [{ start: 0, end: text.length }];
  return [{ kind: 'shouting', category: 'shouting', entry: null, effect: 'flag', spans }];
}

/** Ordinary text is told by its first small letters, without reading it to its end. */
function mayBeShouted(text: string): boolean {
  if (text.length < MIN_LETTERS) return false;
  const most = text.length * (1 - MIN_CAPITALS);
  let small = 0;
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit >= 97 && unit <= 122) small += 1;
    if (small > most) return false;
  }
  return true;
}
