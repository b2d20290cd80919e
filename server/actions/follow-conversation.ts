import { transaction } from '../../db/database.ts';
import { deleteFollow, findFollow, findFollowById, putFollow, updateFollow } from '../../db/follows.ts';
import { noteErased } from '../../db/rewrite.ts';
import type { ConversationRow } from '../../db/schema.ts';
import type { FollowRow } from '../../db/schema-notifications.ts';
import { accessConversation } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { forbidden, notFound } from '../errors.ts';
import { mailConfirmation } from '../notifications/mail-confirmation.ts';
import { sealAddress } from '../notifications/sealed-address.ts';
import type { Locale } from '../protocol/frames.ts';

/**
 * Tells this person of answers by mail from now on, once the address is confirmed; at once where it is that of
 * their account. The answer is the same whatever the address is, and whether a mail could be sent to it.
 * @throws Refusal 404 what they may not see, 403 banned or nothing written here yet, 429
 */
export async function followByMail(
  ctx: AppContext,
  actor: Actor,
  conversationId: string,
  { email, locale }: { email: string | null; locale: Locale },
): Promise<FollowRow> {
  const conversation = await followable(ctx, actor, conversationId);
  const row = newFollow(ctx, actor, conversation, { way: 'mail', locale });
  if (actor.person?.account_id) return await keep(ctx, { ...row, confirmed_at: row.created_at });
  if (email === null) throw forbidden('An address is needed.');
  const mayMail = await ctx.pace.takeConfirmation(actor, email);
  const follow = await keep(ctx, { ...row, sealed_email: sealAddress(ctx, email, row.id) });
  if (mayMail) mailConfirmation(ctx, actor.site, follow, email);
  return follow;
}

/** On the devices this person has subscribed. @throws Refusal 404, 403 */
export async function followByPush(
  ctx: AppContext,
  actor: Actor,
  conversationId: string,
  locale: Locale,
): Promise<FollowRow> {
  const conversation = await followable(ctx, actor, conversationId);
  const row = newFollow(ctx, actor, conversation, { way: 'push', locale });
  return await keep(ctx, { ...row, confirmed_at: row.created_at });
}

export async function unfollow(ctx: AppContext, actor: Actor, conversationId: string): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    await deleteFollow(tx, conversationId, actor.personId);
    await noteErased(tx, ctx.clock.now());
  });
}

/** The owner of the address says yes. @returns the follow; null where it is over or the link was too old */
export async function confirmFollow(ctx: AppContext, followId: string): Promise<FollowRow | null> {
  const follow = await findFollowById(ctx.db, followId);
  if (!follow) return null;
  const confirmed_at = follow.confirmed_at ?? ctx.clock.now();
  if (follow.confirmed_at === null) {
    await transaction(ctx.db, (tx) => updateFollow(tx, follow.id, { confirmed_at }));
  }
  return { ...follow, confirmed_at };
}

/** This person has read up to a public event, as their screen says: they are told of nothing before it. */
export async function markRead(
  ctx: AppContext,
  actor: Actor,
  conversationId: string,
  seq: number,
): Promise<void> {
  const conversation = await accessConversation(ctx, actor, conversationId);
  const follow = await findFollow(ctx.db, conversationId, actor.personId);
  const read_seq = Math.min(seq, conversation.last_seq);
  if (!follow || read_seq <= follow.read_seq) return;
  await transaction(ctx.db, (tx) => updateFollow(tx, follow.id, { read_seq, told: 0 }));
}

async function followable(ctx: AppContext, actor: Actor, id: string): Promise<ConversationRow> {
  const conversation = await accessConversation(ctx, actor, id);
  if (actor.ban) throw forbidden('You can read, but no longer be told of answers here.');
  // Who has written nothing asks for nothing: addresses are not collected from those who only read.
  if (!actor.person) throw notFound();
  if (conversation.state === 'closed') throw forbidden('This conversation is closed.');
  return conversation;
}

function newFollow(
  ctx: AppContext,
  actor: Actor,
  { id, last_seq }: ConversationRow,
  wish: Pick<FollowRow, 'way' | 'locale'>,
): FollowRow {
  return {
    id: ctx.random.secret(),
    site_id: actor.site.id,
    conversation_id: id,
    person_id: actor.personId,
    ...wish,
    sealed_email: null,
    created_at: ctx.clock.now(),
    confirmed_at: null,
    // What came before they asked was before their eyes.
    read_seq: last_seq,
    looked_seq: last_seq,
    told: 0,
    told_at: null,
  };
}

async function keep(ctx: AppContext, follow: FollowRow): Promise<FollowRow> {
  await transaction(ctx.db, (tx) => putFollow(tx, follow));
  return follow;
}
