/** Being told though one is not there: what the chat asks, for who it is. */
import { Hono } from 'hono';
import * as z from 'zod';
import { changeFollow, followOf } from '../actions/change-follow.ts';
import { changeNotifications, notificationsOf } from '../actions/change-notifications.ts';
import { markRead } from '../actions/follow-conversation.ts';
import type { AppContext } from '../context.ts';
import {
  type FollowAnswer,
  type FollowBody,
  MAIL_SUBJECTS,
  MAIL_WISHES,
  type NotificationsAnswer,
  type NotificationWishes,
  type ReadBody,
} from '../protocol/notifications.ts';
import { actorOf, bodyOf, type Env, queryOf } from './request.ts';
import { siteCors } from './site-cors.ts';

const id = z.string().min(1).max(64);
const followQuery = z.object({ site: id, conversationId: id });
const followBody = z.strictObject({
  site: id,
  conversationId: id,
  way: z.enum(['mail', 'push']).nullable(),
  email: z.email().max(254).optional(),
  locale: z.enum(['fr', 'en']),
}) satisfies z.ZodType<FollowBody>;
const readBody = z.strictObject({
  site: id,
  conversationId: id,
  seq: z.int().min(0).max(Number.MAX_SAFE_INTEGER),
}) satisfies z.ZodType<ReadBody>;
const wishesBody = z.strictObject({
  site: id,
  mail: z.enum(MAIL_WISHES).optional(),
  push: z.boolean().optional(),
  refused: z.array(z.enum(MAIL_SUBJECTS)).max(MAIL_SUBJECTS.length).optional(),
}) satisfies z.ZodType<NotificationWishes>;

export function notificationRoutes(ctx: AppContext) {
  const app = new Hono<Env>();
  app.use(siteCors(ctx));

  app.get('/', async (c) => {
    const actor = await actorOf(ctx, c, queryOf(c, z.object({ site: id })).site);
    return c.json<NotificationsAnswer>(await notificationsOf(ctx, actor));
  });

  app.post('/', async (c) => {
    const { site, ...wishes } = await bodyOf(c, wishesBody);
    return c.json<NotificationsAnswer>(await changeNotifications(ctx, await actorOf(ctx, c, site), wishes));
  });

  app.get('/follow', async (c) => {
    const { site, conversationId } = queryOf(c, followQuery);
    return c.json<FollowAnswer>(await followOf(ctx, await actorOf(ctx, c, site), conversationId));
  });

  app.post('/follow', async (c) => {
    const { site, ...wish } = await bodyOf(c, followBody);
    return c.json<FollowAnswer>(await changeFollow(ctx, await actorOf(ctx, c, site), wish));
  });

  app.post('/read', async (c) => {
    const { site, conversationId, seq } = await bodyOf(c, readBody);
    await markRead(ctx, await actorOf(ctx, c, site), conversationId, seq);
    return c.body(null, 204);
  });

  return app;
}
