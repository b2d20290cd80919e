import { countNewMessages } from '../db/new-messages.ts';
import type { ConversationRow } from '../db/schema.ts';
import { accessConversation } from './access.ts';
import type { Actor } from './actor.ts';
import type { AppContext } from './context.ts';
import { Refusal } from './errors.ts';
import { LIMITS } from './limits.ts';
import type { WaitingAnswer, WaitingBody } from './protocol/widget.ts';

type Known = WaitingBody['conversations'][number];

/** What came after the positions somebody knows; what they may not see is not there, as if it never was. */
export async function waitingFor(ctx: AppContext, actor: Actor, known: Known[]): Promise<WaitingAnswer> {
  const counted = await Promise.all(known.map((one) => countAfter(ctx, actor, one)));
  return { conversations: counted.filter((one) => one !== null) };
}

async function countAfter(ctx: AppContext, actor: Actor, { id, seq, epoch }: Known) {
  const conversation = epoch === ctx.epoch ? await findVisible(ctx, actor, id) : null;
  if (!conversation || seq > conversation.last_seq) return null;
  const wanted = { conversationId: id, seq, personId: actor.personId, limit: LIMITS.history.waiting };
  return { id, seq, waiting: seq === conversation.last_seq ? 0 : await countNewMessages(ctx.db, wanted) };
}

async function findVisible(ctx: AppContext, actor: Actor, id: string): Promise<ConversationRow | null> {
  try {
    return await accessConversation(ctx, actor, id);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}
