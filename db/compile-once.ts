import type { CompiledQuery } from 'kysely';
import type { Reader } from './database.ts';
import { readerOf } from './sqlite/dialect.ts';

/**
 * A query that is built and compiled the first time it is asked, since building one costs more than a
 * look-up by key. What stands for the parameters in `build` is replaced, in the order of the text, by those
 * given at each call.
 */
export function compileOnce<Row>(
  build: (db: Reader) => { compile(): CompiledQuery<Row> },
): (db: Reader, parameters: readonly unknown[]) => Promise<Row[]> {
  const byDialect = new Map<unknown, CompiledQuery<Row>>();
  return async (db, parameters) => {
    const dialect = db.getExecutor().adapter.constructor;
    let compiled = byDialect.get(dialect);
    if (!compiled) {
      compiled = build(db).compile();
      byDialect.set(dialect, compiled);
    }
    if (parameters.length !== compiled.parameters.length)
      throw new Error(`other parameters: ${compiled.sql}`);
    // The query builder's own way to a connection costs more than a look-up by key.
    const reader = compiled.query.kind === 'SelectQueryNode' ? readerOf(db) : undefined;
    if (reader) return reader.run(compiled.sql, parameters).rows as Row[];
    const { rows } = await db.executeQuery<Row>({ ...compiled, parameters });
    return rows;
  };
}

/** How many values a list of values is made for: others are filled up to the next one. */
const SIZES = [1, 8, 64];

/**
 * The same for `in (…)`: asked for many at once a row costs a tenth of what it costs alone. The values are
 * the query's only parameters; rows come in no order.
 */
export function compileForMany<Value, Row>(
  build: (db: Reader, values: Value[]) => { compile(): CompiledQuery<Row> },
): (db: Reader, values: readonly Value[]) => Promise<Row[]> {
  const bySize = SIZES.map((size) => ({
    size,
    query: compileOnce((db) => build(db, new Array(size).fill(0))),
  }));
  return async (db, values) => {
    const rows: Row[] = [];
    for (let from = 0; from < values.length; from += SIZES.at(-1)!) {
      const some = values.slice(from, from + SIZES.at(-1)!);
      const { size, query } = bySize.find((each) => each.size >= some.length)!;
      rows.push(...(await query(db, [...some, ...new Array(size - some.length).fill(some[0])])));
    }
    return rows;
  };
}
