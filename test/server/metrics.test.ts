import { rmSync } from 'node:fs';
import { request } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { transaction } from '../../db/database.ts';
import { updateSite } from '../../db/sites.ts';
import { tellExperts } from '../../server/actions/tell-experts.ts';
import { backUp } from '../../server/backup/back-up.ts';
import { createDistribution } from '../../server/metrics/distribution.ts';
import { createTally } from '../../server/metrics/tally.ts';
import { CLOSE } from '../../server/protocol/frames.ts';
import type { SendAnswer } from '../../server/protocol/widget.ts';
import { type Person, startTestServer, type TestServer, TestSocket } from './harness.ts';
import { unpaced } from './load.ts';

const TOKEN = 'kX2vQ9-3mZr7pLw0tYb5nHc8sJd1fGa6';
const SETTINGS = { ENTRAIDE_METRICS_TOKEN: TOKEN, ENTRAIDE_METRICS_PORT: '0' };

let server: TestServer;
let now: number;
beforeEach(async () => {
  now = 1_800_000_000_000;
  server = await startTestServer({ pace: unpaced, clock: { now: () => now } }, SETTINGS);
});
afterEach(() => server.stop());

/** What Prometheus reads: each series with its value. */
async function read(): Promise<Map<string, number>> {
  const text = await (await fetch(server.metricsUrl!)).text();
  const lines = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  return new Map(
    lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ')))]),
  );
}

async function post(person: Person, text: string, conversationId: string | null = null) {
  const body = {
    site: 'demo',
    clientMessageId: crypto.randomUUID(),
    conversationId,
    text,
    name: 'Inès',
  };
  const page = { url: 'https://shop.test/shoes/crete', title: 'Crête GTX' };
  return await person.post('/api/widget/messages', { ...body, page });
}

describe('who may read', () => {
  test('[METRIC1] without a setting there is nothing to read; with a token, only for who bears it; its own port is this machine’s and has nothing else', async () => {
    const closed = await startTestServer();
    expect((await fetch(`${closed.url}/metrics`)).status).toBe(404);
    expect(closed.metricsUrl).toBeNull();
    await closed.stop();

    const asked = async (authorization?: string) =>
      (await fetch(`${server.url}/metrics`, authorization ? { headers: { authorization } } : {})).status;
    expect(
      await Promise.all([asked(), asked('Bearer x'), asked(`Basic ${TOKEN}`), asked(`Bearer ${TOKEN}x`)]),
    ).toEqual([401, 401, 401, 401]);
    expect(await asked(`Bearer ${TOKEN}`)).toBe(200);
    expect(server.metricsUrl).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/metrics$/);
    const other = server.metricsUrl!.replace('/metrics', '/health');
    expect((await fetch(other)).status).toBe(404);
  });
});

