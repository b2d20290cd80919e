import { rmSync } from 'node:fs';
import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import { expect, test } from 'vitest';
import { readConfig } from '../../../server/config.ts';
import { createLog } from '../../../server/log.ts';
import { startServer } from '../../../server/start.ts';
import { Person, startTestServer } from '../harness.ts';
import { startWriters, unpaced } from '../load.ts';
import { command, newFolder } from './runs.ts';

test('[BACKUP1] a backup under load has every message acknowledged before it began, and passes every check; restored, old positions get resync', async () => {
  const server = await startTestServer({ pace: unpaced });
  const folder = newFolder();
  const backup = join(folder, 'b.db');
  const writers = await startWriters(server, 6);
  await writers.reached(60);
  const before = [...writers.acknowledged];
  const { code, out } = await command(server.folder, 'backup', backup);
  const after = writers.acknowledged.length;
  await writers.stop();
  expect(code).toBe(0);
  expect(out).toContain('read back whole');
  // They went on meanwhile.
  expect(after).toBeGreaterThan(before.length);

  const copy = new BetterSqlite3(backup, { readonly: true });
  const ids = copy.prepare('select client_message_id from message').pluck().all();
  const seqs = copy.prepare('select seq from message where seq is not null order by seq').pluck().all();
  const [head] = copy.prepare('select last_seq from conversation').pluck().all();
  copy.close();
  expect(seqs).toEqual(seqs.map((_, i) => i + 1));
  expect(head).toBe(seqs.length);
  const copied = new Set(ids);
  expect(before.filter((id) => !copied.has(id))).toEqual([]);

  const asker = writers.people[0]!;
  const position = { lastSeq: seqs.length, epoch: server.ctx.epoch };
  await server.stop();
  expect((await command(folder, 'restore', backup)).code).toBe(0);
  const config = readConfig({
    ENTRAIDE_DATA: folder,
    ENTRAIDE_PORT: '0',
    ENTRAIDE_TRUSTED_PROXIES: '127.0.0.0/8',
  });
  const restored = await startServer({ config, log: createLog('silent') });
  // The token of the life before still says who this is.
  const same = Object.assign(new Person(restored.url, 'demo', asker.address), { token: asker.token });
  const socket = await same.connect();
  socket.send({ op: 'subscribe', conversationId: writers.conversationId, ...position });
  expect(await socket.next('resync')).toEqual({ op: 'resync', conversationId: writers.conversationId });
  await restored.close();
  rmSync(folder, { recursive: true, force: true });
}, 60_000);
