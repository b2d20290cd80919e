/** Pieces of text which, repeated, make a filter try many readings at once, back off, or look far ahead. */
export const HOSTILE_PIECES: Readonly<Record<string, string>> = {
  'one letter': 'a',
  'one sign': '!',
  'ambiguous signs': '(1|!c0',
  'one stroke, five signs': 'i1l!|',
  'letters for a': 'a@4',
  'at signs': '@',
  zeros: '0',
  masks: 'c*',
  'masked words': 's*l*p* m*r*e ',
  stars: '*',
  'letter and dot': 'a.',
  dots: '.',
  'dots apart': ' .',
  commas: 'a,',
  'spaced letters': 'c o n n a r d ',
  'spaced pairs': 'l l i i ',
  'hyphens between': 'c-o-n-n-a-r-d-',
  'mixed separators': 'f.u.c*k ',
  hyphens: '-',
  spaces: ' ',
  'short words': 'la sa so is as ll ',
  'the beginning of a term': 'connar',
  'doubled letters': 'aabbccddeeffgg',
  'a long repetition, then another': `${'a'.repeat(50)}${'s'.repeat(50)}`,
  'combining mark': 'a\u0301',
  'marks piled up': `e${'\u0301\u0327\u0335\u0348\u035b'.repeat(4)}`,
  'zero width': 's\u200ba\u200d',
  'turned around': '\u202ednammoc\u202c ',
  flags: '🇫🇷🇨🇴',
  'emoji letters': '🅰️🅱️Ⓜ️',
  'joined emoji': '👩‍👩‍👧‍👦',
  'maths letters': '𝒸𝓸𝕟',
  'full width': 'ｃｏｎ．',
  'ligatures and signs of many letters': 'ﬃ㏒℻ﷺ',
  schemes: 'http://',
  'hosts glued': 'www.a.com/',
  'host beginnings': 'www.',
  'longest host': 'a.bc.def.ghij.klmno.',
  slashes: '/',
  'spelt-out dots': 'a point b dot c ',
  percents: '%2e',
  'percents encoded again': '%25252e',
  entities: '&#46;&#x2e;&period;',
  'square brackets': '[.',
  'markdown opened': '[a](',
  'tags opened': '<a href="',
  comments: '<!--',
  'numbers apart': '0 6-',
  'numbers in words': 'zéro six dix-sept quatre-vingt ',
  'addresses begun': 'x at a@a.com ',
  'user information': 'https://a@b:c@',
};

/** The piece repeated to a number of code points, or of UTF-8 bytes. */
export function repeated(piece: string, length: number, unit: 'code points' | 'bytes'): string {
  const points = [...piece];
  const sizes = points.map((point) => (unit === 'bytes' ? Buffer.byteLength(point) : 1));
  let text = '';
  for (let index = 0, left = length; ; index++) {
    const at = index % points.length;
    left -= sizes[at]!;
    if (left < 0) return text;
    text += points[at];
  }
}
