const PAGE = 256;
const NONE = 255;
const NO_DIGITS = new Uint8Array(PAGE).fill(NONE);

/** By the upper bits of a code point, the digits of its page; read when first met. */
const pages: (Uint8Array | undefined)[] = [];

/** The digit a code point of any script or style is read as (`3`, `３`, `٣`, `③`, `𝟛`), or -1. */
export function digitAt(codePoint: number): number {
  const page = codePoint >> 8;
  pages[page] ??= readPage(page);
  const value = pages[page]![codePoint & 0xff]!;
  return value === NONE ? -1 : value;
}

function readPage(page: number): Uint8Array {
  const first = page * PAGE;
  const characters = Array.from({ length: PAGE }, (_, index) => String.fromCodePoint(first + index));
  if (!characters.some((character) => /\p{N}/u.test(character))) return NO_DIGITS;
  return Uint8Array.from(characters, (character) => digitOf(character) ?? NONE);
}

/** Styled digits by their compatibility form; the digits of a script come in tens, in order (Unicode, 4.6). */
function digitOf(character: string): number | null {
  if (!/\p{N}/u.test(character)) return null;
  const plain = character.normalize('NFKD').replace(/[^0-9]/g, '');
  if (plain.length === 1) return Number(plain);
  if (plain.length > 1 || !/\p{Nd}/u.test(character)) return null;
  const own = character.codePointAt(0)!;
  let zero = own;
  while (own - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return own - zero;
}
