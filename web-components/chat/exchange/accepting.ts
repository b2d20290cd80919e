import type { ConversationView, MessageView, MeView } from '../../../server/protocol/frames.ts';

/**
 * Whether this viewer may say that a message is the answer: the asker at hand while there is none, otherwise
 * in the menu, as a manager always.
 */
export function accepting(
  conversation: ConversationView | null,
  message: MessageView,
  me: MeView | null,
): 'at-hand' | 'in-menu' | null {
  if (!conversation || conversation.state === 'closed') return null;
  if (!conversation.mine && me?.role !== 'manager') return null;
  const isAnswer = message.author.id !== conversation.author.id && !message.mine;
  if (!isAnswer || message.state !== 'published') return null;
  return conversation.mine && !conversation.acceptedMessageId ? 'at-hand' : 'in-menu';
}
