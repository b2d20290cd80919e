/** What joining comes to, whatever led to it: an account, a person of the site, the rules, the picture. */
import { findAccountByEmail, insertAccount, proveAddress } from '../../db/accounts.ts';
import { findBan } from '../../db/bans.ts';
import type { Tx } from '../../db/database.ts';
import { findOneTimeCode } from '../../db/one-time-codes.ts';
import { findMember, insertPerson, listMemberships, updatePerson } from '../../db/people.ts';
import { savePicture } from '../../db/pictures.ts';
import { PLAIN_PERSON } from '../../db/plain-rows.ts';
import type { RoleValue, SiteRow } from '../../db/schema.ts';
import { isAtLeast } from '../actor.ts';
import type { AppContext } from '../context.ts';
import type { EncodedPicture } from '../encode-picture.ts';
import { conflict, Refusal } from '../errors.ts';
import { agreedRules, saveAgreement } from './agree-to-rules.ts';
import { banned } from './writable-conversation.ts';

export type Joining = {
  name: string;
  email: string;
  /** The hash of the rules they read and agreed to; null where they were shown none. */
  rules?: string | null;
  picture?: EncodedPicture | null;
};

/**
 * `invited` is the address their way in was made for, and whether it is the one that was mailed there: a manager can
 * copy the other, which proves nothing. `signedInAs` is the account of the session they show, if any.
 */
export type NewMember = {
  site: SiteRow;
  role: RoleValue;
  invited: { email: string | null; isMailed: boolean };
  signedInAs: string | null;
  joining: Joining;
};

/**
 * Makes somebody a member in this transaction: with `joining.name` as it is, which was judged before.
 * @throws Refusal 409 when the e-mail address is somebody's already, `sign-in-first` among it, 422 `rules`, 403 who
 * is banned
 */
export async function becomeMember(
  ctx: AppContext,
  tx: Tx,
  member: NewMember,
): Promise<{ accountId: string; personId: string }> {
  const { site, joining } = member;
  const rules = agreedRules(site, joining.rules ?? null);
  const at = ctx.clock.now();
  const accountId = await decideAccount(ctx, tx, member, at);
  const personId = await saveMember(ctx, tx, member, accountId, at);
  await saveAgreement(ctx, tx, { siteId: site.id, personId }, rules);
  if (joining.picture) {
    const theirs = { person_id: personId, site_id: site.id, created_at: at };
    await savePicture(tx, { id: ctx.random.id(), ...theirs, ...joining.picture });
  }
  return { accountId, personId };
}

/** Typing an address proves nothing: an account is joined by a link mailed to it, or by who is signed in to it. */
async function decideAccount(
  ctx: AppContext,
  tx: Tx,
  { site, invited, signedInAs, joining: { name, email } }: NewMember,
  at: number,
): Promise<string> {
  const existing = await findAccountByEmail(tx, email);
  const isInvited = invited.email === email;
  const proven = isInvited && invited.isMailed;
  if (!existing) {
    const id = ctx.random.id();
    await insertAccount(tx, { id, name, email, verified: proven, at });
    return id;
  }
  if (existing.id !== signedInAs) {
    if (!isInvited) throw takenAddress();
    if (!proven) throw signInFirst();
    await refuseUnlessOnlyHere(tx, site.id, existing.id);
  }
  if (proven) await proveAddress(tx, existing.id);
  return existing.id;
}

/**
 * The mail lies in a mailbox for as long as an invitation lasts: its link must not open what is somebody's of another
 * site, nor a manager's. One-time codes are asked for beside any link.
 */
async function refuseUnlessOnlyHere(tx: Tx, siteId: string, accountId: string): Promise<void> {
  const memberships = await listMemberships(tx, accountId);
  if (memberships.every(({ site_id, role }) => site_id === siteId && role !== 'manager')) return;
  if ((await findOneTimeCode(tx, accountId))?.in_force_since != null) return;
  throw signInFirst();
}

const takenAddress = () =>
  conflict('This e-mail address has an account already. Ask for an invitation sent to this address.');

const signInFirst = () =>
  new Refusal(
    409,
    'sign-in-first',
    'This e-mail address has an account already. Sign in to it, then open the invitation again.',
  );

async function saveMember(
  ctx: AppContext,
  tx: Tx,
  { site, role, joining: { name } }: NewMember,
  accountId: string,
  at: number,
): Promise<string> {
  const member = await findMember(tx, site.id, accountId);
  if (member) {
    const ban = await findBan(tx, member.id, at);
    if (ban) throw banned(ban.reason);
    // Joining raises a role, it never takes one away.
    await updatePerson(tx, member.id, { name, role: isAtLeast(member.role, role) ? member.role : role });
    return member.id;
  }
  const id = ctx.random.id();
  await insertPerson(tx, {
    id,
    site_id: site.id,
    role,
    name,
    account_id: accountId,
    address: null,
    created_at: at,
    ...PLAIN_PERSON,
    last_seen_at: at,
  });
  return id;
}
