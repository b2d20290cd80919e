import type { Span } from './verdict.ts';

/** Which languages a text may be in. */
export type Language = {
  may(language: string): boolean;
  /** Surely one the lexicon does not hold: two borrowed words are not enough. */
  foreign: boolean;
};

/** Little words that one language has and the others have not, or mean otherwise. */
const LITTLE_WORDS: Record<string, string> = {
  fr: 'le la les un une des du au aux et est sont pas je tu il elle nous vous ils mon ma mes ton ta ses ce cette qui que dans avec pour sur par mais ou où très bien chez merci bonjour suis avez ont fait c j l d qu',
  en: 'the a an of and is are was were not i you he she we they my your his her this that with for from at by on but or very it its do does did have has had can will would hello thanks please before after',
  es: 'el los las una unos y es son no yo tú él ella mi tu su este esta que en con para por pero muy está hola gracias como más del al',
  de: 'der die das ein eine und ist sind nicht ich du er sie wir ihr mein dein dieser mit für von auf aber oder sehr bei hallo danke bitte zu dem den wie',
  it: 'il lo gli uno una e è sono non io tu lui lei noi mio tuo questo questa che con per ma molto di da nel della ciao grazie come anche',
  pt: 'o os as um uma e é são não eu você ele ela meu teu seu este esta que em com para por mas muito do da no na olá obrigado como mais',
  nl: 'de het een en is zijn niet ik jij hij zij wij mijn jouw dit dat met voor van op maar of heel bij hallo bedankt wat ook te aan',
};

const languagesOf = new Map<string, string[]>();
for (const [language, list] of Object.entries(LITTLE_WORDS)) {
  for (const word of list.split(' ')) languagesOf.set(word, [...(languagesOf.get(word) ?? []), language]);
}
const MOST_WORDS = 200;
const IN_LEXICON = new Set(['fr', 'en']);
const SURE = 3;

/**
 * Tells the language of a text by its little words (Ingle 1976, Grefenstette 1995), else by the hint; when
 * neither tells, every language is possible.
 */
export function languageOf(text: string, pieces: readonly Span[], hint: string | null): Language {
  const scores = new Map<string, number>();
  for (const { start, end } of pieces.slice(0, MOST_WORDS)) {
    const word = text.slice(start, end).toLowerCase();
    for (const language of languagesOf.get(word) ?? []) scores.set(language, (scores.get(language) ?? 0) + 1);
  }
  const [first, second] = [...scores].sort((a, b) => b[1] - a[1]);
  const told = first && first[1] >= 2 && first[1] >= 2 * (second?.[1] ?? 0) ? first[0] : null;
  const only = told ?? hint?.slice(0, 2).toLowerCase() ?? null;
  const foreign = only !== null && !IN_LEXICON.has(only) && (told === null || first![1] >= SURE);
  return { may: (language) => only === null || only === language, foreign };
}
