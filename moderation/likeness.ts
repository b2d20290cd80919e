/** What a text says, for being compared: the set of its shingles, and how long it is without politeness. */
export type Saying = { shingles: Set<number>; letters: number };

const SHINGLE = 4;
/** Characters: what is copied shows at its beginning. */
const MAX_READ = 600;
/** What everybody says again and again, to everybody. */
const POLITE = new Set(
  (
    'merci beaucoup mille bonjour bonsoir salut coucou hello hi hey de rien je vous en prie avec plaisir a tous toutes ' +
    'tout le monde pour votre ton ta vos tes aide reponse reponses retour bonne bon journee soiree weekend et ok oui ' +
    'non d accord super parfait genial top thanks thank you very much so many for your the help answer reply good day ' +
    'evening yes no great perfect welcome have nice dear all is it'
  ).split(' '),
);
const WORD = /\p{L}+/gu;

/**
 * The saying of a text: its words in lower case, without accents, politeness and digits (spammers append a
 * counter), cut into overlapping pieces of four letters.
 */
export function sayingOf(text: string): Saying {
  const folded = text.slice(0, MAX_READ).normalize('NFKD').toLowerCase().replace(/\p{M}/gu, '');
  const said = (folded.match(WORD) ?? []).filter((word) => !POLITE.has(word)).join('');
  return { shingles: shinglesOf(said), letters: said.length };
}

function shinglesOf(said: string): Set<number> {
  const shingles = new Set<number>();
  for (let at = 0; at + SHINGLE <= said.length; at++) {
    let hash = 0;
    for (let next = at; next < at + SHINGLE; next++) hash = (Math.imul(hash, 31) + said.charCodeAt(next)) | 0;
    shingles.add(hash);
  }
  return shingles;
}

/**
 * How alike two sayings are, from 0 to 1: the shingles they share among all they have (Jaccard), as A. Broder
 * measures resemblance in "On the resemblance and containment of documents", 1997.
 */
export function resemblance(a: Saying, b: Saying): number {
  const [few, many] = a.shingles.size < b.shingles.size ? [a.shingles, b.shingles] : [b.shingles, a.shingles];
  let shared = 0;
  for (const shingle of few) if (many.has(shingle)) shared += 1;
  const all = few.size + many.size - shared;
  return all === 0 ? 0 : shared / all;
}
