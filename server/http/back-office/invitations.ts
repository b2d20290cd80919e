/** Invitations and sign-in links. For managers. */
import { Hono } from 'hono';
import * as z from 'zod';
import { listInvitations } from '../../../db/invitations.ts';
import type { InvitationRow as Row } from '../../../db/schema.ts';
import { requireManager } from '../../access.ts';
import { createSignInLink } from '../../actions/create-sign-in-link.ts';
import { invitePerson, revokeInvitation } from '../../actions/invite-person.ts';
import type { AppContext } from '../../context.ts';
import { LIMITS } from '../../limits.ts';
import type { InvitationRow, NewInvitationAnswer, Page } from '../../protocol/back-office.ts';
import { offsetOf } from '../cursor.ts';
import { bodyOf, type Env, queryOf, staffOf } from '../request.ts';

const inviteBody = z.strictObject({
  role: z.enum(['expert', 'moderator', 'manager']),
  email: z.email('This is not an e-mail address.').max(254).nullable(),
  name: z.string().trim().max(LIMITS.name.codePoints).nullable(),
});
const listQuery = z.object({ after: z.string().max(20).optional() });

export function invitationRoutes(ctx: AppContext) {
  const app = new Hono<Env>();

  app.get('/invitations', async (c) => {
    const actor = await staffOf(ctx, c);
    requireManager(actor);
    const offset = offsetOf(queryOf(c, listQuery).after);
    const limit = LIMITS.backOffice.page;
    const rows = await listInvitations(ctx.db, actor.site.id, { offset, limit: limit + 1 });
    const items = rows.slice(0, limit).map((row) => viewInvitation(row, row.by, ctx.clock.now()));
    return c.json<Page<InvitationRow>>({ items, next: rows.length > limit ? String(offset + limit) : null });
  });

  app.post('/invitations', async (c) => {
    const inviting = await bodyOf(c, inviteBody);
    const actor = await staffOf(ctx, c);
    const { invitation, link, mailed } = await invitePerson(ctx, actor, {
      ...inviting,
      name: inviting.name || null,
    });
    const view = viewInvitation(invitation, actor.person?.name ?? null, ctx.clock.now());
    return c.json<NewInvitationAnswer>({ invitation: view, link, mailed }, 201);
  });

  app.delete('/invitations/:id', async (c) => {
    await revokeInvitation(ctx, await staffOf(ctx, c), c.req.param('id'));
    return c.body(null, 204);
  });

  app.post('/people/:id/sign-in-link', async (c) => {
    return c.json({
      link: await createSignInLink(ctx, await staffOf(ctx, c), c.req.param('id')),
    });
  });

  return app;
}

function viewInvitation(row: Row, by: string | null, now: number): InvitationRow {
  return {
    id: row.id,
    role: row.role,
    email: row.email,
    name: row.name,
    state: stateOf(row, now),
    by: by ?? '',
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    usedAt: row.used_at,
  };
}

function stateOf(row: Row, now: number): InvitationRow['state'] {
  if (row.used_at !== null) return 'used';
  if (row.revoked_at !== null) return 'revoked';
  return row.expires_at <= now ? 'expired' : 'waiting';
}
