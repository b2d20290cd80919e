import type { Tx } from './database.ts';
import type { NoticeRow } from './schema-community.ts';

export type NewNotice = Omit<NoticeRow, 'number' | 'done_at' | 'outcome'>;

/** Puts down what people are to be told; what one person is told already under its key is left as it is. */
export async function addNotices(tx: Tx, notices: NewNotice[]): Promise<void> {
  for (let from = 0; from < notices.length; from += 500) {
    const rows = notices.slice(from, from + 500).map((row) => ({ ...row, done_at: null, outcome: null }));
    await tx
      .insertInto('notice')
      .values(rows)
      .onConflict((oc) => oc.columns(['person_id', 'key']).doNothing())
      .execute();
  }
}
