import { findAccountByEmail, insertAccount, proveAddress } from '../../db/accounts.ts';
import { addAuditEntry } from '../../db/audit-log.ts';
import { transaction } from '../../db/database.ts';
import { findMember, insertPerson, updatePerson } from '../../db/people.ts';
import { PLAIN_PERSON } from '../../db/plain-rows.ts';
import { findSite } from '../../db/sites.ts';
import type { AppContext } from '../context.ts';
import { notFound } from '../errors.ts';
import { signInAddress } from './create-sign-in-link.ts';

/** The operator makes somebody a community manager. @returns a single-use sign-in link */
export async function createManager(
  ctx: AppContext,
  manager: { siteId: string; email: string; name: string },
): Promise<string> {
  const { siteId, email, name } = manager;
  if (!(await findSite(ctx.db, siteId))) throw notFound();
  const accountId = await transaction(ctx.db, async (tx) => {
    const at = ctx.clock.now();
    const account = await findAccountByEmail(tx, email);
    const id = account?.id ?? ctx.random.id();
    if (account) await proveAddress(tx, account.id);
    else await insertAccount(tx, { id, name, email, verified: true, at });
    const member = await findMember(tx, siteId, id);
    if (member?.role === 'manager') return id;
    const personId = member?.id ?? ctx.random.id();
    if (member) await updatePerson(tx, personId, { role: 'manager' });
    else {
      await insertPerson(tx, {
        id: personId,
        site_id: siteId,
        role: 'manager',
        name,
        account_id: id,
        address: null,
        created_at: at,
        ...PLAIN_PERSON,
        last_seen_at: null,
      });
    }
    const target = { targetKind: 'person', targetId: personId };
    await addAuditEntry(tx, { siteId, actorId: null, act: 'manager.created', ...target, reason: null, at });
    return id;
  });
  return signInAddress(ctx, await ctx.signIn.issueLink(accountId, 'back-office'));
}
