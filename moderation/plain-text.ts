/** A text with the width of characters evened out, in lower case, and where each unit of it came from. */
export type PlainText = {
  text: string;
  /** Where the unit at this offset begins and ends in the original. */
  startOf(at: number): number;
  endOf(at: number): number;
  isUpper(at: number): boolean;
};

const INVISIBLE = /^[\p{Cf}\p{Default_Ignorable_Code_Point}]$/u;
/** Each of these stays one unit long, whatever becomes of it. */
const EVEN = /^[\n -$&-~À-ÖØ-öø-ÿŒœ«»’–—€]*$/;
const ESCAPED = /^%[0-7][\da-f]$/i;

/** The text as an address is read: full-width and styled letters plain, `%2e` decoded, nothing invisible. */
export function plainTextOf(original: string): PlainText {
  return EVEN.test(original) ? evenText(original) : mappedText(original);
}

function evenText(original: string): PlainText {
  const text = original.toLowerCase();
  return { text, startOf: (at) => at, endOf: (at) => at + 1, isUpper: (at) => text[at] !== original[at] };
}

function mappedText(original: string): PlainText {
  const units: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  const uppers: boolean[] = [];
  for (let start = 0; start < original.length; ) {
    const [character, end] = characterAt(original, start);
    const lower = plainOf(character);
    for (let unit = 0; unit < lower.length; unit++) {
      units.push(lower[unit]!);
      starts.push(start);
      ends.push(end);
      uppers.push(character !== character.toLowerCase());
    }
    start = end;
  }
  return {
    text: units.join(''),
    startOf: (at) => starts[at]!,
    endOf: (at) => ends[at]!,
    isUpper: (at) => uppers[at]!,
  };
}

function characterAt(original: string, start: number): [string, number] {
  const escaped = original[start] === '%' ? original.slice(start, start + 3) : '';
  if (ESCAPED.test(escaped)) return [String.fromCharCode(Number.parseInt(escaped.slice(1), 16)), start + 3];
  const character = String.fromCodePoint(original.codePointAt(start)!);
  return [character, start + character.length];
}

function plainOf(character: string): string {
  if (character >= ' ' && character <= '~') return character.toLowerCase();
  if (INVISIBLE.test(character)) return '';
  const plain = character.normalize('NFKC').toLowerCase();
  return plain === '。' ? '.' : plain;
}
