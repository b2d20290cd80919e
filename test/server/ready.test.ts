import { expect, test } from 'vitest';
import { transaction } from '../../db/database.ts';
import { insertPerson } from '../../db/people.ts';
import { PLAIN_PERSON } from '../../db/plain-rows.ts';
import { replaceAddress } from '../../db/retention.ts';
import { writeFigures } from '../../db/write-figures.ts';
import { retain } from '../../server/jobs/retention.ts';
import { LIMITS } from '../../server/limits.ts';
import { createLog } from '../../server/log.ts';
import { startServer } from '../../server/start.ts';
import { startTestServer } from './harness.ts';

const ready = async (url: string) => (await fetch(`${url}/ready`)).json();

test('[READY1] however often /ready is asked, each filter is tried once a second; /health tries nothing', async () => {
  let now = 1_800_000_000_000;
  const server = await startTestServer({ clock: { now: () => now } });
  const { filterOf } = server.ctx;
  let tried = 0;
  server.ctx.filterOf = (siteId) => {
    tried += 1;
    return filterOf(siteId);
  };
  for (let i = 0; i < 20; i += 1) await fetch(`${server.url}/health`);
  expect(tried).toBe(0);
  await Promise.all(Array.from({ length: 20 }, () => ready(server.url)));
  expect(tried).toBe(1);
  now += LIMITS.ready.everyMs - 1;
  await ready(server.url);
  expect(tried).toBe(1);
  now += 1;
  expect(await ready(server.url)).toMatchObject({ status: 'ready' });
  expect(tried).toBe(2);
  // A clock that is set back a day is no reason to keep an answer for a day.
  now -= 24 * 60 * 60 * 1000;
  await ready(server.url);
  expect(tried).toBe(3);
  await server.stop();
});

test('[READY2] a start on a database of this version is ready without having written anything', async () => {
  const server = await startTestServer();
  await server.close();
  const again = await startServer({ config: server.ctx.config, log: createLog('silent') });
  expect(await ready(again.url)).toMatchObject({ status: 'ready' });
  expect(writeFigures(again.ctx.db)).toMatchObject({ commits: 0, units: 0 });
  expect(again.ctx.epoch).toBe(server.ctx.epoch);
  await again.close();
});

test('[READY3] addresses grow old in a table of any size, piece by piece; who came back meanwhile keeps theirs', async () => {
  let now = 1_800_000_000_000;
  const server = await startTestServer({ clock: { now: () => now } });
  const { db } = server.ctx;
  await transaction(db, async (tx) => {
    for (let i = 0; i < 1100; i += 1) {
      const person = {
        id: `p${i}`,
        site_id: 'demo',
        role: 'visitor' as const,
        name: 'Inès',
        account_id: null,
      };
      await insertPerson(tx, {
        ...person,
        address: '203.0.113.7',
        ...PLAIN_PERSON,
        created_at: now,
        last_seen_at: now,
      });
    }
  });
  const addresses = async () => {
    const rows = await db.selectFrom('person').select('address').distinct().execute();
    return rows.map((row) => row.address);
  };
  now += LIMITS.retention.addressFullMs + 1;
  await transaction(db, (tx) =>
    replaceAddress(tx, 'person', ['p3'], 'too soon', now - 2 * LIMITS.retention.addressFullMs),
  );
  expect(await addresses()).toEqual(['203.0.113.7']);
  await retain(server.ctx);
  expect(await addresses()).toEqual(['203.0.113.0/24']);
  now += LIMITS.retention.addressMs;
  await retain(server.ctx);
  expect(await addresses()).toEqual([null]);
  await server.stop();
});
