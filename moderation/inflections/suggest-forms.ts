import { englishForms } from './english.ts';
import { frenchForms } from './french.ts';

/**
 * Forms a manager may want beside a word or phrase: plural, feminine, conjugated, its agents. Made by rule and
 * not looked up, so some are no words at all: they are to be accepted one by one, the likely ones first.
 *
 * The rules are those of M. Grevisse and A. Goosse, *Le bon usage* (the marks of gender and number, the verb's
 * endings), and of R. Quirk and others, *A Comprehensive Grammar of the English Language*, chapters 3 and 5
 * (the spelling of regular inflections).
 *
 * @param text a word, or a phrase, of which the head is inflected; in small or capital letters.
 * @returns at most 24, in small letters, each once, never the text itself; none for a text with a `*`.
 */
export function suggestForms(text: string, language: 'fr' | 'en'): string[] {
  const plain = text.normalize('NFC').toLowerCase().replaceAll('’', "'").trim().replace(/\s+/g, ' ');
  if (!/^\p{L}[\p{L}' -]*$/u.test(plain)) return [];
  const forms = new Set(language === 'fr' ? frenchForms(plain) : englishForms(plain));
  forms.delete(plain);
  return [...forms];
}
