import type { ConversationRow } from '../../db/schema.ts';
import { accessConversation, modeOfPage, obstacleToWriting } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { Refusal } from '../errors.ts';

/** @throws Refusal 404, 403 with what keeps this actor from writing there */
export async function writableConversation(
  ctx: AppContext,
  actor: Actor,
  id: string,
): Promise<ConversationRow> {
  const existing = await accessConversation(ctx, actor, id);
  const obstacle = obstacleToWriting(actor, existing, await modeOfPage(ctx, actor, existing.page_key));
  switch (obstacle) {
    case 'conversation-closed':
      throw new Refusal(403, obstacle, 'This conversation is closed. You can ask a new question.');
    case 'waiting':
      throw new Refusal(
        403,
        'conversation-closed',
        'Your question is being read first. You can add to it afterwards.',
      );
    case 'only-experts-answer':
      throw new Refusal(403, obstacle, 'Only experts answer here. You can ask a question of your own.');
    case 'banned':
      throw banned(actor.ban?.reason ?? '');
    case null:
      return existing;
  }
}

export function banned(reason: string): Refusal {
  return new Refusal(403, 'banned', `You can read, but no longer write here: ${reason}`);
}
