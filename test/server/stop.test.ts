import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { afterEach, describe, expect, test, vi } from 'vitest';
import { verifyDatabase } from '../../db/verify.ts';
import { backUp } from '../../server/backup/back-up.ts';
import { LIMITS } from '../../server/limits.ts';
import { stopOnSignal } from '../../server/process.ts';
import { PAGE, Person, startTestServer } from './harness.ts';
import { ask, LIBRARY } from './library-office.ts';
import { startWriters, unpaced } from './load.ts';

const root = resolve(import.meta.dirname, '../..');
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
});

const storedIn = (file: string) => {
  const connection = new BetterSqlite3(file, { readonly: true });
  const ids = connection.prepare('select client_message_id from message').pluck().all() as string[];
  connection.close();
  return new Set(ids);
};

/** An answer that waits for `open`. */
function gate() {
  let open = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  return { open, opened };
}

describe('stop', () => {
  test('[STOP1] SIGTERM under load: exit 0, every acknowledged message is stored, over HTTP nothing is stored unanswered, sockets are told to come back', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'entraide-stop-'));
    const { child, url } = await startProcess(folder);
    let people = 0;
    const person = async () => {
      const somebody = new Person(url, 'demo', `203.0.113.${++people}`);
      somebody.take(await (await somebody.post('/api/widget/token', { site: 'demo' })).json());
      return somebody;
    };
    // As many as it takes: each may write a few messages only.
    const writers = await startWriters({ person }, 30);
    const reader = await (await person()).connect();
    await writers.reached(60);
    child.kill('SIGTERM');
    const [code] = await once(child, 'exit');
    expect(code).toBe(0);
    expect(await reader.closed).toBe(1012);
    await writers.ended();
    const stored = storedIn(join(folder, 'entraide.db'));
    const acknowledged = new Set(writers.acknowledged);
    expect(writers.acknowledged.filter((id) => !stored.has(id))).toEqual([]);
    expect(writers.all.filter(({ id }) => stored.has(id) && !acknowledged.has(id))).toEqual([]);
    expect(writers.all.filter(({ status, retryAfter }) => status === 503 && !retryAfter)).toEqual([]);
    rmSync(folder, { recursive: true, force: true });
  }, 60_000);
});
