/** What people do with messages that are there. Mounted behind the widget's routes, whose CORS holds for them too. */
import { Hono } from 'hono';
import * as z from 'zod';
import { acceptAnswer } from '../actions/accept-answer.ts';
import { deleteOwnMessage } from '../actions/delete-message.ts';
import { editMessage } from '../actions/edit-message.ts';
import { thankMessage } from '../actions/thank-message.ts';
import type { AppContext } from '../context.ts';
import { LIMITS } from '../limits.ts';
import type { AcceptBody, DeleteBody, EditBody, ThankBody } from '../protocol/exchange.ts';
import { actorOf, bodyOf, type Env } from './request.ts';

const site = z.string().min(1).max(64);
/** Twice the limit in UTF-16 units lets every text of the allowed length in; the action counts exactly. */
const text = z.string().max(2 * LIMITS.message.codePoints + 100);
const editBody = z.strictObject({ site, text });
const deleteBody = z.strictObject({ site });
const thankBody = z.strictObject({ site, thanks: z.boolean() });
const acceptBody = z.strictObject({ site, accepted: z.boolean() });

export function exchangeRoutes(ctx: AppContext) {
  const app = new Hono<Env>();

  app.post('/messages/:id/edit', async (c) => {
    const body: EditBody = await bodyOf(c, editBody);
    await editMessage(ctx, await actorOf(ctx, c, body.site), c.req.param('id'), body.text);
    return c.body(null, 204);
  });

  app.post('/messages/:id/delete', async (c) => {
    const body: DeleteBody = await bodyOf(c, deleteBody);
    await deleteOwnMessage(ctx, await actorOf(ctx, c, body.site), c.req.param('id'));
    return c.body(null, 204);
  });

  app.post('/messages/:id/thank', async (c) => {
    const body: ThankBody = await bodyOf(c, thankBody);
    await thankMessage(ctx, await actorOf(ctx, c, body.site), c.req.param('id'), body.thanks);
    return c.body(null, 204);
  });

  app.post('/messages/:id/accept', async (c) => {
    const body: AcceptBody = await bodyOf(c, acceptBody);
    await acceptAnswer(ctx, await actorOf(ctx, c, body.site), c.req.param('id'), body.accepted);
    return c.body(null, 204);
  });

  return app;
}
