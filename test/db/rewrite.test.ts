import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { openSqlite } from '../../db/connect.ts';
import { transaction } from '../../db/database.ts';
import { erasedSince, noteErased, rewriteFile } from '../../db/rewrite.ts';

const HOUR = 60 * 60 * 1000;
const AT = 480_000 * HOUR + 5;

/** Papers under keys in no order: their pages part again and again, and leave copies of them behind. */
async function writtenAndErased(file: string) {
  const db = openSqlite(file);
  const marks = Array.from({ length: 4000 }, (_, i) => `secret-${i}-${((i * 7919) % 4001) * 2654435761}`);
  await transaction(db, async (tx) => {
    await sql`create table paper (id text primary key, body text) without rowid`.execute(tx);
    const papers = marks.map((mark, i) => [`${(i * 7919) % 4001}`, mark.padEnd(40 + ((i * 37) % 200))]);
    await sql`insert into paper select value ->> 0, value ->> 1 from json_each(${JSON.stringify(papers)})`.execute(
      tx,
    );
  });
  await transaction(db, async (tx) => {
    await sql`delete from paper where length(body) % 10 <> 0`.execute(tx);
    await noteErased(tx, AT);
  });
  const { rows } = await sql<{ body: string }>`select body from paper`.execute(db);
  const kept = new Set(rows.map(({ body }) => body.trim()));
  return { db, kept, erased: marks.filter((mark) => !kept.has(mark)) };
}

test('[STORE23] what was erased is in no byte of the file and its log once it was written anew', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'entraide-db-'));
  const file = join(folder, 'entraide.db');
  const { db, kept, erased } = await writtenAndErased(file);
  const bytes = () => readFileSync(file, 'latin1') + readFileSync(`${file}-wal`, 'latin1');
  const found = (marks: Iterable<string>) => {
    const all = bytes();
    return [...marks].filter((mark) => all.includes(mark)).length;
  };
  expect(found(erased)).toBeGreaterThan(0);
  expect(await erasedSince(db)).toBe(480_000 * HOUR);

  const reader = new BetterSqlite3(file, { readonly: true });
  const reading = reader.prepare('select * from paper').iterate();
  reading.next();
  await expect(rewriteFile(db)).rejects.toThrow('somebody reads an older state');
  expect(await erasedSince(db)).toBe(480_000 * HOUR);
  reading.return?.();
  reader.close();

  await rewriteFile(db);
  expect([found(erased), found(kept)]).toEqual([0, kept.size]);
  expect(await erasedSince(db)).toBeNull();
  await transaction(db, (tx) => sql`insert into paper values ('one more', 'is stored')`.execute(tx));
  await db.destroy();
  rmSync(folder, { recursive: true });
});

test('[STORE23] a restart remembers that copies of what was erased may be left', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'entraide-db-'));
  const file = join(folder, 'entraide.db');
  const first = openSqlite(file);
  await transaction(first, (tx) => noteErased(tx, AT));
  await transaction(first, (tx) => noteErased(tx, AT + 9 * HOUR));
  await first.destroy();
  const second = openSqlite(file);
  expect(await erasedSince(second)).toBe(480_000 * HOUR);
  await second.destroy();
  rmSync(folder, { recursive: true });
});
