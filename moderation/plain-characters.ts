const INVISIBLE = /^[\p{Cf}\p{Default_Ignorable_Code_Point}]$/u;
const DOTS = '。．｡․‧∙⋅・';
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
  if (character === '' || INVISIBLE.test(character)) return '';
  if (isOtherDot(character)) return '.';
  if (RAISED_DOTS.includes(character)) return '·';
  const code = character.codePointAt(0)!;
  const first = ENCLOSED.find((start) => code >= start && code < start + 26);
  if (first !== undefined) return String.fromCharCode(0x61 + code - first);
  return BRACKETS[character] ?? character.normalize('NFKC').toLowerCase();
}

/** Whether it is drawn otherwise than it is typed: full-width, bold, encircled. */
export function isStyled(character: string): boolean {
  if (character < '\u{2000}' || isOtherDot(character)) return false;
  const plain = plainOf(character);
  return plain !== '' && plain !== character.toLowerCase();
}

function isOtherDot(character: string): boolean {
  return DOTS.includes(character);
}
