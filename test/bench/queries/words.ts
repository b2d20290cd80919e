/** French and English words with the frequencies of a natural text, and sentences made of them. */

const COMMON = (
  'de la le les je et pour the a il to est pas en vous on un une des is que qui dans plus avec sur mais ' +
  'for of and you i it in mon ma ce ai have with not que si au du ne me se ça bien très they this that ' +
  'taille chaussures shoes pied size livraison retour commande order bonjour merci hello thanks produit ' +
  'semelle pointure eau imperméable waterproof randonnée hiking achat acheté bought ski veste jacket tente ' +
  'été hiver année deux fois mois semaine jours days boutique shop prix price magasin qualité quality marque ' +
  'lavage couleur colour noir gris bleu large étroit confortable comfortable léger solide montagne descente ' +
  'chaussettes socks lacets genou cheville ankle batterie garantie warranty facture échange remboursement'
).split(' ');

const ONSETS = 'b c ch d f g l m n p qu r s t tr v br cl fr gr pl st'.split(' ');
const VOWELS = 'a e i o u é è ou an in on ai au'.split(' ');
const ENDINGS = ['', '', '', 's', 'r', 'nt', 'tte', 'ment', 'tion', 'ing', 'ness', 'ly'];

export type Vocabulary = { words: string[]; pick(): string };

/** `size` words, the n-th as frequent as 1/n (Zipf): the head is real, the tail is made of syllables. */
export function vocabularyOf(size: number, random: () => number): Vocabulary {
  const words = [...new Set([...COMMON, ...syllableWords(size, random)])].slice(0, size);
  const upTo = new Float64Array(words.length);
  let sum = 0;
  for (let rank = 0; rank < words.length; rank++) upTo[rank] = sum += 1 / (rank + 3);
  return { words, pick: () => words[firstAbove(upTo, random() * sum)]! };
}

/** A sentence of up to `most` words, short ones more often. */
export function sentence(vocabulary: Vocabulary, most: number, random: () => number): string {
  const length = 3 + Math.floor(random() * random() * (most - 3));
  let text = vocabulary.pick();
  for (let at = 1; at < length; at++) text += ` ${vocabulary.pick()}`;
  return `${text[0]!.toUpperCase()}${text.slice(1)}.`;
}

function* syllableWords(size: number, random: () => number): Generator<string> {
  const from = (list: string[]) => list[Math.floor(random() * list.length)]!;
  for (let made = 0; made < size * 1.3; made++) {
    let word = '';
    for (let left = 2 + Math.floor(random() * 3); left > 0; left--) word += from(ONSETS) + from(VOWELS);
    yield word + from(ENDINGS);
  }
}

function firstAbove(upTo: Float64Array, value: number): number {
  let low = 0;
  let high = upTo.length - 1;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (upTo[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
