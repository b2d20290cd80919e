export type Agreement = (word: string) => string;

const IRREGULAR_FEMININE: Record<string, string> = {
  bas: 'basse',
  blanc: 'blanche',
  con: 'conne',
  doux: 'douce',
  faux: 'fausse',
  fils: 'fille',
  fou: 'folle',
  franc: 'franche',
  gras: 'grasse',
  grec: 'grecque',
  gros: 'grosse',
  las: 'lasse',
  long: 'longue',
  mou: 'molle',
  nègre: 'négresse',
  roux: 'rousse',
  sec: 'sèche',
  sot: 'sotte',
  vieux: 'vieille',
};

/** How the feminine of a masculine with this ending is written; the first that fits, else an `e` is added. */
const FEMININE: [ending: string, feminine: string][] = [
  ['e', 'e'],
  ['eur', 'euse'],
  ['eux', 'euse'],
  ['oux', 'ouse'],
  ['eau', 'elle'],
  ['et', 'ette'],
  ['el', 'elle'],
  ['eil', 'eille'],
  ['ul', 'ulle'],
  ['til', 'tille'],
  ['en', 'enne'],
  ['on', 'onne'],
  ['er', 'ère'],
  ['if', 'ive'],
  ['c', 'que'],
  ['a', 'a'],
  ['o', 'o'],
  ['ou', 'ou'],
];

const REGULAR_AL = /^(?:bal|banal|bancal|carnaval|chacal|fatal|festival|final|naval|natal|récital|régal)$/;
const ADJECTIVE = /(?:ique|able|ible|ile|iste|eux|if)$/;

/** Plural, feminine, feminine plural, and the adverb of what is clearly an adjective. */
export function inflectNoun(word: string): string[] {
  const feminine = feminineOf(word);
  const forms = [pluralOf(word), feminine, pluralOf(feminine)];
  if (word.endsWith('teur')) forms.push(...alsoInTrice(word));
  if (ADJECTIVE.test(word)) forms.push(`${feminine}ment`);
  return forms;
}

export function pluralOf(word: string): string {
  if (/[sxz]$/.test(word)) return word;
  if (/(?:au|eu)$/.test(word)) return `${word}x`;
  if (/.al$/.test(word) && !REGULAR_AL.test(word)) return `${word.slice(0, -2)}aux`;
  return `${word}s`;
}

export function feminineOf(word: string): string {
  const irregular = IRREGULAR_FEMININE[word];
  if (irregular) return irregular;
  const rule = FEMININE.find(([ending]) => word.endsWith(ending));
  return rule ? word.slice(0, -rule[0].length) + rule[1] : `${word}e`;
}

/** « menteur, menteuse », but « profanateur, profanatrice »: which of the two, the spelling does not tell. */
function alsoInTrice(word: string): string[] {
  const feminine = `${word.slice(0, -4)}trice`;
  return [feminine, `${feminine}s`];
}