describe('what is counted', () => {
  test('[METRIC2] what the server counts stands under its name', async () => {
    const { metrics } = server.ctx;
    metrics.messages.socket.hold += 3;
    metrics.messages.stream.allow += 2;
    metrics.acknowledgement.observe(0.004);
    metrics.acknowledgement.observe(0.5);
    metrics.deliveries += 7;
    metrics.droppedFrames += 5;
    metrics.closed.add(4608);
    metrics.closed.add(4608);
    metrics.resyncs += 4;
    metrics.catchUp.observe(40);
    metrics.refusedUpgrades.add('origin');
    metrics.connections = () => ({ 'socket ready': 12, 'stream ready': 1 });
    expect(Object.fromEntries(await read())).toMatchObject({
      'entraide_messages_total{source="socket",verdict="hold"}': 3,
      'entraide_messages_total{source="stream",verdict="allow"}': 2,
      'entraide_messages_total{source="http",verdict="reject"}': 0,
      'entraide_acknowledgement_seconds_bucket{le="0.002"}': 0,
      'entraide_acknowledgement_seconds_bucket{le="0.005"}': 1,
      'entraide_acknowledgement_seconds_bucket{le="+Inf"}': 2,
      entraide_acknowledgement_seconds_sum: 0.504,
      entraide_acknowledgement_seconds_count: 2,
      entraide_deliveries_total: 7,
      entraide_frames_dropped_total: 5,
      'entraide_connections_closed_total{code="4608"}': 2,
      entraide_resyncs_total: 4,
      'entraide_catch_up_events_bucket{le="20"}': 0,
      'entraide_catch_up_events_bucket{le="50"}': 1,
      'entraide_upgrades_refused_total{reason="origin"}': 1,
      'entraide_connections{kind="socket",state="ready"}': 12,
      'entraide_connections{kind="stream",state="ready"}': 1,
    });
    metrics.connections = () => ({});
    expect([...(await read()).keys()].filter((name) => name.startsWith('entraide_connections{'))).toEqual([]);
  });

  test('[METRIC11] connections, messages by source and verdict, acknowledgements, deliveries, catch-ups, resyncs, refused and closed connections are what happened', async () => {
    const [ines, malik] = [await server.person(), await server.person()];
    const [asking, reading] = [await ines.connect(), await malik.connect()];
    const { conversation } = await asking.ask('Taille-t-il grand ?');
    await asking.write('Et en largeur ?', conversation.id);
    await asking.write('Réponds, connard', conversation.id);
    await post(malik, 'Arnaque');
    const before = await read();
    await reading.subscribe(conversation.id);
    reading.send({ op: 'subscribe', conversationId: conversation.id, lastSeq: 1, epoch: 'another' });
    await reading.next('resync');
    const refused = new TestSocket(server.url, { origin: 'https://evil.test' });
    await refused.opened.catch(() => null);
    const after = await read();
    expect(Object.fromEntries(after)).toMatchObject({
      'entraide_connections{kind="socket",state="ready"}': 2,
      'entraide_messages_total{source="socket",verdict="allow"}': 2,
      'entraide_messages_total{source="socket",verdict="hold"}': 1,
      'entraide_messages_total{source="http",verdict="reject"}': 1,
      entraide_acknowledgement_seconds_count: 3,
      entraide_catch_up_events_count: 1,
      entraide_catch_up_events_sum: 2,
      entraide_resyncs_total: 1,
      'entraide_upgrades_refused_total{reason="origin"}': 1,
    });
    // At the least the two answers.
    const grown = after.get('entraide_deliveries_total')! - before.get('entraide_deliveries_total')!;
    expect(grown).toBeGreaterThanOrEqual(2);
    reading.socket.send('not a frame');
    expect(await reading.closed).toBe(CLOSE.badFrame);
    const last = await read();
    expect(last.get(`entraide_connections_closed_total{code="${CLOSE.badFrame}"}`)).toBe(1);
    expect(last.get('entraide_connections{kind="socket",state="ready"}')).toBe(1);
  });

  test('[METRIC3] requests are counted and timed by the pattern of their route, method and status', async () => {
    const person = await server.person();
    await person.get('/api/widget/conversations?site=demo&scope=site');
    await person.get('/api/widget/conversations?site=demo&scope=nowhere');
    await person.post('/api/widget/messages/an-id/report', { site: 'demo', reason: 'spam' });
    const found = await read();
    const requests = (route: string) => found.get(`entraide_requests_total{${route}}`);
    expect(requests('method="GET",route="/api/widget/conversations",status="200"')).toBe(1);
    expect(requests('method="GET",route="/api/widget/conversations",status="400"')).toBe(1);
    expect(requests('method="POST",route="/api/widget/messages/:id/report",status="404"')).toBe(1);
    expect(found.get('entraide_request_seconds_count{method="GET",route="/api/widget/conversations"}')).toBe(
      2,
    );
    expect(
      found.get('entraide_request_seconds_sum{method="GET",route="/api/widget/conversations"}'),
    ).toBeGreaterThan(0);
  });

  test('[METRIC4] each judgement of the filter is timed, each failure counted', async () => {
    const person = await server.person();
    await post(person, 'Taille-t-il grand ?');
    const before = await read();
    // Its text, its author's name and the page's title.
    expect(before.get('entraide_filter_seconds_count')).toBe(3);
    expect(before.get('entraide_filter_failures_total')).toBe(0);
    await transaction(server.ctx.db, (tx) =>
      updateSite(tx, 'demo', {
        library_rules: 'not JSON',
        allowed_origins: '["https://shop.test","https://b.test"]',
      }),
    );
    expect((await post(person, 'Et en largeur ?')).status).toBe(200);
    expect((await read()).get('entraide_filter_failures_total')).toBeGreaterThan(0);
  });

  test('[METRIC5] commits, their time and what they held are those of the writer', async () => {
    const person = await server.person();
    const { conversation } = (await (await post(person, 'Une question ?')).json()) as SendAnswer;
    // Whom a question is told to is committed behind it.
    while ((await tellExperts(server.ctx)) > 0);
    const before = await read();
    await post(person, 'Un', conversation.id);
    await post(person, 'Deux fois la même ?', conversation.id);
    const after = await read();
    const grown = (name: string) => after.get(name)! - before.get(name)!;
    expect(grown('entraide_committed_total')).toBe(2);
    expect(grown('entraide_commits_total')).toBe(2);
    expect(grown('entraide_commit_seconds_total')).toBeGreaterThan(0);
    expect(after.get('entraide_write_queue')).toBe(0);
    // One that holds the database, and what waits behind it.
    const { db } = server.ctx;
    let behind: Promise<void> | undefined;
    await transaction(db, async () => {
      behind = transaction(db, async () => {});
      expect((await read()).get('entraide_write_queue')).toBe(1);
    });
    await behind;
  });

  test('[METRIC6] the database’s size, the last backup, and who waits since when are looked up when asked for', async () => {
    const person = await server.person();
    const first = await read();
    expect(first.get('entraide_database_bytes')! + first.get('entraide_database_wal_bytes')!).toBeGreaterThan(
      100_000,
    );
    expect(first.has('entraide_last_backup_timestamp_seconds')).toBe(false);
    expect([first.get('entraide_held_messages'), first.get('entraide_oldest_held_seconds')]).toEqual([0, 0]);
    await post(person, 'Quel connard ce vendeur');
    now += 90_000;
    await post(person, 'Encore un connard de vendeur');
    const held = await read();
    expect([held.get('entraide_held_messages'), held.get('entraide_oldest_held_seconds')]).toEqual([2, 90]);
    const copy = join(server.folder, 'copy.db');
    await backUp(server.ctx.config.databaseFile, copy, 1_799_999_999_000, () => {});
    expect((await read()).get('entraide_last_backup_timestamp_seconds')).toBe(1_799_999_999);
    rmSync(copy);
  });

  test('[METRIC7] a loop that was held up shows, and what the process uses', async () => {
    await read();
    // The monitor's first turn, then a second one that comes late.
    await new Promise((resolve) => setTimeout(resolve, 30));
    const until = performance.now() + 150;
    while (performance.now() < until);
    await new Promise((resolve) => setTimeout(resolve, 30));
    const found = await read();
    expect(found.get('nodejs_eventloop_lag_max_seconds')).toBeGreaterThan(0.1);
    expect(found.get('process_resident_memory_bytes')).toBeGreaterThan(1e7);
  });
});

