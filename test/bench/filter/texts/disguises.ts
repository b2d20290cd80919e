import { oneOf } from '../seeded.ts';
import * as letters from './letters.ts';

type Random = () => number;

/** A way to write a term so that a filter does not see it and a reader does. */
export type Disguise = {
  kind: string;
  tier: 'core' | 'hard' | 'stretch';
  /** The term disguised; the same text again when this term has nothing to disguise. */
  write(term: string, random: Random): string;
};

const SEPARATORS = ['.', '-', '_', '*', '~', '•', '/', '+'];
const SPACES = ['\u00a0', '\u2003', '\u2009', '\u202f', '\u3000'];
const INVISIBLE = ['\u200b', '\u200c', '\u200d', '\u2060', '\ufeff'];
const BIDI = ['\u200e', '\u200f', '\u202a', '\u202c', '\u2066', '\u2069'];
const MARKS = ['\u0301', '\u0327', '\u0336', '\u034f', '\u0489'];

export const DISGUISES: readonly Disguise[] = [
  { kind: 'plain', tier: 'core', write: (term) => term },
  {
    kind: 'case',
    tier: 'core',
    write: (term, random) => each(term, (l) => (random() < 0.5 ? l.toUpperCase() : l)),
  },
  { kind: 'leet digits', tier: 'core', write: (term) => letters.by(letters.LEET_DIGITS, term) },
  { kind: 'leet signs', tier: 'core', write: (term) => letters.by(letters.LEET_SIGNS, term) },
  { kind: 'cyrillic', tier: 'core', write: (term) => letters.by(letters.CYRILLIC, term) },
  { kind: 'greek', tier: 'core', write: (term) => letters.by(letters.GREEK, term) },
  { kind: 'latin extended', tier: 'core', write: (term) => letters.by(letters.LATIN, term) },
  { kind: 'full width', tier: 'core', write: (term) => letters.inBlock(term, 0xff41, 0xff21) },
  { kind: 'maths bold', tier: 'core', write: (term) => letters.inBlock(plain(term), 0x1d41a, 0x1d400) },
  { kind: 'maths sans', tier: 'core', write: (term) => letters.inBlock(plain(term), 0x1d5ba, 0x1d5a0) },
  { kind: 'circled', tier: 'core', write: (term) => letters.inBlock(plain(term), 0x24d0, 0x24b6) },
  { kind: 'squared', tier: 'core', write: (term) => letters.inBlock(plain(term).toUpperCase(), 0x1f130) },
  { kind: 'flags', tier: 'core', write: (term) => letters.inBlock(plain(term), 0x1f1e6) },
  { kind: 'small capitals', tier: 'core', write: (term) => letters.by(letters.SMALL_CAPITALS, plain(term)) },
  { kind: 'superscript', tier: 'core', write: (term) => letters.by(letters.SUPERSCRIPT, plain(term)) },
  {
    kind: 'zero width',
    tier: 'core',
    write: (term, random) => between(term, () => oneOf(INVISIBLE, random)),
  },
  { kind: 'soft hyphen', tier: 'core', write: (term) => between(term, () => '\u00ad') },
  { kind: 'bidi', tier: 'core', write: (term, random) => between(term, () => oneOf(BIDI, random)) },
  {
    kind: 'combining marks',
    tier: 'core',
    write: (term, random) => each(term, (l) => l + oneOf(MARKS, random)),
  },
  { kind: 'accents added', tier: 'core', write: (term) => letters.by(letters.ACCENTED, plain(term)) },
  { kind: 'accents removed', tier: 'core', write: plain },
  { kind: 'decomposed', tier: 'core', write: (term) => term.normalize('NFD') },
  { kind: 'spaced', tier: 'core', write: (term) => between(term, () => ' ') },
  { kind: 'spaced otherwise', tier: 'core', write: (term, random) => apart(term, SPACES, random) },
  { kind: 'separated', tier: 'core', write: (term, random) => apart(term, SEPARATORS, random) },
  { kind: 'one sign inside', tier: 'core', write: (term, random) => inside(term, oneOf(SEPARATORS, random)) },
  { kind: 'emoji between', tier: 'core', write: (term, random) => apart(term, ['🔥', '😀', '👉'], random) },
  { kind: 'repeated letter', tier: 'core', write: (term, random) => repeatOne(term, random) },
  { kind: 'every letter repeated', tier: 'core', write: (term) => each(term, (letter) => letter.repeat(3)) },
  { kind: 'leet of many signs', tier: 'hard', write: (term) => letters.by(letters.LEET_MANY, plain(term)) },
  { kind: 'false cyrillic', tier: 'hard', write: (term) => letters.by(letters.FAUX_CYRILLIC, plain(term)) },
  { kind: 'emoji letters', tier: 'hard', write: (term) => letters.by(letters.EMOJI, plain(term)) },
  {
    kind: 'masked',
    tier: 'hard',
    write: (term) => letters.by({ a: '*', e: '*', i: '*', o: '*', u: '*' }, plain(term)),
  },
  { kind: 'split', tier: 'hard', write: (term) => inside(term, ' ') },
  { kind: 'markup', tier: 'hard', write: (term) => inside(term, '**') },
  {
    kind: 'written backwards, shown forwards',
    tier: 'hard',
    write: (term) => `\u202e${backwards(term)}\u202c`,
  },
  { kind: 'camel case', tier: 'hard', write: (term) => `${capital(term)}Land` },
  { kind: 'backwards', tier: 'stretch', write: backwards },
  { kind: 'by sound', tier: 'stretch', write: (term) => letters.by(letters.PHONETIC, plain(term)) },
  { kind: 'letters swapped', tier: 'stretch', write: (term) => swapped(term) },
  { kind: 'letter left out', tier: 'stretch', write: (term) => term.slice(0, 3) + term.slice(4) },
];

function plain(term: string): string {
  return term.normalize('NFD').replace(/\p{M}/gu, '');
}

function each(term: string, write: (letter: string) => string): string {
  return [...term].map((letter) => (/\p{L}/u.test(letter) ? write(letter) : letter)).join('');
}

function between(term: string, separator: () => string): string {
  const words = term
    .split(' ')
    .map((word) => [...word].reduce((text, letter) => text + separator() + letter));
  return words.join(separator() === ' ' ? '   ' : ' ');
}

function apart(term: string, separators: readonly string[], random: Random): string {
  const separator = oneOf(separators, random);
  return between(term, () => separator);
}

function inside(term: string, sign: string): string {
  const middle = Math.ceil(term.length / 2);
  return term.slice(0, middle) + sign + term.slice(middle);
}

function repeatOne(term: string, random: Random): string {
  const at = oneOf([...term.matchAll(/\p{L}/gu)], random).index;
  return term.slice(0, at) + term[at]!.repeat(2 + Math.floor(random() * 5)) + term.slice(at + 1);
}

function backwards(term: string): string {
  return [...term].reverse().join('');
}

function capital(term: string): string {
  return term[0]!.toUpperCase() + term.slice(1);
}

function swapped(term: string): string {
  return term.slice(0, 2) + (term[3] ?? '') + (term[2] ?? '') + term.slice(4);
}
