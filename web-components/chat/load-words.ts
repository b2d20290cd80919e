import type { Locale } from '../../server/protocol/frames.ts';
import type { Words } from '../locales/words.ts';

/** The words of one language, and of no other. */
export async function loadWords(locale: Locale): Promise<Words> {
  const { words } = await (locale === 'fr' ? import('../locales/fr.ts') : import('../locales/en.ts'));
  return words;
}
