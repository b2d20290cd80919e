/** What joining comes to, whatever led to it: an account, a person of the site, the rules, the picture. */
import { findAccountByEmail, insertAccount, proveAddress } from '../../db/accounts.ts';
import type { Tx } from '../../db/database.ts';
import { findMember, insertPerson, updatePerson } from '../../db/people.ts';
import { savePicture } from '../../db/pictures.ts';
import { PLAIN_PERSON } from '../../db/plain-rows.ts';
import { saveAcceptance } from '../../db/rules-acceptances.ts';
import type { RoleValue, SiteRow } from '../../db/schema.ts';
import { isAtLeast } from '../actor.ts';
import type { AppContext } from '../context.ts';
import type { EncodedPicture } from '../encode-picture.ts';
import { conflict, Refusal } from '../errors.ts';
import { type HouseRules, houseRulesOf } from '../house-rules.ts';
import type { Locale } from '../protocol/frames.ts';

export type Joining = {
  name: string;
  email: string;
  /** The rules they read and agreed to, by their hash; null where they were shown none. */
  rules?: { hash: string; locale: Locale } | null;
  picture?: EncodedPicture | null;
};

/** `provenEmail` is the address their way in was sent to: who holds it has shown that it is theirs. */
export type NewMember = { site: SiteRow; role: RoleValue; provenEmail: string | null; joining: Joining };

/** @throws Refusal 422 `rules` when there are rules and these are not the ones agreed to */
export function refuseOtherRules(site: SiteRow, { rules }: Joining): HouseRules | null {
  const inForce = houseRulesOf(site, rules?.locale ?? site.locale);
  if (inForce && inForce.hash !== rules?.hash) {
    throw new Refusal(422, 'rules', 'Read and accept the rules of the house.');
  }
  return inForce;
}

/**
 * Makes somebody a member in this transaction: with `joining.name` as it is, which was judged before.
 * @throws Refusal 409 when the e-mail address is somebody's already, 422 `rules`
 */
export async function becomeMember(
  ctx: AppContext,
  tx: Tx,
  member: NewMember,
): Promise<{ accountId: string; personId: string }> {
  const { site, joining } = member;
  const rules = refuseOtherRules(site, joining);
  const at = ctx.clock.now();
  const accountId = await decideAccount(ctx, tx, member, at);
  const personId = await saveMember(ctx, tx, member, accountId, at);
  const theirs = { person_id: personId, site_id: site.id };
  if (rules) {
    await saveAcceptance(tx, { ...theirs, rules_hash: rules.hash, locale: rules.locale, accepted_at: at });
  }
  if (joining.picture)
    await savePicture(tx, { id: ctx.random.id(), ...theirs, ...joining.picture, created_at: at });
  return { accountId, personId };
}

/** Typing somebody's address proves nothing: an existing account is only joined by a link sent to it. */
async function decideAccount(
  ctx: AppContext,
  tx: Tx,
  { provenEmail, joining: { name, email } }: NewMember,
  at: number,
): Promise<string> {
  const existing = await findAccountByEmail(tx, email);
  const proven = provenEmail === email;
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

async function saveMember(
  ctx: AppContext,
  tx: Tx,
  { site, role, joining: { name } }: NewMember,
  accountId: string,
  at: number,
): Promise<string> {
  const member = await findMember(tx, site.id, accountId);
  if (member) {
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
