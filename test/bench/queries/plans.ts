/** What the database was asked, and by which index it answers. */
import BetterSqlite3 from 'better-sqlite3';

const prepared = new Set<string>();

/** From now on every statement that is prepared is remembered. */
export function rememberStatements(): void {
  const { prepare } = BetterSqlite3.prototype;
  BetterSqlite3.prototype.prepare = function remember(this: BetterSqlite3.Database, sql: string) {
    prepared.add(sql);
    return prepare.call(this, sql);
  } as typeof prepare;
}

/** The plans of what was prepared since the last call: one line a step, without the statement's own words. */
export function plansSince(file: string): string {
  const statements = [...prepared].filter((sql) => /^\s*select/i.test(sql));
  const db = new BetterSqlite3(file, { readonly: true });
  const plans = statements.map((sql) => stepsOf(db, sql));
  db.close();
  prepared.clear();
  return [...new Set(plans)].join(' | ');
}

function stepsOf(db: BetterSqlite3.Database, sql: string): string {
  const parameters = new Array(sql.split('?').length - 1).fill(null);
  const steps = db.prepare(`explain query plan ${sql}`).all(...parameters) as { detail: string }[];
  return steps.map(({ detail }) => detail).join('; ');
}
