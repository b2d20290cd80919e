import { ChatError } from '../../client/api.ts';
import type { ModerationWords } from './words.ts';

/** What went wrong with an act of a moderator, in words. */
export function moderationFailure(error: unknown, words: ModerationWords): string {
  if (!(error instanceof ChatError)) return words.failed;
  switch (error.code) {
    case 'conflict':
      return words.conflict(/ by (.+)\.$/.exec(error.message)?.[1] ?? null);
    case 'forbidden':
      return words.forbidden;
    case 'not-blockable':
      return words.notBlockable;
    case 'not-found':
      return words.gone;
    case 'too-many':
      return words.tooMany;
    default:
      return words.failed;
  }
}
