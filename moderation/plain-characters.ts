const INVISIBLE = /^[\p{Cf}\p{Default_Ignorable_Code_Point}]$/u;
const DOTS = '。．｡․‧∙⋅・։۔܂।᛫⸳';
const HYPHENS = '‐‑⁃−﹣－';
const RAISED_DOTS = '·•';
const BRACKETS: Record<string, string> = {
  '【': '[',
  '】': ']',
  '〔': '[',
  '〕': ']',
  '「': '[',
  '」': ']',
  '⟨': '<',
  '⟩': '>',
};
/** Letters in a square, in black discs and squares, and the ones that flags are made of: A to Z in order. */
const ENCLOSED = [0x1f130, 0x1f150, 0x1f170, 0x1f1e6];

/** The characters an address would be typed with: usual width, lower case, a dot for a dot; none if invisible. */
export function plainOf(character: string): string {
  if (character >= ' ' && character <= '~') return character.toLowerCase();
  if (isPlainRange(character.codePointAt(0) ?? 0)) return character;
  if (character === '' || INVISIBLE.test(character)) return '';
  if (isOtherDot(character)) return '.';
  if (HYPHENS.includes(character)) return '-';
  if (RAISED_DOTS.includes(character)) return '·';
  const code = character.codePointAt(0)!;
  const first = ENCLOSED.find((start) => code >= start && code < start + 26);
  if (first !== undefined) return String.fromCharCode(0x61 + code - first);
  return BRACKETS[character] ?? character.normalize('NFKC').toLowerCase();
}

/** Hangul, Han, private and unassigned planes: nothing of them is typed otherwise. */
function isPlainRange(code: number): boolean {
  if (code < 0x3400 || (code >= 0x2f800 && code < 0x2fa20)) return false;
  return code <= 0x9fff || (code >= 0xac00 && code <= 0xf8ff) || (code >= 0x20000 && code < 0xe0000);
}

/** Whether it is drawn otherwise than it is typed: full-width, bold, encircled. */
export function isStyled(character: string): boolean {
  if (character < '\u{2000}' || isOtherDot(character)) return false;
  const plain = plainOf(character);
  return plain !== '' && plain !== character.toLowerCase();
}

/** Strokes, rings and the like that make no letter with what they are put on. */
export function isScribble(mark: string, base: string): boolean {
  return COMBINING.test(mark) && (base + mark).normalize('NFC').length > 1;
}

const COMBINING = /^[\u0300-\u036f\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff]$/;

function isOtherDot(character: string): boolean {
  return DOTS.includes(character);
}
