import type { ChatContext } from './context.ts';
import { addConversationWords } from './load-words.ts';

const RETRY_MS = 5000;

/** Loads what shows a conversation, when the first one is opened; comes back to it when the network fails. */
export async function loadConversationView(context: ChatContext): Promise<void> {
  try {
    await addConversationWords(context.words, context.locale);
    await import('./conversation.ts');
  } catch (error) {
    console.warn('Entraide: the conversation is loaded again', error);
    setTimeout(() => loadConversationView(context), RETRY_MS);
  }
}
