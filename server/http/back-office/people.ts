/** People of the site: roles, bans, invitations, sign-in links. For managers. */
import { Hono } from 'hono';
import * as z from 'zod';
import { listBansOf } from '../../../db/bans.ts';
import { listPeople } from '../../../db/people.ts';
import { requireManager } from '../../access.ts';
import { banPerson, liftBan } from '../../actions/ban-person.ts';
import { changeRole } from '../../actions/change-role.ts';
import { removePicture } from '../../actions/remove-picture.ts';
import type { AppContext } from '../../context.ts';
import { LIMITS } from '../../limits.ts';
import type { Page, PersonRow } from '../../protocol/back-office.ts';
import { cursorOf, placeOf } from '../cursor.ts';
import { bodyOf, type Env, queryOf, staffOf } from '../request.ts';
import { expiresInHours } from './blocks.ts';

export const role = z.enum(['visitor', 'expert', 'moderator', 'manager']);
const listQuery = z.object({
  q: z.string().max(200).optional(),
  role: role.optional(),
  after: z.string().max(200).optional(),
});
const roleBody = z.strictObject({ role });
const banBody = z.strictObject({
  reason: z.string().trim().min(1).max(LIMITS.reason.codePoints),
  expiresInHours,
});

export function peopleRoutes(ctx: AppContext) {
  const app = new Hono<Env>();

  app.get('/people', async (c) => {
    const actor = await staffOf(ctx, c);
    requireManager(actor);
    const query = queryOf(c, listQuery);
    const limit = LIMITS.backOffice.page;
    const place = placeOf(query.after);
    const before = place && { createdAt: place.lastActivityAt, id: place.id };
    const filter = { q: query.q?.trim() || null, role: query.role ?? null, before, limit: limit + 1 };
    const rows = await listPeople(ctx.db, actor.site.id, filter);
    const page = rows.slice(0, limit);
    const last = rows.length > limit ? page.at(-1) : undefined;
    const next = last ? cursorOf({ lastActivityAt: last.created_at, id: last.id }) : null;
    return c.json<Page<PersonRow>>({ items: await viewPeople(ctx, page), next });
  });

  app.post('/people/:id/role', async (c) => {
    const body = await bodyOf(c, roleBody);
    await changeRole(ctx, await staffOf(ctx, c), c.req.param('id'), body.role);
    return c.body(null, 204);
  });

  app.post('/people/:id/ban', async (c) => {
    const ban = await bodyOf(c, banBody);
    await banPerson(ctx, await staffOf(ctx, c), c.req.param('id'), ban);
    return c.body(null, 204);
  });

  app.delete('/people/:id/ban', async (c) => {
    await liftBan(ctx, await staffOf(ctx, c), c.req.param('id'));
    return c.body(null, 204);
  });

  app.delete('/people/:id/picture', async (c) => {
    await removePicture(ctx, await staffOf(ctx, c), c.req.param('id'));
    return c.body(null, 204);
  });

  return app;
}

async function viewPeople(
  ctx: AppContext,
  rows: Awaited<ReturnType<typeof listPeople>>,
): Promise<PersonRow[]> {
  const ids = rows.map((row) => row.id);
  const bans = await listBansOf(ctx.db, ids, ctx.clock.now());
  const emails = await ctx.signIn.emailsOf(rows.flatMap((row) => row.account_id ?? []));
  return rows.map((row) => {
    const ban = bans.find((candidate) => candidate.person_id === row.id);
    return {
      id: row.id,
      name: row.name,
      role: row.role,
      email: (row.account_id && emails.get(row.account_id)) ?? null,
      since: row.created_at,
      published: row.published,
      rejected: row.rejected,
      lastSeenAt: row.last_seen_at,
      picture: row.picture_id,
      ban: ban ? { id: ban.id, reason: ban.reason, expiresAt: ban.expires_at } : null,
      verified: row.verified === 1,
    };
  });
}
