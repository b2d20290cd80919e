/**
 * Makes `words.ts` out of word lists (JSON arrays of strings), each with its language:
 *
 *     node moderation/lexicon/build.ts fr=LIST.json en=LIST.json… > moderation/lexicon/words.ts
 *
 * The lists it was made of, and their licences, are in README.md. Words of the language's own starter
 * vocabulary are left out, whatever their accents: `emmerdé` is no excuse for `emmerde`.
 */
import { readFileSync } from 'node:fs';
import { starterTerms, type VocabularyLanguage } from '../vocabularies/index.ts';
import { BLOCK_BYTES, put } from './bloom.ts';
import { EVERYDAY } from './everyday.ts';

/** A power of two that leaves some ten bits a word. */
const BLOCKS = 2 ** 13;

const words = new Set(EVERYDAY);
for (const argument of process.argv.slice(2)) {
  const [language, file] = argument.split('=') as [VocabularyLanguage, string];
  const forbidden = new Set(
    starterTerms(language).flatMap(({ listing, text }) => (listing === 'forbidden' ? [plain(text)] : [])),
  );
  for (const word of JSON.parse(readFileSync(file, 'utf8')) as string[]) {
    if (!forbidden.has(plain(word))) words.add(word.normalize('NFC'));
  }
}
for (const name of namesOfRegions()) words.add(name);

const kept = [...words].filter((word) => /^\p{Ll}{2,16}$/u.test(word));
const filter = new Uint8Array(BLOCKS * BLOCK_BYTES);
for (const word of kept) put(filter, word);
process.stdout.write(`/** ${kept.length} words as a Bloom filter, made by build.ts. */\n`);
process.stdout.write(`export const WORDS =\n  '${Buffer.from(filter).toString('base64')}';\n`);

function plain(word: string): string {
  return word.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/** Countries in French and English: people write them without a capital. */
function namesOfRegions(): string[] {
  const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ'];
  const codes = letters.flatMap((first) => letters.map((second) => first + second));
  return ['fr', 'en'].flatMap((locale) => {
    const names = new Intl.DisplayNames([locale], { type: 'region', fallback: 'none' });
    return codes.flatMap(
      (code) =>
        names
          .of(code)
          ?.toLowerCase()
          .split(/[^\p{L}]+/u) ?? [],
    );
  });
}
