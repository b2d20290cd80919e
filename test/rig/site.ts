import { insertAccount } from '../../db/accounts.ts';
import { transaction } from '../../db/database.ts';
import { insertPerson } from '../../db/people.ts';
import { PLAIN_PERSON } from '../../db/plain-rows.ts';
import { seedLibrary } from '../../db/seed.ts';
import { insertSite } from '../../db/sites.ts';
import { starterTerms } from '../../moderation/index.ts';
import { NO_RULES } from '../../moderation/rules.ts';
import { readConfig } from '../../server/config.ts';
import type { AppContext } from '../../server/context.ts';
import { createLog } from '../../server/log.ts';
import { closeContext, createContext } from '../../server/start.ts';

export const SHOP = 'https://shop.test';
/** A word that every site's library holds. */
export const HELD_WORD = 'connard';

/**
 * Prepares a data folder before the server starts: sites with the usual vocabularies, whose rules hold neither
 * quick nor repeated messages so that a rig may write much, and one moderator each.
 * @returns a one-time code for the moderator of each site
 */
export async function prepareSites(folder: string, siteIds: string[]): Promise<Map<string, string>> {
  const config = readConfig({ ENTRAIDE_DATA: folder });
  const ctx = await createContext(config, createLog('silent'));
  const codes = new Map<string, string>();
  for (const siteId of siteIds) {
    await addSite(ctx, siteId);
    codes.set(siteId, await addModerator(ctx, siteId));
  }
  await closeContext(ctx);
  return codes;
}

async function addSite(ctx: AppContext, id: string): Promise<void> {
  const now = ctx.clock.now();
  await transaction(ctx.db, async (tx) => {
    await insertSite(tx, {
      id,
      name: `Site ${id}`,
      locale: 'fr',
      mode: 'open',
      chat_default: 'everywhere',
      moderators_may_release: 1,
      report_threshold: 3,
      allowed_origins: JSON.stringify([SHOP]),
      accent: null,
      library_version: 1,
      library_saving_until: null,
      library_rules: JSON.stringify(NO_RULES),
      community: null,
      created_at: now,
    });
    await seedLibrary(tx, id, {
      terms: [...starterTerms('fr'), ...starterTerms('en')],
      id: ctx.random.id,
      now,
    });
  });
}

async function addModerator(ctx: AppContext, siteId: string): Promise<string> {
  const accountId = ctx.random.id();
  const at = ctx.clock.now();
  const account = { id: accountId, name: 'Mona', email: `${accountId}@example.com`, verified: true, at };
  await transaction(ctx.db, async (tx) => {
    await insertAccount(tx, account);
    await insertPerson(tx, {
      id: ctx.random.id(),
      site_id: siteId,
      role: 'moderator',
      name: 'Mona',
      account_id: accountId,
      address: null,
      created_at: at,
      ...PLAIN_PERSON,
      last_seen_at: null,
    });
  });
  return await ctx.signIn.issueLink(accountId, 'shop', siteId);
}
