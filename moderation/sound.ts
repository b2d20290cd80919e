/**
 * A word by its sound, roughly and for French and English alike: two spellings a reader says alike have the
 * same. After the idea of Soundex and Metaphone (L. Philips 1990), the vowels kept.
 */
export function soundOf(word: string): string {
  let sound = '';
  for (let at = 0; at < word.length; at++) {
    const [said, length] = saidAt(word, at);
    for (const letter of said) if (letter !== sound.at(-1)) sound += letter;
    at += length - 1;
  }
  return sound;
}

function saidAt(word: string, at: number): [string, number] {
  const letter = word[at]!;
  const next = word[at + 1] ?? '';
  if (letter === 'p' && next === 'h') return ['f', 2];
  if (letter === 'q') return ['k', next === 'u' ? 2 : 1];
  if (letter === 'c') return saidC(next);
  if (letter === 'g' && next === 'u' && 'ei'.includes(word[at + 2] ?? '-')) return ['g', 2];
  if (letter === 'o' && (next === 'u' || next === 'o')) return ['u', 2];
  return [SAID[letter] ?? letter, 1];
}

function saidC(next: string): [string, number] {
  if (next === 'h') return ['ch', 2];
  if (next === 'k' || next === 'c' || next === 'q') return ['k', 2];
  return [next !== '' && 'eiy'.includes(next) ? 's' : 'k', 1];
}

const SAID: Record<string, string> = { x: 'ks', z: 's', y: 'i' };
