import type { Statement } from 'better-sqlite3';
import type { Connection } from './open.ts';
import type { Result } from './write-protocol.ts';

/** Preparing costs more than running: as many statements as a program of this size has are kept. */
const KEPT = 500;

/** The statements of a connection, each prepared once. */
export function createStatements(connection: Connection) {
  const kept = new Map<string, Statement>();

  function prepare(sql: string): Statement {
    const known = kept.get(sql);
    if (known) return known;
    if (kept.size >= KEPT) kept.delete(kept.keys().next().value!);
    const statement = connection.prepare(sql);
    kept.set(sql, statement);
    return statement;
  }

  return {
    /** Whether it leaves the database as it is. @throws where it is no SQL */
    onlyReads: (sql: string) => prepare(sql).readonly,
    run(sql: string, parameters: readonly unknown[]): Result {
      const statement = prepare(sql);
      if (statement.reader) return { rows: statement.all(parameters), changes: 0, lastId: 0 };
      const { changes, lastInsertRowid } = statement.run(parameters);
      return { rows: [], changes, lastId: lastInsertRowid };
    },
  };
}

export type Statements = ReturnType<typeof createStatements>;
