import { type Tx, transaction } from '../../db/database.ts';
import { countClaimsOf, deleteClaim, findClaim, putClaim } from '../../db/question-claims.ts';
import { findWaitingQuestion } from '../../db/waiting-questions.ts';
import { accessConversation, requireExpert } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { conflict, notFound, Refusal } from '../errors.ts';
import { LIMITS } from '../limits.ts';

export type Taken = { id: string; name: string; until: number };

/**
 * Somebody says they are answering a question, for a few minutes; again, it lasts. Of two at once one has it.
 * @throws Refusal 404 not an expert or not theirs to see, 409 with the name of who has it, or answered
 * meanwhile, 429 too many at once
 */
export async function takeQuestion(ctx: AppContext, actor: Actor, id: string): Promise<Taken> {
  requireExpert(actor);
  await ctx.pace.takeMessage(actor);
  const conversation = await accessConversation(ctx, actor, id);
  if (conversation.author_id === actor.personId || !actor.person) throw notFound();
  const { name } = actor.person;
  return await transaction(ctx.db, async (tx) => {
    const now = ctx.clock.now();
    await refuseTaken(tx, actor, id, now);
    const until = now + LIMITS.questions.takenMs;
    const { personId } = actor;
    await putClaim(tx, {
      conversation_id: id,
      site_id: actor.site.id,
      person_id: personId,
      taken_at: now,
      until,
    });
    tx.onCommit(() => tellRow(ctx, actor.site.id, id));
    return { id: personId, name, until };
  });
}

/** Read inside the transaction, where nobody else writes. */
async function refuseTaken(tx: Tx, actor: Actor, id: string, now: number): Promise<void> {
  if (!(await findWaitingQuestion(tx, id, now))) throw conflict('This question has an answer already.');
  const claim = await findClaim(tx, id);
  const isTaken = claim !== undefined && claim.until > now;
  if (isTaken && claim.person_id === actor.personId) return;
  if (isTaken) throw new Refusal(409, 'taken', claim.name);
  if ((await countClaimsOf(tx, actor.personId, now)) >= LIMITS.questions.takenTogether) {
    throw new Refusal(429, 'too-many', 'Answer the questions you took first, or give one back.');
  }
}

/** @throws Refusal 404 not an expert, or not theirs to see; nothing when they did not have it */
export async function giveBackQuestion(ctx: AppContext, actor: Actor, id: string): Promise<void> {
  requireExpert(actor);
  await accessConversation(ctx, actor, id);
  await freeQuestion(ctx, actor.site.id, id, actor.personId);
}

/** Nobody is on it any more: by hand, or because its time is over or who took it has gone. */
export async function freeQuestion(
  ctx: AppContext,
  siteId: string,
  id: string,
  personId: string,
): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    if (await deleteClaim(tx, id, personId)) tx.onCommit(() => tellRow(ctx, siteId, id));
  });
}

function tellRow(ctx: AppContext, siteId: string, conversationId: string): void {
  ctx.broker.publish({ topic: 'conversation', siteId, conversationId });
}
