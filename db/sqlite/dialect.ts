import {
  ColumnNode,
  type CompiledQuery,
  type DatabaseConnection,
  type Dialect,
  type Driver,
  type OperationNode,
  type QueryResult,
  SqliteAdapter,
  SqliteIntrospector,
  SqliteQueryCompiler,
  TableNode,
  type UpdateQueryNode,
} from 'kysely';
import { openReader } from './open.ts';
import { createStatements, type Statements } from './statements.ts';
import { EVERY_TABLE, type Result, type Statement } from './write-protocol.ts';
import type { WriteSession, WriteThread } from './write-thread.ts';

const threads = new WeakMap<object, WriteThread>();

/** The write thread behind a database. @throws where there is none: a transaction, another engine */
export function writeThreadOf(db: object): WriteThread {
  const thread = threads.get(db);
  if (!thread) throw new Error('no write thread behind this');
  return thread;
}

export function keepWriteThread(db: object, thread: WriteThread): void {
  threads.set(db, thread);
}

const readers = new WeakMap<object, () => Statements | undefined>();

/** What reads from a database at once; undefined in a transaction, and before anything was read. */
export function readerOf(db: object): Statements | undefined {
  return readers.get(db)?.();
}

export function keepReader(db: object, reader: () => Statements | undefined): void {
  readers.set(db, reader);
}

/**
 * SQLite with two connections: one that only reads, here, where reading takes microseconds and never waits
 * for a writer; and one that writes, in a thread of its own, where a slow disk holds up nobody else.
 */
export function sqliteDialect(
  file: string,
  writer: WriteThread,
): Dialect & { reader(): Statements | undefined } {
  const driver = new TwoConnections(file, writer);
  return {
    reader: () => driver.reader,
    createAdapter: () => new TwoConnectionsAdapter(),
    createDriver: () => driver,
    createIntrospector: (db) => new SqliteIntrospector(db),
    createQueryCompiler: () => new SqliteQueryCompiler(),
  };
}

class TwoConnectionsAdapter extends SqliteAdapter {
  /** A migration is made whole or not at all: SQLite's tables are created in transactions like anything else. */
  override get supportsTransactionalDdl() {
    return true;
  }

  /** The query builder need not keep statements from each other: the write thread does, where it must. */
  override get supportsMultipleConnections() {
    return true;
  }
}

class TwoConnections implements Driver {
  readonly #file: string;
  readonly #writer: WriteThread;
  #reader: { statements: Statements; close(): void } | null = null;

  constructor(file: string, writer: WriteThread) {
    this.#file = file;
    this.#writer = writer;
  }

  get reader(): Statements | undefined {
    return this.#reader?.statements;
  }

  async init() {
    const connection = openReader(this.#file);
    this.#reader = { statements: createStatements(connection), close: () => connection.close() };
  }

  async acquireConnection() {
    return new Wire(this.#reader!.statements, this.#writer);
  }

  async beginTransaction(connection: DatabaseConnection) {
    await (connection as Wire).begin();
  }

  async commitTransaction(connection: DatabaseConnection) {
    await (connection as Wire).end(true);
  }

  async rollbackTransaction(connection: DatabaseConnection) {
    await (connection as Wire).end(false);
  }

  async releaseConnection() {
    // Nothing is held between two statements.
  }

  async destroy() {
    await this.#writer.close();
    this.#reader?.close();
  }
}

/** What one statement, or one transaction, goes through. */
class Wire implements DatabaseConnection {
  readonly #statements: Statements;
  readonly #writer: WriteThread;
  #session: WriteSession | null = null;

  constructor(statements: Statements, writer: WriteThread) {
    this.#statements = statements;
    this.#writer = writer;
  }

  async begin() {
    this.#session = await this.#writer.begin();
  }

  async end(commit: boolean) {
    const session = this.#session;
    this.#session = null;
    await session?.end(commit);
  }

  async executeQuery<Row>({ sql, parameters, query }: CompiledQuery): Promise<QueryResult<Row>> {
    if (this.#session) {
      return shown(await this.#session.query({ sql, parameters, writes: tableOf(query) }));
    }
    if (query.kind === 'SelectQueryNode' || this.#onlyReads(query, sql)) {
      return shown(this.#statements.run(sql, parameters));
    }
    const statement: Statement = { sql, parameters, writes: tableOf(query) };
    return shown(await this.#writer.unit('statement', statement));
  }

  // biome-ignore lint/correctness/useYield: there is nothing to give
  async *streamQuery<Row>(): AsyncIterableIterator<QueryResult<Row>> {
    throw new Error('rows are read by pages, not streamed');
  }

  /** A statement written by hand says what it is only to the database. */
  #onlyReads(query: OperationNode, sql: string): boolean {
    return query.kind === 'RawNode' && this.#statements.onlyReads(sql);
  }
}

function shown<Row>({ rows, changes, lastId }: Result): QueryResult<Row> {
  return { rows: rows as Row[], numAffectedRows: BigInt(changes), insertId: BigInt(lastId) };
}

/** The table a statement changes; `?` for what is known to change one, without saying which. */
function tableOf(query: OperationNode): string | null {
  switch (query.kind) {
    case 'SelectQueryNode':
      return null;
    case 'InsertQueryNode':
      return insertedInto(nameOf((query as OperationNode & { into?: OperationNode }).into));
    case 'UpdateQueryNode':
      return updatedBy(query as UpdateQueryNode);
    case 'DeleteQueryNode': {
      const { from } = query as OperationNode & { from: { froms: readonly OperationNode[] } };
      return nameOf(from.froms[0]);
    }
    default:
      return EVERY_TABLE;
  }
}

/**
 * What changes nobody's rights, and often: who is changing a library is marked on its site, and read past what
 * is remembered; where somebody was last seen grows old, person by person; a session is prolonged by its use.
 */
const MARKS: Record<string, readonly string[]> = {
  site: ['library_saving_until'],
  person: ['address'],
  session: ['updatedAt', 'expiresAt'],
};

/** A session that begins takes nothing from anybody: what others have on its way need not be decided again. */
const insertedInto = (name: string) => (name === 'session' ? 'session (mark)' : name);

function updatedBy({ table, updates = [] }: UpdateQueryNode): string {
  const name = nameOf(table);
  const isMark = updates.every(
    ({ column }) => ColumnNode.is(column) && MARKS[name]?.includes(column.column.name),
  );
  return isMark ? `${name} (mark)` : name;
}

function nameOf(node: OperationNode | undefined): string {
  return node && TableNode.is(node) ? node.table.identifier.name : EVERY_TABLE;
}
