import { insertAccount } from '../../../db/accounts.ts';
import { transaction } from '../../../db/database.ts';
import { insertPerson } from '../../../db/people.ts';
import { PLAIN_PERSON } from '../../../db/plain-rows.ts';
import type { AppContext } from '../../../server/context.ts';
import { SITE } from './site.ts';

/** What a request of a manager shows: the session's cookie, and the origin of our own pages. */
export type ManagerHeaders = { cookie: string; origin: string };

/** A manager of the site that was filled, signed in. */
export async function signInManager(ctx: AppContext): Promise<ManagerHeaders> {
  const at = ctx.clock.now();
  const account = { id: 'manager', name: 'Maud', email: 'maud@example.com', verified: true, at };
  await transaction(ctx.db, async (tx) => {
    await insertAccount(tx, account);
    await insertPerson(tx, {
      id: account.id,
      site_id: SITE,
      role: 'manager',
      name: account.name,
      account_id: account.id,
      address: null,
      ...PLAIN_PERSON,
      created_at: at,
      last_seen_at: null,
    });
  });
  const { setCookie } = await ctx.signIn.openSession(account.id);
  return { cookie: setCookie.split(';')[0] ?? '', origin: ctx.config.publicUrl };
}
