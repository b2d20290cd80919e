import type { ContributionMode, ConversationView } from '../../server/protocol/frames.ts';
import type { Words } from '../locales/words.ts';

/** Why this viewer may not write in a conversation, in words; null when they may. */
export function closedBecause(
  conversation: ConversationView,
  mode: ContributionMode,
  words: Words,
): string | null {
  if (conversation.mayWrite) return null;
  if (conversation.unpublished) return words.composer.readFirst;
  if (conversation.state === 'closed') return words.composer.closed;
  return mode === 'open' ? words.refusals.banned : words.composer.onlyExperts;
}

/** What the empty composer of a conversation invites to. */
export const composerPlaceholder = ({ mine, answers }: ConversationView, { composer }: Words): string =>
  mine && !answers ? composer.addDetail : composer.reply;
