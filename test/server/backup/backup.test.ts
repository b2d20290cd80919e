import {
  copyFileSync,
  existsSync,
  openSync,
  readdirSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { copyDatabase } from '../../../db/backup.ts';
import { NotWhole, verifyDatabase } from '../../../db/verify.ts';
import { backUp } from '../../../server/backup/back-up.ts';
import { lastBackupAt } from '../../../server/backup/last-backup.ts';
import { restore } from '../../../server/backup/restore.ts';
import { command, dying, makeDatabase, metaOf, newFolder } from './runs.ts';

let folder: string;
beforeEach(() => {
  folder = newFolder();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const nothing = () => {};
/** What lies there, but for what SQLite keeps beside any database that is read. */
const names = () =>
  readdirSync(folder)
    .filter((name) => !/-(wal|shm|journal)$/.test(name))
    .sort();

describe('backup', () => {
  test('[BACKUP2] others commit between any two steps of a copy; it does not begin anew and has none of it', async () => {
    const file = await makeDatabase(join(folder, 'a.db'), 'x');
    const writer = new BetterSqlite3(file);
    const add = writer.prepare(
      `insert into meta values ('k' || (select count(*) from meta), hex(zeroblob(50000)))`,
    );
    for (let i = 0; i < 60; i += 1) add.run();
    const before = writer.prepare('select count(*) from meta').pluck().get();
    const copied: number[] = [];
    const whole = await copyDatabase(file, join(folder, 'b.db'), (pages) => {
      copied.push(pages);
      add.run();
    });
    writer.close();
    expect(copied.length).toBeGreaterThan(3);
    expect(copied).toEqual([...copied].sort((a, b) => a - b));
    expect(whole.rows.meta).toBe(before);
    expect(verifyDatabase(file).rows.meta).toBe(Number(before) + copied.length);
  });

  test('[BACKUP3] a backup has its name only once it was read back; it is its owner’s, and one file', async () => {
    const file = await makeDatabase(join(folder, 'a.db'), 'x');
    const target = join(folder, 'b.db');
    const seen = new Set<string>();
    const backup = await backUp(file, target, 1_700_000_000_000, () => {
      for (const name of names()) seen.add(name);
    });
    expect([...seen].filter((name) => name.startsWith('b.db'))).toEqual([`b.db.${process.pid}.part`]);
    expect(backup.rows).toMatchObject({ meta: 2, message: 0, site: 0 });
    expect(statSync(target).mode & 0o777).toBe(0o600);
    expect(names()).toEqual(['a.db', 'a.db.last-backup', 'b.db']);
    expect(lastBackupAt(file)).toBe(1_700_000_000_000);
    expect(metaOf(target)).toEqual(metaOf(file));
  });

  test('[BACKUP4] nothing is overwritten, and what cannot be done is said in one line that leaves nothing behind', async () => {
    const file = await makeDatabase(join(folder, 'entraide.db'), 'x');
    writeFileSync(join(folder, 'there.db'), 'mine');
    const refusals: [string[], string][] = [
      [['backup', join(folder, 'there.db')], 'there already'],
      [['backup', join(folder, 'no/folder/b.db')], 'There is no folder'],
      [['verify', join(folder, 'there.db')], 'is not a database'],
      [['verify', join(folder, 'absent.db')], 'cannot be opened'],
      [['restore', join(folder, 'absent.db')], 'cannot be opened'],
      [['restore', file], 'is the database itself'],
    ];
    for (const [args, words] of refusals) {
      const { code, line } = await command(folder, ...args);
      expect([args, code, line.trim().split('\n').length]).toEqual([args, 1, 1]);
      expect(line).toContain(words);
    }
    expect(names()).toEqual(['entraide.db', 'entraide.db.lock', 'there.db']);
    expect(metaOf(file).note).toBe('x');
  }, 60_000);

  test('[BACKUP5] what is damaged, of somebody else or of a newer version is named and never restored', async () => {
    const file = await makeDatabase(join(folder, 'a.db'), 'present');
    const damaged = join(folder, 'damaged.db');
    await backUp(file, damaged, 0, nothing);
    const handle = openSync(damaged, 'r+');
    for (let page = 3; page < 40; page += 1) writeSync(handle, Buffer.alloc(600, 0xff), 0, 600, page * 4096);
    const foreign = join(folder, 'foreign.db');
    new BetterSqlite3(foreign).exec('create table t (a)').close();
    const newer = join(folder, 'newer.db');
    await backUp(file, newer, 0, nothing);
    new BetterSqlite3(newer).exec(`insert into kysely_migration values ('999-later', '2030')`).close();
    const orphaned = join(folder, 'orphaned.db');
    await backUp(file, orphaned, 0, nothing);
    orphan(orphaned);
    for (const [bad, words] of [
      [damaged, /damaged/],
      [foreign, /not a database of Entraide/],
      [newer, /newer Entraide \(999-later\)/],
      [orphaned, /1 rows of ban refer/],
    ] as const) {
      expect(() => verifyDatabase(bad)).toThrow(words);
      await expect(restore(file, bad, 0, nothing)).rejects.toThrow(NotWhole);
    }
    expect(metaOf(file).note).toBe('present');
    expect(names().filter((name) => /restoring|before/.test(name))).toEqual([]);
  });
});

describe('restore', () => {
  test('[BACKUP6] a restore puts the backup in place, keeps what was there under a dated name, and begins another life', async () => {
    const file = await makeDatabase(join(folder, 'a.db'), 'old');
    const backup = join(folder, 'b.db');
    await backUp(file, backup, 0, nothing);
    const writer = new BetterSqlite3(file);
    writer.exec(`update meta set value = 'new' where key = 'note'`);
    // Left as a killed server leaves it: part of it is only in the log.
    copyFileSync(file, join(folder, 'c.db'));
    copyFileSync(`${file}-wal`, join(folder, 'c.db-wal'));
    writer.close();
    const left = join(folder, 'c.db');
    const restored = await restore(left, backup, Date.UTC(2026, 10, 22, 8, 15), nothing);
    expect(restored.aside).toBe(`${left}.before-20261122T081500Z`);
    expect(metaOf(restored.aside!).note).toBe('new');
    expect(metaOf(left).note).toBe('old');
    expect(metaOf(left).epoch).not.toBe(metaOf(backup).epoch);
    expect(names().filter((name) => name.startsWith('c.db'))).toEqual([
      'c.db',
      'c.db.before-20261122T081500Z',
    ]);
  });

  test('[BACKUP7] a restore where nothing was, or where what was is damaged, works as well', async () => {
    const backup = join(folder, 'b.db');
    await backUp(await makeDatabase(join(folder, 'a.db'), 'kept'), backup, 0, nothing);
    expect((await restore(join(folder, 'none.db'), backup, 0, nothing)).aside).toBeNull();
    writeFileSync(
      join(folder, 'bad.db'),
      'not a database at all, and long enough to be read as one'.repeat(9),
    );
    const { aside } = await restore(join(folder, 'bad.db'), backup, 0, nothing);
    expect(statSync(aside!).size).toBe(504);
    expect([metaOf(join(folder, 'none.db')).note, metaOf(join(folder, 'bad.db')).note]).toEqual([
      'kept',
      'kept',
    ]);
  });
});

describe('killed in the middle', () => {
  test('[BACKUP8] a backup killed at any step leaves no file that passes for one, and the next takes away what is left', async () => {
    const file = await makeDatabase(join(folder, 'a.db'), 'x');
    const target = join(folder, 'b.db');
    const { out } = await dying(0, 'backup', file, target);
    const steps = Number(/steps (\d+)/.exec(out)?.[1]);
    expect(steps).toBeGreaterThan(5);
    for (let step = 1; step <= steps; step += 1) {
      rmSync(target, { force: true });
      expect((await dying(step, 'backup', file, target)).signal).toBe('SIGKILL');
      if (existsSync(target)) expect(verifyDatabase(target).rows.meta).toBe(2);
    }
    rmSync(target, { force: true });
    await backUp(file, target, 0, nothing);
    expect(names()).toEqual(['a.db', 'a.db.last-backup', 'b.db']);
    expect(metaOf(file).note).toBe('x');
  }, 60_000);

  test('[BACKUP9] a restore killed at any step leaves the old database or the new one, whole', async () => {
    const backup = join(folder, 'b.db');
    const file = await makeDatabase(join(folder, 'a.db'), 'new');
    await backUp(file, backup, 0, nothing);
    const old = await makeDatabase(join(folder, 'old.db'), 'old');
    const lay = () => {
      for (const name of names()) if (name.startsWith('a.db')) rmSync(join(folder, name));
      copyFileSync(old, file);
    };
    lay();
    const { out } = await dying(0, 'restore', file, backup);
    const steps = Number(/steps (\d+)/.exec(out)?.[1]);
    expect(steps).toBeGreaterThan(10);
    const notes: (string | undefined)[] = [];
    for (let step = 1; step <= steps; step += 1) {
      lay();
      expect((await dying(step, 'restore', file, backup)).signal).toBe('SIGKILL');
      expect(verifyDatabase(file).rows.meta).toBe(2);
      notes.push(metaOf(file).note);
    }
    const turn = notes.indexOf('new');
    expect(turn).toBeGreaterThan(5);
    expect(new Set(notes.slice(0, turn))).toEqual(new Set(['old']));
    expect(new Set(notes.slice(turn))).toEqual(new Set(['new']));
    await restore(file, backup, 5000, nothing);
    expect(names().filter((name) => name.includes('restoring'))).toEqual([]);
  }, 120_000);
});

function orphan(file: string): void {
  const connection = new BetterSqlite3(file);
  connection.pragma('foreign_keys = OFF');
  connection.exec(
    `insert into ban (id, site_id, person_id, reason, created_at) values ('b', 's', 'nobody', '', 0)`,
  );
  connection.close();
}
