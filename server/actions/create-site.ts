import { addAuditEntry } from '../../db/audit-log.ts';
import { transaction } from '../../db/database.ts';
import { seedLibrary } from '../../db/seed.ts';
import { findSite, insertSite } from '../../db/sites.ts';
import { starterTerms } from '../../moderation/index.ts';
import type { AppContext } from '../context.ts';
import { badRequest, conflict } from '../errors.ts';

/** The operator adds a site, with the starter vocabularies. Shown nowhere until a page rule says so. */
export async function createSite(
  ctx: AppContext,
  site: { id: string; name: string; origins: string[] },
): Promise<void> {
  if (!/^[a-z0-9-]{1,40}$/.test(site.id)) throw badRequest('A site’s id is made of a–z, 0–9 and -.');
  if (await findSite(ctx.db, site.id)) throw conflict(`The site ${site.id} exists already.`);
  const wrong = site.origins.find((origin) => !URL.canParse(origin) || new URL(origin).origin !== origin);
  if (wrong !== undefined || site.origins.length === 0) {
    throw badRequest(`“${wrong ?? ''}” is not an origin. Write https://shop.example, no path.`);
  }
  await transaction(ctx.db, async (tx) => {
    const now = ctx.clock.now();
    await insertSite(tx, {
      id: site.id,
      name: site.name,
      locale: 'fr',
      mode: 'open',
      chat_default: 'nowhere',
      moderators_may_release: 0,
      report_threshold: 3,
      allowed_origins: JSON.stringify(site.origins),
      accent: null,
      library_version: 1,
      library_saving_until: null,
      library_rules: null,
      community: null,
      created_at: now,
    });
    await seedLibrary(tx, site.id, {
      terms: [...starterTerms('fr'), ...starterTerms('en')],
      id: ctx.random.id,
      now,
    });
    const target = { targetKind: 'site', targetId: site.id };
    await addAuditEntry(tx, {
      siteId: site.id,
      actorId: null,
      act: 'site.created',
      ...target,
      reason: null,
      at: now,
    });
  });
}
