/** What a site's order numbers look like: `9` = a digit, `A` = a letter, the rest as it is. No DOM. */

/** A number that would be found; the same pattern always gives the same one. */
export function orderExample(pattern: string): string {
  let open = 0;
  return [...pattern]
    .map((sign) => {
      if (sign !== '9' && sign !== 'A') return sign;
      open += 1;
      return sign === '9' ? DIGITS[open % DIGITS.length] : LETTERS[open % LETTERS.length];
    })
    .join('');
}

/** Too few open places would find prices, sizes and years; no digit among them, ordinary words. */
export function isTooShort(pattern: string): boolean {
  return pattern !== '' && ((pattern.match(/[9A]/g)?.length ?? 0) < FEWEST || !pattern.includes('9'));
}

const FEWEST = 4;
const DIGITS = '4829137506';
const LETTERS = 'KTRMXBQ';
