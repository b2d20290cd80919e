/** What the author of a message does about its reports. */
import { Hono } from 'hono';
import * as z from 'zod';
import { editReportedMessage } from '../actions/edit-reported-message.ts';
import type { AppContext } from '../context.ts';
import { LIMITS } from '../limits.ts';
import { siteForm } from './moderation-forms.ts';
import { actorOf, bodyOf, type Env } from './request.ts';

/** Twice the limit in UTF-16 units lets every text of the allowed length in; the action counts exactly. */
const editBody = siteForm.extend({ text: z.string().max(2 * LIMITS.message.codePoints + 100) });

export function reportedRoutes(ctx: AppContext) {
  const app = new Hono<Env>();

  app.post('/messages/:id/edit-reported', async (c) => {
    const { site, text } = await bodyOf(c, editBody);
    await editReportedMessage(ctx, await actorOf(ctx, c, site), c.req.param('id'), text);
    return c.body(null, 204);
  });

  return app;
}
