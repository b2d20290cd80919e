/** What moderators do to a message, from the widget on the shop's page or from the back office. */
import { Hono } from 'hono';
import * as z from 'zod';
import { moderateMessage } from '../actions/moderate-message.ts';
import { raiseAlert } from '../actions/raise-alert.ts';
import type { AppContext } from '../context.ts';
import { viewerOf } from '../conversation-heads.ts';
import { LIMITS } from '../limits.ts';
import { MODERATION_ACTS } from '../protocol/frames.ts';
import { messageView } from '../views.ts';
import { actorOf, bodyOf, type Env } from './request.ts';
import { siteCors } from './site-cors.ts';

const site = z.string().min(1).max(64);
const actBody = z.strictObject({
  site,
  act: z.enum(MODERATION_ACTS),
  reason: z.string().max(LIMITS.reason.codePoints).nullable(),
});
const alertBody = z.strictObject({
  site,
  messageId: z.string().min(1).max(64),
  note: z.string().trim().min(1).max(LIMITS.note.codePoints),
});

export function moderationRoutes(ctx: AppContext) {
  const app = new Hono<Env>();
  app.use(siteCors(ctx));

  app.post('/messages/:id', async (c) => {
    const body = await bodyOf(c, actBody);
    const actor = await actorOf(ctx, c, body.site);
    const { message } = await moderateMessage(ctx, actor, c.req.param('id'), body.act, body.reason);
    return c.json({ message: messageView(message, viewerOf(actor)) });
  });

  app.post('/alerts', async (c) => {
    const body = await bodyOf(c, alertBody);
    const actor = await actorOf(ctx, c, body.site);
    return c.json({ id: await raiseAlert(ctx, actor, body.messageId, body.note) }, 201);
  });

  return app;
}
