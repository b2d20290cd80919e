import { afterEach, describe, expect, test, vi } from 'vitest';
import { transaction } from '../../db/database.ts';
import { LIMITS } from '../../server/limits.ts';
import type { PageView, ServerFrame } from '../../server/protocol/frames.ts';
import type { ConversationsAnswer } from '../../server/protocol/widget.ts';
import { type Crowd, startCrowd } from './crowd.ts';
import { SHOP } from './harness.ts';

let crowd: Crowd;
afterEach(async () => {
  vi.useRealTimers();
  await crowd.stop();
});

const page = (path: string): PageView => ({ url: `${SHOP}${path}`, title: path });
const [SHOES, OTHER_SHOES, FAQ] = [page('/shoes/crete'), page('/shoes/alpe'), page('/faq')];

const heresOf = (frames: ServerFrame[]) =>
  frames.flatMap((frame) => (frame.op === 'presence' ? [frame.here] : []));

/** A rule that makes a page group of the shoes; everything else is the other one. */
async function addRule(path = '/shoes/', id = 'shoes'): Promise<void> {
  await transaction(crowd.server.ctx.db, async (tx) => {
    const rule = { id, site_id: 'fast', position: 1, show: 1 as const, display: 'launcher' as const };
    const match = { match_kind: 'starts-with' as const, match_value: path };
    const words = { invitation: null, topic: null, mode: null };
    await tx
      .insertInto('page_rule')
      .values({ ...rule, ...match, ...words })
      .execute();
    tx.onCommit(() => crowd.server.ctx.broker.publish({ topic: 'rights', siteId: 'fast', personId: null }));
  });
}

const stopTime = () => vi.useFakeTimers({ toFake: ['setInterval'] });
const later = () => vi.advanceTimersByTime(LIMITS.presence.everyMs);

describe('who is here', () => {
  test('[PRES1] distinct people of the same page group are counted, not connections, nor who is elsewhere', async () => {
    crowd = await startCrowd();
    await addRule();
    await crowd.reader(1, null, { personId: 'ines', page: SHOES });
    await crowd.reader(2, null, { personId: 'ines', page: OTHER_SHOES });
    await crowd.reader(3, null, { personId: 'ines', page: FAQ });
    const b = await crowd.reader(4, null, { personId: 'bruno', page: OTHER_SHOES });
    expect(heresOf(b.frames)).toEqual([2]);
    const c = await crowd.reader(5, null, { personId: 'carla', page: FAQ });
    expect(heresOf(c.frames)).toEqual([2]);
  });

  test('[PRES2] who leaves, or goes to another page, is no longer counted where they were', async () => {
    crowd = await startCrowd();
    await addRule();
    const a = await crowd.reader(1, null, { page: SHOES });
    const twice = await crowd.reader(2, null, { personId: 'bruno', page: SHOES });
    const last = await crowd.reader(3, null, { personId: 'bruno', page: SHOES });
    const count = () => crowd.connectionOf(1).group?.people;
    expect(count()).toBe(2);
    twice.socket.destroy();
    await twice.ended;
    await vi.waitFor(() => expect(crowd.server.hub.directory.all().size).toBe(2));
    expect(count()).toBe(2);
    a.send({ op: 'page', page: FAQ });
    await a.until(({ frames }) => frames.at(-1)?.op === 'rights');
    expect(count()).toBe(1);
    const { group } = crowd.connectionOf(3);
    expect(group?.people).toBe(1);
    last.socket.destroy();
    await vi.waitFor(() => expect(group?.people).toBe(0));
  });

  test('[PRES3] it is told a few times a minute, only to those for whom it changed', async () => {
    stopTime();
    crowd = await startCrowd();
    await addRule();
    const shoes = await crowd.reader(1, null, { page: SHOES });
    const faq = await crowd.reader(2, null, { page: FAQ });
    for (const i of [3, 4, 5]) await crowd.reader(i, null, { page: OTHER_SHOES });
    shoes.send({ op: 'ping' });
    await shoes.until(({ frames }) => frames.at(-1)?.op === 'pong');
    expect(heresOf(shoes.frames)).toEqual([1]);
    later();
    await shoes.until(({ frames }) => heresOf(frames).length === 2);
    later();
    for (const client of [shoes, faq]) {
      client.send({ op: 'ping' });
      await client.until(({ frames }) => frames.at(-1)?.op === 'pong');
    }
    expect(heresOf(shoes.frames)).toEqual([1, 4]);
    expect(heresOf(faq.frames)).toEqual([1]);
  });

  test('[PRES4] when the page rules change, people are counted by the new ones', async () => {
    stopTime();
    crowd = await startCrowd();
    const shoes = await crowd.reader(1, null, { page: SHOES });
    const faq = await crowd.reader(2, null, { page: FAQ });
    expect(heresOf(faq.frames)).toEqual([2]);
    await addRule();
    await faq.until(({ frames }) => frames.at(-1)?.op === 'rights');
    await crowd.server.hub.settled();
    later();
    await faq.until(({ frames }) => heresOf(frames).length === 2);
    expect([heresOf(shoes.frames), heresOf(faq.frames)]).toEqual([[1], [2, 1]]);
  });

  test('[PRES5] lists tell the number of the page asked about, without one that of the whole site', async () => {
    crowd = await startCrowd();
    await addRule();
    await crowd.reader(1, null, { personId: 'ines', page: SHOES });
    await crowd.reader(2, null, { personId: 'ines', page: FAQ });
    await crowd.reader(3, null, { personId: 'bruno', page: FAQ });
    const visitor = await crowd.server.person('visitor', 'fast');
    const here = async (query: string) => {
      const answer = await visitor.get(`/api/widget/conversations?site=fast&${query}`);
      return ((await answer.json()) as ConversationsAnswer).here;
    };
    expect(await here(`scope=page&url=${encodeURIComponent(OTHER_SHOES.url)}`)).toBe(1);
    expect(await here(`scope=page&url=${encodeURIComponent(FAQ.url)}`)).toBe(2);
    expect(await here('scope=site')).toBe(2);
  });

  test('[PRES6] a list that was asked for before tells the number of now, and what was written since', async () => {
    crowd = await startCrowd();
    const visitor = await crowd.server.person('visitor', 'fast');
    const list = async () => {
      const answer = await visitor.get('/api/widget/conversations?site=fast&scope=site');
      const { here, conversations } = (await answer.json()) as ConversationsAnswer;
      return [here, conversations.map(({ question }) => question)];
    };
    expect(await list()).toEqual([0, []]);
    await crowd.reader(1, null, { personId: 'inès', page: SHOES });
    expect(await list()).toEqual([1, []]);
    const asker = await (await crowd.server.person('visitor', 'fast')).connect();
    await asker.ask('Où est passée ma commande ?');
    expect(await list()).toEqual([2, ['Où est passée ma commande ?']]);
    await crowd.reader(2, null, { personId: 'bruno', page: SHOES });
    expect(await list()).toEqual([3, ['Où est passée ma commande ?']]);
  });
});
