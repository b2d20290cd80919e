/** French and English number words that a telephone number is read out with, without accents. */
export const NUMBER_WORDS: ReadonlyMap<string, number> = new Map([
  ...valuesOf(
    'zero un deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize',
    0,
    1,
  ),
  ...valuesOf('vingt trente quarante cinquante soixante septante huitante nonante', 20, 10),
  ...valuesOf('vingts octante', 20, 60),
  ...valuesOf(
    'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen',
    0,
    1,
  ),
  ...valuesOf('sixteen seventeen eighteen nineteen', 16, 1),
  ...valuesOf('twenty thirty forty fifty sixty seventy eighty ninety', 20, 10),
  ...valuesOf('oh nought naught null', 0, 0),
  ['une', 1],
  ['fourty', 40],
]);

/** `double six`, `triple zero`. */
export const TIMES_WORDS: ReadonlyMap<string, number> = new Map([
  ['double', 2],
  ['triple', 3],
]);

/** What people put between two parts of a number that they spread out. */
export const FILLERS: ReadonlySet<string> = new Set(
  'et puis apres ensuite la suite fin finit par c est and then after'.split(' '),
);

/** Pairs of letters that are read as digits next to digits, and are no words. */
export const DRAWN_DIGITS: readonly string[] = ['o', 'oo', 'ol', 'lo', 'll'];

function valuesOf(words: string, first: number, step: number): [string, number][] {
  return words.split(' ').map((word, index) => [word, first + index * step]);
}
