import type { Locale } from '../../server/protocol/frames.ts';
import type { ConversationWords, FirstWords, Words } from '../locales/words.ts';

/** The words of one language, and of no other. Those of a conversation come with its view. */
export async function loadWords(locale: Locale): Promise<Words> {
  const { words }: { words: FirstWords } = await (locale === 'fr'
    ? import('../locales/fr.ts')
    : import('../locales/en.ts'));
  return words as Words;
}

/** Adds a conversation's own words to the others. */
export async function addConversationWords(words: Words, locale: Locale): Promise<void> {
  const { words: more }: { words: ConversationWords } = await (locale === 'fr'
    ? import('../locales/fr-conversation.ts')
    : import('../locales/en-conversation.ts'));
  Object.assign(words, more, {
    conversation: { ...words.conversation, ...more.conversation },
    message: { ...words.message, ...more.message },
    composer: { ...words.composer, ...more.composer },
    refusals: { ...words.refusals, ...more.refusals },
  });
}
