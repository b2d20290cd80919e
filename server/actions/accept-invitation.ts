import { findAccountByEmail, insertAccount, proveAddress } from '../../db/accounts.ts';
import { addAuditEntry } from '../../db/audit-log.ts';
import { type Tx, transaction } from '../../db/database.ts';
import { proposeExpertProfile } from '../../db/expert-profiles.ts';
import { findInvitationByHash, useInvitation } from '../../db/invitations.ts';
import { findMember, insertPerson, updatePerson } from '../../db/people.ts';
import { PLAIN_PERSON } from '../../db/plain-rows.ts';
import type { InvitationRow, SiteRow } from '../../db/schema.ts';
import { findSite } from '../../db/sites.ts';
import { isAtLeast } from '../actor.ts';
import { refuseBadName } from '../author-name.ts';
import type { AppContext } from '../context.ts';
import { conflict, Refusal } from '../errors.ts';
import { hashToken } from '../single-use-token.ts';
import { displayName } from '../text.ts';

/**
 * The invitation a link stands for, while it can still be accepted. Unknown, used, revoked and expired are
 * refused alike, after the same one query. @throws Refusal 410
 */
export async function openInvitation(ctx: AppContext, token: string) {
  const invitation = await findInvitationByHash(ctx.db, hashToken(token));
  if (!invitation || isOver(invitation, ctx.clock.now())) throw gone();
  const site = await findSite(ctx.db, invitation.site_id);
  if (!site) throw gone();
  return { invitation, site };
}

const isOver = ({ used_at, revoked_at, expires_at }: InvitationRow, now: number) =>
  used_at !== null || revoked_at !== null || expires_at <= now;

/**
 * Makes who holds the link a member, with a sign-in account. Of many at once, one succeeds.
 * @throws Refusal 410, 409 when the e-mail address is somebody's already, 422 for a bad name
 */
export async function acceptInvitation(
  ctx: AppContext,
  token: string,
  joining: { name: string; email: string },
): Promise<{ accountId: string; personId: string; site: SiteRow; invitation: InvitationRow }> {
  const { invitation, site } = await openInvitation(ctx, token);
  const name = displayName(joining.name);
  const email = joining.email.trim().toLowerCase();
  await refuseBadName(ctx, site.id, name);
  return await transaction(ctx.db, async (tx) => {
    const at = ctx.clock.now();
    const accountId = await decideAccount(ctx, tx, { invitation, name, email, at });
    const personId = await saveMember(ctx, tx, { site, invitation, accountId, name, at });
    if (!(await useInvitation(tx, invitation.id, personId, at))) throw gone();
    if (hasKnowledge(invitation)) await proposeExpertProfile(tx, site.id, personId, knowledgeOf(invitation));
    await addAuditEntry(tx, {
      siteId: site.id,
      actorId: personId,
      act: 'invitation.accepted',
      targetKind: 'invitation',
      targetId: invitation.id,
      reason: null,
      details: { role: invitation.role, email },
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
    return { accountId, personId, site, invitation };
  });
}

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

type Account = { invitation: InvitationRow; name: string; email: string; at: number };

/** Typing somebody's address proves nothing: an existing account is only joined by a link sent to it. */
async function decideAccount(
  ctx: AppContext,
  tx: Tx,
  { invitation, name, email, at }: Account,
): Promise<string> {
  const existing = await findAccountByEmail(tx, email);
  const proven = invitation.email === email;
  if (existing && !proven) {
    throw conflict('This e-mail address has an account already. Ask for an invitation sent to this address.');
  }
  if (existing) {
    await proveAddress(tx, existing.id);
    return existing.id;
  }
  const id = ctx.random.id();
  await insertAccount(tx, { id, name, email, verified: proven, at });
  return id;
}

type Member = { site: SiteRow; invitation: InvitationRow; accountId: string; name: string; at: number };

async function saveMember(
  ctx: AppContext,
  tx: Tx,
  { site, invitation, accountId, name, at }: Member,
): Promise<string> {
  const member = await findMember(tx, site.id, accountId);
  if (member) {
    // An invitation raises a role, it never takes one away.
    const role = isAtLeast(member.role, invitation.role) ? member.role : invitation.role;
    await updatePerson(tx, member.id, { name, role });
    return member.id;
  }
  const id = ctx.random.id();
  await insertPerson(tx, {
    id,
    site_id: site.id,
    role: invitation.role,
    name,
    account_id: accountId,
    address: null,
    created_at: at,
    ...PLAIN_PERSON,
    last_seen_at: at,
  });
  return id;
}
