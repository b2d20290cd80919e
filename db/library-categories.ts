import type { Reader, Tx } from './database.ts';
import type { EffectValue } from './schema.ts';

/** What each category does in a version; categories that are not named here hold. */
export async function categoryEffectsAt(
  db: Reader,
  siteId: string,
  version: number,
): Promise<Map<string, EffectValue>> {
  const rows = await db
    .selectFrom('library_category')
    .select(['name', 'effect'])
    .where('site_id', '=', siteId)
    .where('since_version', '<=', version)
    .where((eb) => eb.or([eb('until_version', 'is', null), eb('until_version', '>', version)]))
    .execute();
  return new Map(rows.map((row) => [row.name, row.effect]));
}

/** Says what categories do from `version` on; those not named keep what they do. */
export async function writeCategories(
  tx: Tx,
  siteId: string,
  version: number,
  categories: { name: string; effect: EffectValue }[],
): Promise<void> {
  if (categories.length === 0) return;
  await tx
    .updateTable('library_category')
    .set({ until_version: version })
    .where('site_id', '=', siteId)
    .where(
      'name',
      'in',
      categories.map((category) => category.name),
    )
    .where('until_version', 'is', null)
    .execute();
  await tx
    .insertInto('library_category')
    .values(
      categories.map((row) => ({ ...row, site_id: siteId, since_version: version, until_version: null })),
    )
    .execute();
}
