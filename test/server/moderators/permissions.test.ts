import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { QueueAnswer } from '../../../server/protocol/back-office.ts';
import type { ToReviewAnswer } from '../../../server/protocol/moderators.ts';
import { type Person, startTestServer, type TestServer } from '../harness.ts';

let server: TestServer;
let manager: Person;
let moderator: Person;
beforeEach(async () => {
  server = await startTestServer();
  [manager, moderator] = [await server.person('manager'), await server.person('moderator')];
});
afterEach(() => server.stop());

const office = '/api/back-office/demo';
const allow = (community: object) => manager.request('PATCH', `${office}/site`, { community });
const block = (person: Person, id: string, more: object = {}) =>
  person.post(`/api/moderation/messages/${id}/block`, { site: 'demo', reason: 'insultes', ...more });

/** A held message of a visitor. */
async function held() {
  const asker = await server.person();
  const { conversation, message } = await (await asker.connect()).ask('Quel connard');
  return { asker, conversation, message };
}

describe('what moderators may do', () => {
  test('[TRUST1] what matched is told to moderators only where the manager lets them see it, at once', async () => {
    const { message, conversation } = await held();
    const socket = await moderator.connect();
    expect(JSON.stringify(await socket.subscribe(conversation.id))).toContain('"entry":"connard"');
    await allow({ moderatorsSeeMatches: false });
    expect((await socket.next('rights')).me).not.toHaveProperty('maySeeMatches');
    await socket.next('resync');
    const again = await socket.subscribe(conversation.id);
    expect(again.held).toMatchObject([
      { id: message.id, reasons: [{ kind: 'term', entry: null, spans: [] }] },
    ]);
    const cards = (await (await moderator.get(`${office}/queue`)).json()) as QueueAnswer;
    expect(cards.items[0]?.message.reasons).toMatchObject([{ entry: null, spans: [] }]);
    const list = await moderator.get('/api/moderation/queue?site=demo');
    expect(((await list.json()) as ToReviewAnswer).items[0]?.message).toMatchObject({
      reasons: [{ entry: null, spans: [] }],
    });
    const full = (await (await manager.get(`${office}/queue`)).json()) as QueueAnswer;
    expect(full.items[0]?.message.reasons).toMatchObject([{ entry: 'connard' }]);
  });

  test('[TRUST2] a permission that is switched off while the menu is open is gone at the next act', async () => {
    const { message } = await held();
    const socket = await moderator.connect();
    await manager.request('PATCH', `${office}/site`, { moderatorsMayRelease: false });
    expect(await socket.next('rights')).toMatchObject({ me: { mayModerate: true, mayRelease: false } });
    const release = { site: 'demo', act: 'release', reason: null };
    expect((await moderator.post(`/api/moderation/messages/${message.id}`, release)).status).toBe(403);
    expect(
      (await moderator.post(`/api/moderation/messages/${message.id}`, { ...release, role: 'manager' }))
        .status,
    ).toBe(400);
    expect(
      (await manager.post(`${office}/messages/${message.id}`, { act: 'release', reason: null })).status,
    ).toBe(200);
  });

  test('[TRUST3] a banned moderator does nothing of it, and finds nothing', async () => {
    const { message, asker } = await held();
    await manager.post(`${office}/people/${moderator.id}/ban`, { reason: 'x', expiresInHours: null });
    const about = { kind: 'message', id: message.id };
    const tries = [
      moderator.get('/api/moderation/queue?site=demo'),
      moderator.get('/api/moderation/alerts?site=demo'),
      moderator.get(`/api/moderation/people/${asker.id}/record?site=demo`),
      moderator.post('/api/moderation/alerts', { site: 'demo', about, note: 'x', degree: 'now' }),
      moderator.post(`/api/moderation/people/${asker.id}/notes`, { site: 'demo', text: 'x' }),
      block(moderator, message.id),
      moderator.get(`${office}/alerts`),
    ];
    for (const answer of await Promise.all(tries)) expect(answer.status).toBe(404);
  });
});

describe('blocking for an hour', () => {
  test('[TRUST4] a moderator keeps the address behind a message out for one hour, where allowed, unseen', async () => {
    const { message, asker } = await held();
    expect((await block(moderator, message.id)).status).toBe(403);
    await allow({ moderatorsMayBlock: true });
    expect((await block(moderator, message.id, { expiresInHours: 24 })).status).toBe(400);
    const answer = await block(moderator, message.id);
    expect([answer.status, await answer.text()]).toEqual([204, '']);
    expect((await asker.post('/api/widget/token', { site: 'demo' })).status).toBe(403);
    const { items } = (await (await manager.get(`${office}/blocks`)).json()) as {
      items: { range: string; by: string; at: number; expiresAt: number }[];
    };
    expect(items).toMatchObject([{ range: `${asker.address}/32`, by: expect.stringContaining('moderator') }]);
    expect(items[0]!.expiresAt - items[0]!.at).toBe(60 * 60 * 1000);
    expect((await moderator.get(`${office}/blocks`)).status).toBe(403);
    expect(await (await manager.get(`${office}/audit-log?act=address.`)).text()).toContain('address.blocked');
    expect((await block(moderator, message.id)).status).toBe(409);
  });

  test('[TRUST5] neither a member’s address nor one’s own is blocked, and the refusal does not say which', async () => {
    await allow({ moderatorsMayBlock: true });
    const expert = await server.person('expert');
    const { message: ofExpert, conversation } = await (await expert.connect()).ask('Je suis experte');
    const visitor = await server.person();
    const own = await visitor.request(
      'POST',
      '/api/widget/messages',
      {
        site: 'demo',
        clientMessageId: crypto.randomUUID(),
        conversationId: conversation.id,
        text: 'Bonjour',
        name: 'Zoé',
        page: null,
      },
      { 'x-forwarded-for': moderator.address },
    );
    const { message: ofOwn } = (await own.json()) as { message: { id: string } };
    // Each where they were seen last, and where they are or were for a moment.
    const away = await expert.request('POST', '/api/widget/messages', answerIn(conversation.id), {
      'x-forwarded-for': '198.51.100.7',
    });
    const { message: ofExpertAway } = (await away.json()) as { message: { id: string } };
    await expert.post('/api/widget/messages', answerIn(conversation.id));
    const { message: ofNeighbour } = await (await server.person().then((one) => one.connect())).ask(
      'Voisine',
    );
    const neighbour = await server.ctx.db
      .selectFrom('message')
      .select('address')
      .where('id', '=', ofNeighbour.id)
      .executeTakeFirstOrThrow();
    const answers = await Promise.all([
      block(moderator, ofExpert.id),
      block(moderator, ofOwn.id),
      block(moderator, ofExpertAway.id),
      moderator.request(
        'POST',
        `/api/moderation/messages/${ofNeighbour.id}/block`,
        { site: 'demo', reason: 'x' },
        { 'x-forwarded-for': neighbour.address ?? '' },
      ),
    ]);
    const said = await Promise.all(answers.map(async (answer) => [answer.status, await bare(answer)]));
    expect(said[0]).toEqual([422, expect.stringContaining('not-blockable')]);
    expect(said).toEqual(said.map(() => said[0]));
    expect(await server.ctx.db.selectFrom('address_block').selectAll().execute()).toEqual([]);
  });
});

/** Never the same words twice. */
const answerIn = (conversationId: string) => ({
  site: 'demo',
  clientMessageId: crypto.randomUUID(),
  conversationId,
  text: `Une réponse ${crypto.randomUUID()}`,
  name: null,
  page: null,
});

const bare = async (answer: Response) => (await answer.text()).replace(/"requestId":"[^"]+"/, '');
