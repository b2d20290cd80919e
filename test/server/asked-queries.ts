import { vi } from 'vitest';
import type { Db } from '../../db/connect.ts';
import { readerOf } from '../../db/sqlite/dialect.ts';

type Query = { sql: string; parameters: readonly unknown[] };

/** What a database is asked from here on: by the query builder, and by queries that are compiled once. */
export function askedQueries(db: Db) {
  const built = vi.spyOn(db.getExecutor(), 'executeQuery');
  const reader = readerOf(db);
  if (!reader) throw new Error('nothing was read from this database yet');
  const read = vi.spyOn(reader, 'run');
  return {
    all: (): Query[] => [
      ...built.mock.calls.filter(([{ query }]) => query.kind !== 'SelectQueryNode').map(([query]) => query),
      ...read.mock.calls.map(([sql, parameters]) => ({ sql, parameters })),
    ],
    stop() {
      built.mockRestore();
      read.mockRestore();
    },
  };
}
