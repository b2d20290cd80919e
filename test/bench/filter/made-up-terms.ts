import { oneOf, seededNumbers } from './seeded.ts';

const BEGIN = 'b c d f g l m n p r s t v br ch cl cr dr fl gr pl pr st tr qu'.split(' ');
const MIDDLE = 'a e i o u ai au ei ou ie'.split(' ');
const END = ['', '', '', 'l', 'n', 'r', 's', 't', 'nd', 'ss', 'rt'];
const PHRASES = 0.1;

/** Words one could pronounce and a few phrases of two, as many as asked, none of which is in these texts. */
export function madeUpTerms(count: number, texts: readonly string[] = []): string[] {
  const taken = wordsOf(texts);
  const random = seededNumbers(20_231);
  const made = new Set<string>();
  while (made.size < count) {
    const word = wordFrom(random);
    if (taken.has(word)) continue;
    made.add(random() < PHRASES ? `${word} ${wordFrom(random)}` : word);
  }
  return [...made];
}

function wordFrom(random: () => number): string {
  const syllables = 2 + Math.floor(random() * 3);
  const one = () => oneOf(BEGIN, random) + oneOf(MIDDLE, random) + oneOf(END, random);
  return Array.from({ length: syllables }, one).join('');
}

function wordsOf(texts: readonly string[]): Set<string> {
  const words = new Set<string>();
  for (const text of texts) {
    const folded = text.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '');
    for (const [word] of folded.matchAll(/[a-z]+/g)) words.add(word);
  }
  return words;
}
