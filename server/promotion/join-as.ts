import { findAccountByEmail, insertAccount, proveAddress } from '../../db/accounts.ts';
import { findBan } from '../../db/bans.ts';
import type { Tx } from '../../db/database.ts';
import { findOneTimeCode } from '../../db/one-time-codes.ts';
import { findMember, updatePerson } from '../../db/people.ts';
import type { PersonRow } from '../../db/schema.ts';
import { isAtLeast } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { conflict, notFound } from '../errors.ts';
import { becomeOne } from '../identity/become-one.ts';
import type { Role } from '../protocol/frames.ts';

type Joining = { name: string; email: string; isProven: boolean; role: Role };

/**
 * Gives somebody who has none a sign-in account, and the role. Whose proven address is a member's already is
 * that member, and brings along what they wrote.
 * @throws Refusal 409 when the address has an account and was not proven, or the account asks for one-time codes
 */
export async function joinAs(
  ctx: AppContext,
  tx: Tx,
  person: PersonRow,
  { name, email, isProven, role }: Joining,
): Promise<{ accountId: string; personId: string }> {
  const accountId = await accountOf(ctx, tx, { name, email, isProven });
  const member = await findMember(tx, person.site_id, accountId);
  if (!member) {
    await updatePerson(tx, person.id, { account_id: accountId, role, name });
    return { accountId, personId: person.id };
  }
  if (await findBan(tx, member.id, ctx.clock.now())) throw notFound();
  await becomeOne(ctx, tx, person, member);
  // Accepting raises a role, it never takes one away.
  await updatePerson(tx, member.id, { role: isAtLeast(member.role, role) ? member.role : role });
  return { accountId, personId: member.id };
}

/** Typing somebody's address proves nothing: an existing account takes a code sent there. */
async function accountOf(
  ctx: AppContext,
  tx: Tx,
  { name, email, isProven }: Omit<Joining, 'role'>,
): Promise<string> {
  const existing = await findAccountByEmail(tx, email);
  // A mailed code is the mailbox alone: who asks for one-time codes signs in with them.
  const asksMore = existing && (await findOneTimeCode(tx, existing.id))?.in_force_since != null;
  if (existing && (!isProven || asksMore))
    throw conflict('This e-mail address has an account already. Sign in with it first.');
  if (existing) {
    await proveAddress(tx, existing.id);
    return existing.id;
  }
  const id = ctx.random.id();
  await insertAccount(tx, { id, name, email, verified: isProven, at: ctx.clock.now() });
  return id;
}
