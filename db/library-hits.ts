import type { Tx } from './database.ts';

export type EntryKey = { kind: 'term' | 'link'; text: string };

/** A person published what these entries had stopped. */
export async function countOverturned(tx: Tx, siteId: string, keys: EntryKey[]): Promise<void> {
  for (const key of keys) {
    await entriesOf(tx, siteId, key)
      .set((eb) => ({ overturned: eb('overturned', '+', 1) }))
      .execute();
  }
}

/** In force, and as it is being written for the next version: neither loses what is counted meanwhile. */
function entriesOf(tx: Tx, siteId: string, { kind, text }: EntryKey) {
  return tx
    .updateTable('library_entry')
    .where('site_id', '=', siteId)
    .where('kind', '=', kind)
    .where('text', '=', text)
    .where((eb) =>
      eb.or([
        eb('until_version', 'is', null),
        eb(
          'until_version',
          '>',
          eb.selectFrom('site').select('site.library_version').where('site.id', '=', siteId),
        ),
      ]),
    );
}
