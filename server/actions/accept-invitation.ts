import { isProven } from '../../db/accounts.ts';
import { addAuditEntry } from '../../db/audit-log.ts';
import { transaction } from '../../db/database.ts';
import { proposeExpertProfile } from '../../db/expert-profiles.ts';
import { findInvitationByHash, useInvitation } from '../../db/invitations.ts';
import type { InvitationRow, SiteRow } from '../../db/schema.ts';
import { findSite } from '../../db/sites.ts';
import { refuseBadName } from '../author-name.ts';
import type { AppContext } from '../context.ts';
import { Refusal } from '../errors.ts';
import { hashToken } from '../single-use-token.ts';
import { displayName } from '../text.ts';
import { becomeMember, type Joining } from './become-member.ts';

/**
 * The invitation a link stands for, while it can still be accepted. Unknown, used, revoked and expired are
 * refused alike, after the same one query. @returns it, and whether the link is the one that was mailed
 * @throws Refusal 410
 */
export async function openInvitation(ctx: AppContext, token: string) {
  const hash = hashToken(token);
  const invitation = await findInvitationByHash(ctx.db, hash);
  if (!invitation || isOver(invitation, ctx.clock.now())) throw gone();
  const site = await findSite(ctx.db, invitation.site_id);
  if (!site) throw gone();
  return { invitation, site, isMailed: invitation.mail_hash === hash };
}

const isOver = ({ used_at, revoked_at, expires_at }: InvitationRow, now: number) =>
  used_at !== null || revoked_at !== null || expires_at <= now;

/**
 * Makes who holds the link a member, with a sign-in account. Of many at once, one succeeds.
 * @param signedInAs the account of the session they show
 * @throws Refusal 410, 409 when the e-mail address is somebody's already, 422 for a bad name or other rules
 */
export async function acceptInvitation(
  ctx: AppContext,
  token: string,
  joining: Joining,
  signedInAs: string | null = null,
): Promise<Accepted> {
  const { invitation, site, isMailed } = await openInvitation(ctx, token);
  const name = displayName(joining.name);
  const email = joining.email.trim().toLowerCase();
  await refuseBadName(ctx, site.id, name);
  return await transaction(ctx.db, async (tx) => {
    const at = ctx.clock.now();
    const { accountId, personId } = await becomeMember(ctx, tx, {
      site,
      role: invitation.role,
      invited: { email: invitation.email, isMailed },
      signedInAs,
      joining: { ...joining, name, email },
    });
    if (!(await useInvitation(tx, invitation.id, personId, at))) throw gone();
    if (hasKnowledge(invitation)) await proposeExpertProfile(tx, site.id, personId, knowledgeOf(invitation));
    await addAuditEntry(tx, {
      siteId: site.id,
      actorId: personId,
      act: 'invitation.accepted',
      targetKind: 'invitation',
      targetId: invitation.id,
      reason: null,
      details: { role: invitation.role },
      at,
    });
    // Sessions of an unproven account ended with the transaction: their connections must not go on.
    tx.onCommit(() => ctx.broker.publish({ topic: 'signed-out', siteId: site.id, personId }));
    tx.onCommit(() =>
      ctx.broker.publish({
        topic: 'back-office',
        siteId: site.id,
        changed: ['people', 'invitations', 'audit-log'],
      }),
    );
    return { accountId, personId, site, invitation, isProven: await isProven(tx, accountId) };
  });
}

type Accepted = {
  accountId: string;
  personId: string;
  site: SiteRow;
  invitation: InvitationRow;
  /** Whether the account's address is shown to be theirs. */
  isProven: boolean;
};

type Knowledge = { role: InvitationRow['role']; topics: string | null; language: string | null };

/** A manager is told of questions only once they say so themself. */
const hasKnowledge = ({ role, topics, language }: Knowledge): boolean =>
  role !== 'manager' && (topics !== null || language !== null);

const knowledgeOf = ({ topics, language }: Knowledge) => ({
  topics: topics ?? '[]',
  languages: JSON.stringify(language === null ? [] : [language]),
});

const gone = () =>
  new Refusal(410, 'gone', 'This invitation was used already, or its time is over. Ask for a new one.');
