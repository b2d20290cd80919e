/**
 * How a library goes from one version to the next. What is written for the next version is read by nobody
 * until `putInForce` says so, so a change of any size comes into force at once.
 */
import type { Reader, Tx } from './database.ts';
import type { LibraryEntryRow, LibraryVersionRow } from './schema-library.ts';

/** From one state of an entry to another: null before = added, null after = removed. */
export type EntryChange = { before: LibraryEntryRow | null; after: LibraryEntryRow | null };

/**
 * Begins a change. `until` (epoch ms) keeps others from changing this library that long, for a change of
 * more than one transaction; null = the change ends with this one.
 * @returns the version in force, or null when another change is being written.
 */
export async function beginChange(
  tx: Tx,
  siteId: string,
  { now, until }: { now: number; until: number | null },
): Promise<number | null> {
  const site = await tx
    .selectFrom('site')
    .select(['library_version', 'library_saving_until'])
    .where('id', '=', siteId)
    .executeTakeFirstOrThrow();
  if (site.library_saving_until !== null && site.library_saving_until > now) return null;
  // A change that was cut short left rows behind that are not to come into force.
  if (site.library_saving_until !== null) await discardUnfinished(tx, siteId, site.library_version);
  await tx.updateTable('site').set({ library_saving_until: until }).where('id', '=', siteId).execute();
  return site.library_version;
}

/** How long others are kept from changing this library, and its version in force. Read past what is remembered. */
export async function findHold(
  db: Reader,
  siteId: string,
): Promise<{ until: number | null; inForce: number } | undefined> {
  return await db
    .selectFrom('site')
    .select(['library_saving_until as until', 'library_version as inForce'])
    .where('id', '=', siteId)
    .executeTakeFirst();
}

/** @returns false when the change took too long and somebody else began one. */
export async function prolongChange(tx: Tx, siteId: string, from: number, until: number): Promise<boolean> {
  const result = await tx
    .updateTable('site')
    .set({ library_saving_until: until })
    .where('id', '=', siteId)
    .where('library_saving_until', '=', from)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Writes entries as they will be in `version`, a few hundred at a time. */
export async function writeEntries(tx: Tx, siteId: string, version: number, changes: EntryChange[]) {
  const closed = changes.flatMap(({ before }) => (before ? [before.id] : []));
  if (closed.length > 0) {
    await tx
      .updateTable('library_entry')
      .set({ until_version: version })
      .where('site_id', '=', siteId)
      .where('id', 'in', closed)
      .where('until_version', 'is', null)
      .execute();
  }
  const opened = changes.flatMap(({ after }) =>
    after ? [{ ...after, site_id: siteId, since_version: version, until_version: null }] : [],
  );
  if (opened.length > 0) await tx.insertInto('library_entry').values(opened).execute();
}

/** The version is the one in force from this commit on. */
export async function putInForce(tx: Tx, row: LibraryVersionRow): Promise<void> {
  await tx.insertInto('library_version').values(row).execute();
  await tx
    .updateTable('site')
    .set({ library_version: row.version, library_saving_until: null })
    .where('id', '=', row.site_id)
    .execute();
}

/** Takes back what was written for a version that never came into force, and lets others change the library. */
export async function abandonChange(tx: Tx, siteId: string, inForce: number): Promise<void> {
  await discardUnfinished(tx, siteId, inForce);
  await tx.updateTable('site').set({ library_saving_until: null }).where('id', '=', siteId).execute();
}

/**
 * A few hundred rows of the same at a time: first what was begun, whose texts may be those of what was ended.
 * @returns whether there was any
 */
export async function discardSome(tx: Tx, siteId: string, inForce: number): Promise<boolean> {
  const begun = await someBeyond(tx, siteId, 'since_version', inForce);
  if (begun.length > 0) {
    await begunBeyond(tx, siteId, inForce).where('id', 'in', begun).execute();
    return true;
  }
  const ended = await someBeyond(tx, siteId, 'until_version', inForce);
  if (ended.length > 0) await endedBeyond(tx, siteId, inForce).where('id', 'in', ended).execute();
  return ended.length > 0;
}

async function discardUnfinished(tx: Tx, siteId: string, inForce: number): Promise<void> {
  await begunBeyond(tx, siteId, inForce).execute();
  await endedBeyond(tx, siteId, inForce).execute();
}

const SOME = 500;

async function someBeyond(
  tx: Tx,
  siteId: string,
  column: 'since_version' | 'until_version',
  inForce: number,
): Promise<string[]> {
  const rows = await tx
    .selectFrom('library_entry')
    .select('id')
    .where('site_id', '=', siteId)
    .where(column, '>', inForce)
    .limit(SOME)
    .execute();
  return rows.map((row) => row.id);
}

const begunBeyond = (tx: Tx, siteId: string, inForce: number) =>
  tx.deleteFrom('library_entry').where('site_id', '=', siteId).where('since_version', '>', inForce);

const endedBeyond = (tx: Tx, siteId: string, inForce: number) =>
  tx
    .updateTable('library_entry')
    .set({ until_version: null })
    .where('site_id', '=', siteId)
    .where('until_version', '>', inForce);
