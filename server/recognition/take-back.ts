/** Takes points back, each with an entry of its own: what was written down is never changed. */
import type { Tx } from '../../db/database.ts';
import { addPointEntry, type Credit, listCredits, listSelfCredited } from '../../db/point-entries.ts';
import { listPublishedIds } from '../../db/point-people.ts';
import type { PointWhyValue } from '../../db/schema-recognition.ts';
import type { AppContext } from '../context.ts';
import type { Credited } from './credit.ts';
import { recognitionIsOn } from './is-on.ts';
import type { Earned } from './worth.ts';

export async function withdrawThanks(
  ctx: AppContext,
  tx: Tx,
  by: { personId: string },
  message: Credited,
): Promise<void> {
  await withdraw(ctx, tx, message, 'thanks', by.personId);
}

/** Whoever takes it back, the points of every acceptance of this answer go. */
export async function withdrawAccepted(ctx: AppContext, tx: Tx, message: Credited): Promise<void> {
  await withdraw(ctx, tx, message, 'accepted', null);
}

/** A message went out of sight: what was earned with it goes, until it is seen again. */
export async function messageGone(ctx: AppContext, tx: Tx, message: Credited): Promise<void> {
  await takeOut(ctx, tx, placeOf(message));
}

export async function messageBack(ctx: AppContext, tx: Tx, message: Credited): Promise<void> {
  await bringBack(ctx, tx, placeOf(message));
}

/** The same for everything in a conversation that is deleted. */
export async function conversationGone(ctx: AppContext, tx: Tx, siteId: string, id: string): Promise<void> {
  await takeOut(ctx, tx, { siteId, conversationId: id });
}

export async function conversationBack(ctx: AppContext, tx: Tx, siteId: string, id: string): Promise<void> {
  await bringBack(ctx, tx, { siteId, conversationId: id });
}

/** Two people turned out to be one: what one earned by the other is worth nothing, and does not come back. */
export async function ownCreditsGone(
  ctx: AppContext,
  tx: Tx,
  siteId: string,
  personId: string,
): Promise<void> {
  if (!(await recognitionIsOn(tx, siteId))) return;
  for (const conversationId of await listSelfCredited(tx, personId)) {
    for (const each of await listCredits(tx, { conversationId })) {
      const isOwn = each.person_id === personId && each.other_person_id === personId;
      if (!isOwn || (each.standing === 0 && each.last !== 'gone')) continue;
      await follow(ctx, tx, { siteId, conversationId }, each, -each.standing, 'withdrawn');
    }
  }
}

type Place = { siteId: string; conversationId: string; messageId?: string };

const placeOf = (message: Credited): Place => ({
  siteId: message.site_id,
  conversationId: message.conversation_id,
  messageId: message.id,
});

async function withdraw(
  ctx: AppContext,
  tx: Tx,
  message: Credited,
  source: Earned,
  otherId: string | null,
): Promise<void> {
  const place = placeOf(message);
  if (!(await recognitionIsOn(tx, place.siteId))) return;
  for (const each of await listCredits(tx, place)) {
    const isMeant = each.source === source && (otherId === null || each.other_person_id === otherId);
    // What counted for nothing needs no taking back; what is gone with its message must not return with it.
    if (!isMeant || (each.standing === 0 && each.last !== 'gone')) continue;
    await follow(ctx, tx, place, each, -each.standing, 'withdrawn');
  }
}

async function takeOut(ctx: AppContext, tx: Tx, place: Place): Promise<void> {
  if (!(await recognitionIsOn(tx, place.siteId))) return;
  for (const each of await listCredits(tx, place)) {
    if (each.standing > 0) await follow(ctx, tx, place, each, -each.standing, 'gone');
  }
}

/** A message of a restored conversation may itself be hidden: it earns again when it is seen again. */
async function bringBack(ctx: AppContext, tx: Tx, place: Place): Promise<void> {
  if (!(await recognitionIsOn(tx, place.siteId))) return;
  const gone = (await listCredits(tx, place)).filter(({ last }) => last === 'gone');
  const seen = await listPublishedIds(
    tx,
    gone.map((each) => each.message_id),
  );
  for (const each of gone) {
    if (seen.has(each.message_id)) await follow(ctx, tx, place, each, each.worth, 'back');
  }
}

async function follow(
  ctx: AppContext,
  tx: Tx,
  { siteId, conversationId }: Place,
  { person_id, source, message_id, other_person_id, network, earned_at }: Credit,
  points: number,
  why: PointWhyValue,
): Promise<void> {
  await addPointEntry(tx, {
    site_id: siteId,
    person_id,
    points,
    source,
    why,
    conversation_id: conversationId,
    message_id,
    other_person_id,
    network,
    badge_id: null,
    actor_id: null,
    note: null,
    earned_at,
    created_at: ctx.clock.now(),
  });
}
