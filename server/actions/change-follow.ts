import { findFollow } from '../../db/follows.ts';
import { accessConversation } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { badRequest } from '../errors.ts';
import { devicePage } from '../notifications/device-link.ts';
import type { FollowAnswer, FollowBody } from '../protocol/notifications.ts';
import { followByMail, followByPush, unfollow } from './follow-conversation.ts';

/** How somebody is told of answers in a conversation. @throws Refusal 404 what they may not see */
export async function followOf(ctx: AppContext, actor: Actor, conversationId: string): Promise<FollowAnswer> {
  await accessConversation(ctx, actor, conversationId);
  const follow = await findFollow(ctx.db, conversationId, actor.personId);
  return {
    way: follow?.way ?? null,
    confirmed: follow?.confirmed_at != null,
    offers: ctx.mailer.configured ? ['mail', 'push'] : ['push'],
    member: Boolean(actor.person?.account_id),
    devicePage: devicePage(ctx, actor, conversationId),
  };
}

/** @throws Refusal 400 mail without an address, or where no mail is sent; what `followByMail` throws */
export async function changeFollow(
  ctx: AppContext,
  actor: Actor,
  { conversationId, way, email, locale }: Omit<FollowBody, 'site'>,
): Promise<FollowAnswer> {
  if (way === null) await unfollow(ctx, actor, conversationId);
  if (way === 'push') await followByPush(ctx, actor, conversationId, locale);
  if (way === 'mail') {
    if (!ctx.mailer.configured) throw badRequest('way: no mail is sent here');
    if (!email && !actor.person?.account_id) throw badRequest('email: needed');
    await followByMail(ctx, actor, conversationId, { email: email ?? null, locale });
  }
  return await followOf(ctx, actor, conversationId);
}
