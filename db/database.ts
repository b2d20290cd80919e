import type { Transaction } from 'kysely';
import type { Db } from './connect.ts';
import type { Database } from './schema.ts';

/** Either the database or a transaction on it: what reading functions take. */
export type Reader = Db | Transaction<Database>;

/** What writing functions take: facts are only ever written in a transaction. */
export type Tx = Transaction<Database> & { readonly onCommit: (after: () => void) => void };

/**
 * Runs `work` in one short transaction. What it registers with `tx.onCommit` runs after the commit, in
 * order, and never when the transaction failed: nobody is told of what did not happen.
 */
export async function transaction<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  const afterwards: (() => void)[] = [];
  const result = await db.transaction().execute((trx) => {
    const tx = Object.assign(trx, { onCommit: (after: () => void) => void afterwards.push(after) });
    return work(tx);
  });
  for (const after of afterwards) after();
  return result;
}