describe('what it never says', () => {
  test('[METRIC8] nothing of a person, no id, no path: marked values never appear', async () => {
    const person = await server.person();
    const marks = ['zqmarkname', 'zqmarktext', 'zqmarkpath', 'zqmarkquery', 'zqmarkheader', 'zqmark-id'];
    const body = { site: 'demo', clientMessageId: 'zqmark-id', conversationId: null, page: null };
    await person.post('/api/widget/messages', { ...body, text: 'connard zqmarktext', name: 'zqmarkname' });
    await post(person, 'connard zqmarktext a@zqmarktext.test');
    for (const path of [
      '/zqmarkpath',
      '/api/widget/zqmarkpath',
      '/sign-in/zqmarkpath',
      '/static/zqmarkpath?zqmarkquery',
    ])
      await person.request('GET', path, undefined, {
        'user-agent': 'zqmarkheader',
        'x-request-id': 'zqmarkheader',
      });
    const text = await (await fetch(server.metricsUrl!)).text();
    expect(text).toContain('/sign-in/:token');
    for (const mark of [...marks, person.id, person.token, person.address, 'demo', TOKEN])
      expect(text).not.toContain(mark);
  });

  test('[METRIC9] however much is asked of it, there are no more series than it has routes, methods and answers', async () => {
    const person = await server.person();
    await person.get('/nothing');
    await send('PROPFIND');
    const before = (await read()).size;
    for (let i = 0; i < 60; i += 1) {
      await person.get(`/nothing/${i}`);
      await person.get(`/api/widget/nothing-${i}?site=${i}`);
    }
    await Promise.all(['SEARCH', 'MKCOL', 'LOCK', 'PURGE'].map(send));
    const after = await read();
    // A pattern more for what is under /api/widget and nowhere, with its times; of a hundred and twenty paths, none.
    expect(after.size - before).toBeLessThan(60);
    expect(after.get('entraide_requests_total{method="other",route="/*",status="404"}')).toBe(5);
  });

  test('[METRIC10] a tally takes so many words and counts the rest together; a distribution counts each value once', () => {
    const tally = createTally(2);
    for (const word of ['a', 'b', 'c', 'd', 'a', 'c']) tally.add(word);
    expect(tally.entries()).toEqual([
      ['a', 2],
      ['b', 1],
      ['other', 3],
    ]);
    const spread = createDistribution([1, 5]);
    for (const value of [0, 1, 1.1, 5, 6, 1000]) spread.observe(value);
    expect([spread.counts, spread.sum]).toEqual([[2, 2, 2], 1013.1]);
  });
});

/** Methods that `fetch` would not send. */
function send(method: string): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const asked = request(`${server.url}/nothing`, { method }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode));
    });
    asked.on('error', reject).end();
  });
}
