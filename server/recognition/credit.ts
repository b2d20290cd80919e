/** Writes down, in the transaction of the act that earns them, what points it is worth, and why. */
import type { Tx } from '../../db/database.ts';
import { addPointEntry, listCredits } from '../../db/point-entries.ts';
import { findParty } from '../../db/point-people.ts';
import type { MessageRow } from '../../db/schema.ts';
import type { AppContext } from '../context.ts';
import { networkOf } from '../network.ts';
import { awardEarned } from './award-earned.ts';
import { recognitionIsOn } from './is-on.ts';
import { judgeCredit } from './judge-credit.ts';
import { type Earned, WORTH } from './worth.ts';

/** The message points are earned with; its author earns them. */
export type Credited = Pick<MessageRow, 'id' | 'site_id' | 'conversation_id' | 'author_id' | 'address'>;
/** Who thanks, accepts or asked. */
export type Giver = { personId: string; address: string | null };

/** Somebody thanks for a message. */
export async function creditThanks(ctx: AppContext, tx: Tx, by: Giver, message: Credited): Promise<void> {
  await credit(ctx, tx, 'thanks', by, message);
}

/** The asker, or a manager, accepts an answer. */
export async function creditAccepted(ctx: AppContext, tx: Tx, by: Giver, message: Credited): Promise<void> {
  await credit(ctx, tx, 'accepted', by, message);
}

/** An answer was the first to a question. @param asker whose question it was */
export async function creditFirstAnswer(
  ctx: AppContext,
  tx: Tx,
  asker: Giver,
  message: Credited,
): Promise<void> {
  await credit(ctx, tx, 'first-answer', asker, message);
}

async function credit(ctx: AppContext, tx: Tx, source: Earned, by: Giver, message: Credited): Promise<void> {
  if (!(await recognitionIsOn(tx, message.site_id))) return;
  if (await standsAlready(tx, source, by.personId, message)) return;
  const at = ctx.clock.now();
  const network = networkAt(ctx, by.address);
  const author = await findParty(tx, message.site_id, message.author_id);
  const why = await judgeCredit(tx, {
    source,
    points: WORTH[source],
    personId: message.author_id,
    networks: [networkAt(ctx, message.address), networkAt(ctx, author?.address ?? null)],
    other: await findParty(tx, message.site_id, by.personId),
    otherId: by.personId,
    otherNetwork: network,
    at,
  });
  await addPointEntry(tx, {
    site_id: message.site_id,
    person_id: message.author_id,
    points: why === 'credited' ? WORTH[source] : 0,
    source,
    why,
    conversation_id: message.conversation_id,
    message_id: message.id,
    other_person_id: by.personId,
    network,
    badge_id: null,
    actor_id: null,
    note: null,
    earned_at: at,
    created_at: at,
  });
  if (why === 'credited') await awardEarned(ctx, tx, message.site_id, message.author_id);
}

/** Said a second time while it counts: not a second credit. */
async function standsAlready(tx: Tx, source: Earned, otherId: string, message: Credited): Promise<boolean> {
  const credits = await listCredits(tx, { conversationId: message.conversation_id, messageId: message.id });
  return credits.some((c) => c.source === source && c.other_person_id === otherId && c.standing > 0);
}

const networkAt = (ctx: AppContext, address: string | null) => (address ? networkOf(ctx, { address }) : null);
