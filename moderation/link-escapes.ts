/** A character in another notation, and where that notation ends. An empty one draws nothing. */
export type Escaped = { character: string; end: number };

/** `%2e`, `%252e`, and two to four of them in a row that make one character in UTF-8. */
const PERCENT = /%(?:25)*([0-9a-f]{2})/iy;
const ENTITY = /&(?:#0*(\d{1,7})|#x0*([0-9a-f]{1,6})|([a-z]{2,8}));/iy;
const BARE_ENTITY = /&#0*(\d{1,7})(?!\d)/y;
/** Tags that draw nothing by themselves. */
const TAG = /<\/?(?:b|i|u|s|em|strong|span|sub|sup|wbr|font|mark)\s?\/?>|<!--[^<>]{0,40}-->/iy;
const NAMED: Record<string, string> = {
  period: '.',
  sol: '/',
  bsol: '\\',
  colon: ':',
  commat: '@',
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  nbsp: ' ',
  shy: '',
  zwnj: '',
  zwj: '',
};

/** What the notation at this place stands for: a percent code, an HTML entity, a tag; null when it is plain. */
export function escapeAt(text: string, at: number): Escaped | null {
  const sign = text[at];
  if (sign === '%') return percentAt(text, at);
  if (sign === '&') return entityAt(text, at);
  if (sign === '<') {
    const tag = read(TAG, text, at);
    return tag && { character: '', end: at + tag[0].length };
  }
  return null;
}

function percentAt(text: string, at: number): Escaped | null {
  const bytes: number[] = [];
  let end = at;
  let expected = 1;
  for (; bytes.length < expected; ) {
    const found = read(PERCENT, text, end);
    if (!found) return null;
    const byte = Number.parseInt(found[1]!, 16);
    if (bytes.length === 0) expected = lengthOf(byte);
    else if (byte >> 6 !== 2) return null;
    bytes.push(byte);
    end += found[0].length;
  }
  const character = characterOf(bytes);
  return character === null ? null : { character, end };
}

/** How many bytes a character that begins with this one has in UTF-8; NaN when none does. */
function lengthOf(byte: number): number {
  if (byte < 0x80) return 1;
  if (byte >= 0xc2 && byte < 0xe0) return 2;
  if (byte >= 0xe0 && byte < 0xf0) return 3;
  return byte >= 0xf0 && byte < 0xf5 ? 4 : Number.NaN;
}

function characterOf(bytes: number[]): string | null {
  const [first = 0, ...rest] = bytes;
  if (rest.length === 0) return first < 0x20 || first > 0x7e ? null : String.fromCharCode(first);
  const lead = first & (0x3f >> rest.length);
  return fromCode(rest.reduce((code, byte) => (code << 6) | (byte & 0x3f), lead));
}

function entityAt(text: string, at: number): Escaped | null {
  const found = read(ENTITY, text, at) ?? read(BARE_ENTITY, text, at);
  if (!found) return null;
  const end = at + found[0].length;
  const [, decimal, hexadecimal, name] = found;
  if (name !== undefined) {
    const character = NAMED[name.toLowerCase()];
    return character === undefined ? null : { character, end };
  }
  const character = fromCode(decimal ? Number(decimal) : Number.parseInt(hexadecimal!, 16));
  return character === null ? null : { character, end };
}

function fromCode(code: number): string | null {
  const real = code >= 0x20 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return real ? String.fromCodePoint(code) : null;
}

function read(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
