import type { Reader, Tx } from './database.ts';
import { remembered } from './memory.ts';
import type { PageRuleRow, SiteRow } from './schema.ts';
import type { Soon } from './soon.ts';

export function findSite(db: Reader, id: string): Soon<SiteRow | undefined> {
  return remembered(db, 'site', id, () =>
    db.selectFrom('site').selectAll().where('id', '=', id).executeTakeFirst(),
  );
}

/** No site has this id. */
const ALL = '';

export function listSites(db: Reader): Soon<SiteRow[]> {
  return remembered(db, 'site', ALL, () => db.selectFrom('site').selectAll().orderBy('id').execute());
}

export async function insertSite(tx: Tx, row: SiteRow): Promise<void> {
  await tx.insertInto('site').values(row).execute();
}

export async function updateSite(tx: Tx, id: string, changes: Partial<Omit<SiteRow, 'id'>>): Promise<void> {
  await tx.updateTable('site').set(changes).where('id', '=', id).execute();
}

/** The site's page rules in the order in which they are tried. */
export function listPageRules(db: Reader, siteId: string): Soon<PageRuleRow[]> {
  return remembered(db, 'page_rule', siteId, () =>
    db.selectFrom('page_rule').selectAll().where('site_id', '=', siteId).orderBy('position').execute(),
  );
}

export async function replacePageRules(tx: Tx, siteId: string, rules: PageRuleRow[]): Promise<void> {
  await tx.deleteFrom('page_rule').where('site_id', '=', siteId).execute();
  if (rules.length > 0) await tx.insertInto('page_rule').values(rules).execute();
}
