/** Invitations and sign-in links. For managers. */
import { Hono } from 'hono';
import * as z from 'zod';
import { countFunnel } from '../../../db/invitation-funnel.ts';
import { listInvitations } from '../../../db/invitation-list.ts';
import { requireManager } from '../../access.ts';
import { createSignInLink } from '../../actions/create-sign-in-link.ts';
import { invitePerson, revokeInvitation } from '../../actions/invite-person.ts';
import { sendInvitationAgain } from '../../actions/send-invitation-again.ts';
import { shareInvitationLink } from '../../actions/share-invitation-link.ts';
import { tryMail } from '../../actions/try-mail.ts';
import type { AppContext } from '../../context.ts';
import { mailsPerMinute } from '../../invitations/mail-invitation.ts';
import { viewInvitations } from '../../invitations/view-invitation.ts';
import { LIMITS } from '../../limits.ts';
import type { Page } from '../../protocol/back-office.ts';
import type {
  FunnelAnswer,
  InvitationRow,
  MailTrialAnswer,
  NewInvitationAnswer,
} from '../../protocol/invitations.ts';
import { cursorOf, placeOf } from '../cursor.ts';
import { localeOf } from '../page.ts';
import { bodyOf, type Env, queryOf, staffOf } from '../request.ts';

const email = z.email('This is not an e-mail address.').max(254);
const inviteBody = z.strictObject({
  role: z.enum(['expert', 'moderator', 'manager']),
  email: email.nullable(),
  name: z.string().trim().max(LIMITS.name.codePoints).nullable(),
});
const batch = z.string().max(64).optional();
const listQuery = z.object({
  after: z.string().max(100).optional(),
  state: z.enum(['waiting', 'unsent', 'opened', 'joined', 'over']).optional(),
  batch,
  q: z.string().trim().max(254).optional(),
});
const funnelQuery = z.object({ batch });
const trialBody = z.strictObject({ to: email });

export function invitationRoutes(ctx: AppContext) {
  const app = new Hono<Env>();

  app.get('/invitations', async (c) => {
    const actor = await staffOf(ctx, c);
    requireManager(actor);
    const { after, state, batch: batchId, q } = queryOf(c, listQuery);
    const place = placeOf(after);
    const limit = LIMITS.backOffice.page;
    const rows = await listInvitations(ctx.db, {
      siteId: actor.site.id,
      filter: state ?? null,
      batchId: batchId ?? null,
      search: q || null,
      after: place && { at: place.lastActivityAt, id: place.id },
      limit: limit + 1,
      now: ctx.clock.now(),
    });
    const last = rows.length > limit ? rows[limit - 1] : undefined;
    return c.json<Page<InvitationRow>>({
      items: await viewInvitations(ctx, rows.slice(0, limit)),
      next: last ? cursorOf({ lastActivityAt: last.created_at, id: last.id }) : null,
    });
  });

  app.get('/invitations/funnel', async (c) => {
    const actor = await staffOf(ctx, c);
    requireManager(actor);
    const { batch: batchId } = queryOf(c, funnelQuery);
    return c.json<FunnelAnswer>({
      funnel: await countFunnel(ctx.db, actor.site.id, batchId ?? null),
      mail: ctx.mailer.configured,
      mailsPerMinute: mailsPerMinute(ctx),
      trouble: ctx.invitationWork.trouble,
    });
  });

  app.post('/invitations', async (c) => {
    const inviting = await bodyOf(c, inviteBody);
    const actor = await staffOf(ctx, c);
    const invited = await invitePerson(ctx, actor, { ...inviting, name: inviting.name || null });
    const by = actor.person?.name ?? null;
    const [invitation] = await viewInvitations(ctx, [{ ...invited.invitation, by }]);
    return c.json<NewInvitationAnswer>(
      { invitation: invitation!, link: invited.link, mailed: invited.mailed },
      201,
    );
  });

  app.delete('/invitations/:id', async (c) => {
    await revokeInvitation(ctx, await staffOf(ctx, c), c.req.param('id'));
    return c.body(null, 204);
  });

  app.post('/invitations/:id/send', async (c) => {
    await sendInvitationAgain(ctx, await staffOf(ctx, c), c.req.param('id'));
    return c.body(null, 202);
  });

  app.post('/invitations/:id/link', async (c) => {
    const link = await shareInvitationLink(ctx, await staffOf(ctx, c), c.req.param('id'));
    return c.json({ link });
  });

  app.post('/mail-trial', async (c) => {
    const { to } = await bodyOf(c, trialBody);
    const actor = await staffOf(ctx, c);
    return c.json<MailTrialAnswer>(await tryMail(ctx, actor, { to, locale: localeOf(c) }));
  });

  app.post('/people/:id/sign-in-link', async (c) => {
    return c.json({
      link: await createSignInLink(ctx, await staffOf(ctx, c), c.req.param('id')),
    });
  });

  return app;
}
