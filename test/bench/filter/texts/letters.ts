/** Writes each letter of an alphabet (a to z) as a sign of a block that has them in the same order. */
export function inBlock(text: string, lower: number, upper = lower): string {
  return text.replace(/[a-z]/gi, (letter) => {
    const small = letter >= 'a';
    const index = letter.charCodeAt(0) - (small ? 97 : 65);
    return String.fromCodePoint((small ? lower : upper) + index);
  });
}

/** Writes letters as a table says; one it does not name stays. */
export function by(table: Readonly<Record<string, string>>, text: string): string {
  return [...text].map((letter) => table[letter] ?? table[letter.toLowerCase()] ?? letter).join('');
}

export const LEET_DIGITS = { a: '4', e: '3', i: '1', o: '0', s: '5', t: '7', b: '8' };
export const LEET_SIGNS = { a: '@', s: '$', i: '!', e: '€', c: '(', l: '|', t: '+' };
export const LEET_MANY = {
  m: '|\\/|',
  n: '|\\|',
  d: '|)',
  h: '|-|',
  u: '|_|',
  k: '|<',
  o: '()',
  w: '\\/\\/',
  l: '|_',
};
export const CYRILLIC = { a: 'а', c: 'с', e: 'е', o: 'о', p: 'р', x: 'х', y: 'у', i: 'і', s: 'ѕ', j: 'ј' };
export const FAUX_CYRILLIC = { n: 'и', r: 'я', e: 'э', k: 'к', h: 'н', b: 'в', m: 'м', t: 'т', u: 'ц' };
export const GREEK = { a: 'α', e: 'ε', i: 'ι', o: 'ο', u: 'υ', v: 'ν', p: 'ρ', t: 'τ', k: 'κ', n: 'η' };
export const LATIN = {
  a: 'ɑ',
  b: 'ƀ',
  c: 'ƈ',
  d: 'đ',
  e: 'ɇ',
  h: 'ħ',
  i: 'ɨ',
  l: 'ł',
  o: 'ø',
  t: 'ŧ',
  u: 'ʉ',
};
export const SMALL_CAPITALS = {
  a: 'ᴀ',
  b: 'ʙ',
  c: 'ᴄ',
  d: 'ᴅ',
  e: 'ᴇ',
  f: 'ꜰ',
  i: 'ɪ',
  l: 'ʟ',
  m: 'ᴍ',
  n: 'ɴ',
  o: 'ᴏ',
  r: 'ʀ',
  s: 'ꜱ',
  t: 'ᴛ',
  u: 'ᴜ',
};
export const SUPERSCRIPT = {
  a: 'ᵃ',
  b: 'ᵇ',
  c: 'ᶜ',
  d: 'ᵈ',
  e: 'ᵉ',
  i: 'ⁱ',
  l: 'ˡ',
  n: 'ⁿ',
  o: 'ᵒ',
  r: 'ʳ',
  s: 'ˢ',
  t: 'ᵗ',
  u: 'ᵘ',
};
export const EMOJI = { a: '🅰', b: '🅱', o: '⭕', m: 'Ⓜ', p: '🅿', i: 'ℹ', x: '❌', s: '💲' };
export const ACCENTED = { a: 'à', c: 'ç', e: 'ë', i: 'ï', n: 'ñ', o: 'ö', s: 'š', u: 'ü' };
export const PHONETIC = { k: 'c', c: 'k', s: 'z', f: 'ph', q: 'k', i: 'y' };
