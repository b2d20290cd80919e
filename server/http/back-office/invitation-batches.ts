/** Inviting many at once: a list, its preview, and what becomes of those confirmed. For managers. */
import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { listBatches } from '../../../db/invitation-batches.ts';
import { countFunnel } from '../../../db/invitation-funnel.ts';
import { requireManager } from '../../access.ts';
import { confirmInvitations } from '../../actions/confirm-invitations.ts';
import { sendInvitationBatch, stopInvitationBatch } from '../../actions/run-invitation-batch.ts';
import { shareBatchLinks } from '../../actions/share-batch-links.ts';
import type { Actor } from '../../actor.ts';
import type { AppContext } from '../../context.ts';
import { badRequest } from '../../errors.ts';
import { correctPerson, findPreview, openPreview } from '../../invitations/open-preview.ts';
import { wrongCsv } from '../../invitations/people-csv.ts';
import { LIMITS } from '../../limits.ts';
import type { InvitationBatch, InvitationPreview, PreviewPage } from '../../protocol/invitations.ts';
import { offsetOf } from '../cursor.ts';
import { localeOf } from '../page.ts';
import { bodyOf, type Env, queryOf, staffOf } from '../request.ts';

const words = z.string().trim().max(LIMITS.invitation.message).nullable();
const confirmBody = z.strictObject({
  role: z.enum(['expert', 'moderator', 'manager']),
  messages: z.strictObject({ fr: words, en: words }),
});
const peopleQuery = z.object({
  only: z.enum(['wrong', 'good']).optional(),
  after: z.string().max(20).optional(),
});
const personBody = z.strictObject({ email: z.string().max(LIMITS.invitation.said) });

export function invitationBatchRoutes(ctx: AppContext) {
  const app = new Hono<Env>();

  app.post('/invitation-previews', async (c) => {
    const actor = await managerOf(ctx, c);
    const list = new Uint8Array(await c.req.arrayBuffer());
    if (list.length === 0) throw badRequest('The list is empty.');
    return c.json({ id: openPreview(ctx, actor, list).view.id }, 202);
  });

  app.get('/invitation-previews/:id', async (c) => {
    const actor = await managerOf(ctx, c);
    return c.json<InvitationPreview>(findPreview(ctx, actor.site.id, c.req.param('id')).view);
  });

  app.delete('/invitation-previews/:id', async (c) => {
    const actor = await managerOf(ctx, c);
    const opened = findPreview(ctx, actor.site.id, c.req.param('id'));
    opened.stop = true;
    ctx.invitationWork.previews.delete(opened.view.id);
    return c.body(null, 204);
  });

  app.get('/invitation-previews/:id/people', async (c) => {
    const actor = await managerOf(ctx, c);
    const { only, after } = queryOf(c, peopleQuery);
    const { people } = findPreview(ctx, actor.site.id, c.req.param('id'));
    const wanted = only ? people.filter(({ problem }) => (problem === null) === (only === 'good')) : people;
    const from = offsetOf(after);
    const items = wanted.slice(from, from + LIMITS.backOffice.page);
    const isLast = from + items.length >= wanted.length;
    return c.json<PreviewPage>({ items, next: isLast ? null : String(from + items.length) });
  });

  app.put('/invitation-previews/:id/people/:index', async (c) => {
    const actor = await managerOf(ctx, c);
    const { email } = await bodyOf(c, personBody);
    const opened = findPreview(ctx, actor.site.id, c.req.param('id'));
    const person = await correctPerson(ctx, opened, offsetOf(c.req.param('index')), email);
    return c.json({ person, preview: opened.view });
  });

  app.get('/invitation-previews/:id/wrong.csv', async (c) => {
    const actor = await managerOf(ctx, c);
    const { people } = findPreview(ctx, actor.site.id, c.req.param('id'));
    return download(c, 'not-invited.csv', wrongCsv(people, localeOf(c)));
  });

  app.post('/invitation-previews/:id/confirm', async (c) => {
    const { role, messages } = await bodyOf(c, confirmBody);
    const actor = await managerOf(ctx, c);
    const batch = await confirmInvitations(ctx, actor, c.req.param('id'), {
      role,
      messages: { fr: messages.fr || null, en: messages.en || null },
    });
    return c.json({ batch }, 202);
  });

  app.get('/invitation-batches', async (c) => {
    const actor = await managerOf(ctx, c);
    return c.json({ items: await batchesOf(ctx, actor) });
  });

  app.post('/invitation-batches/:id/stop', async (c) => {
    await stopInvitationBatch(ctx, await managerOf(ctx, c), c.req.param('id'));
    return c.body(null, 202);
  });

  app.post('/invitation-batches/:id/send', async (c) => {
    await sendInvitationBatch(ctx, await managerOf(ctx, c), c.req.param('id'));
    return c.body(null, 202);
  });

  app.get('/invitation-batches/:id/links.csv', async (c) => {
    const actor = await managerOf(ctx, c);
    return download(c, 'invitation-links.csv', await shareBatchLinks(ctx, actor, c.req.param('id')));
  });

  return app;
}

async function managerOf(ctx: AppContext, c: Context<Env>): Promise<Actor> {
  const actor = await staffOf(ctx, c);
  requireManager(actor);
  return actor;
}

const BATCHES = 20;

async function batchesOf(ctx: AppContext, { site }: Actor): Promise<InvitationBatch[]> {
  const rows = await listBatches(ctx.db, site.id, BATCHES);
  return await Promise.all(
    rows.map(async (row) => {
      const funnel = await countFunnel(ctx.db, site.id, row.id);
      return {
        id: row.id,
        role: row.role,
        by: row.by ?? '',
        createdAt: row.created_at,
        total: row.total,
        made: funnel.invited + row.left_out,
        leftOut: row.left_out,
        stoppedAt: row.stopped_at,
        funnel,
      };
    }),
  );
}

function download(c: Context<Env>, name: string, body: ReadableStream<Uint8Array>) {
  c.header('Content-Type', 'text/csv; charset=utf-8');
  c.header('Content-Disposition', `attachment; filename="${name}"`);
  return c.body(body);
}
