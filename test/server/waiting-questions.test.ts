import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { addSite, type Person } from './harness.ts';
import { askOn, type Board, listWaiting, openBoard, waitingIds } from './question-board.ts';

let board: Board;
beforeAll(async () => {
  board = await openBoard();
});
afterAll(() => board.server.stop());

const decide = (manager: { post(path: string, body: unknown): Promise<Response> }, id: string, act: string) =>
  manager.post(`/api/back-office/demo/messages/${id}`, { act, reason: null });

describe('waiting questions', () => {
  test('[WAIT1] are the published ones that are open and unanswered, newest first, and no others', async () => {
    const [expert, manager] = [await board.member(), await board.member('manager')];
    const first = await board.ask();
    board.pass(1);
    const second = await board.ask();
    board.pass(1);
    const held = await board.ask('Quel connard me répond ?');
    const answered = await board.ask();
    await (await expert.connect()).write('Le 42.', answered.id);
    const closed = await board.ask();
    await manager.post(`/api/back-office/demo/conversations/${closed.id}/close`, {});
    const deleted = await board.ask();
    await manager.request('DELETE', `/api/back-office/demo/conversations/${deleted.id}`, { reason: null });
    const hidden = await board.ask();
    await decide(manager, hidden.message.id, 'hide');
    const banned = await board.ask();
    await manager.post(`/api/back-office/demo/people/${banned.asker.id}/ban`, {
      reason: 'x',
      expiresInHours: null,
    });
    expect(await waitingIds(expert)).toEqual([second.id, first.id]);
    await decide(manager, held.message.id, 'release');
    expect(await waitingIds(expert)).toEqual([held.id, second.id, first.id]);
  });

  test('[WAIT2] an answer that was hidden leaves its question waiting again', async () => {
    const [expert, manager] = [await board.member(), await board.member('manager')];
    const { id } = await board.ask();
    const { message } = await (await expert.connect()).write('Le 42.', id);
    expect(await waitingIds(expert)).not.toContain(id);
    await decide(manager, message.id, 'hide');
    expect(await waitingIds(expert)).toContain(id);
  });

  test('[WAIT3] exist for experts and above of the site; for anybody else as if they did not', async () => {
    await addSite(board.server.ctx, 'other');
    const manager = await board.member('manager');
    const { id } = await board.ask();
    const banned = await board.member();
    await manager.post(`/api/back-office/demo/people/${banned.id}/ban`, {
      reason: 'x',
      expiresInHours: null,
    });
    const visitor = await board.server.person();
    const stranger = await board.server.person('expert', 'other');
    for (const person of [visitor, banned]) {
      expect((await person.get('/api/questions/waiting?site=demo')).status).toBe(404);
      expect((await person.post(`/api/questions/${id}/take`, { site: 'demo' })).status).toBe(404);
      expect((await person.get('/api/questions/availability?site=demo')).status).toBe(404);
      expect(
        (await person.post('/api/questions/availability', { site: 'demo', available: false })).status,
      ).toBe(404);
    }
    expect(await waitingIds(stranger)).toEqual([]);
    expect((await stranger.get('/api/questions/waiting?site=demo')).status).toBe(401);
    expect((await stranger.post(`/api/questions/${id}/take`, { site: 'other' })).status).toBe(404);
    for (const role of ['expert', 'moderator', 'manager'] as const) {
      expect(await waitingIds(await board.member(role))).toContain(id);
    }
  });

  test('[WAIT4] have the topic of their page’s rule and the language of their page, and are filtered by both', async () => {
    const expert = await board.member();
    const shoes = await board.ask('Elles taillent comment ?', '/shoes/crete', 'fr-FR');
    const tents = await board.ask('Is it light?', '/tents/nord?from=/shoes/crete', 'en');
    const other = await board.ask('Où êtes-vous ?', '/faq', '<script>');
    const { questions, topics } = await listWaiting(expert);
    const of = (id: string) => questions.find((question) => question.id === id);
    expect(of(shoes.id)).toMatchObject({ topic: 'Chaussures', language: 'fr' });
    expect(of(tents.id)).toMatchObject({ topic: 'Tentes', language: 'en' });
    expect(of(other.id)).not.toHaveProperty('topic');
    expect(of(other.id)).not.toHaveProperty('language');
    expect(topics).toEqual(['Chaussures', 'Tentes']);
    const french = await waitingIds(expert, '&language=fr');
    expect(french).toContain(shoes.id);
    expect(french).not.toContain(tents.id);
    expect(await waitingIds(expert, '&topic=Tentes')).toEqual([tents.id]);
    expect(await waitingIds(expert, '&topic=Tentes&language=fr')).toEqual([]);
    expect(await waitingIds(expert, '&topic=Tentes&language=en')).toEqual([tents.id]);
  });

  test('[WAIT5] are read page by page, each of them once', async () => {
    const expert = await board.server.person('expert', 'other');
    const asked: string[] = [];
    for (let i = 0; i < 17; i += 1) {
      const asker = await (await board.server.person('visitor', 'other')).connect();
      for (let n = 0; n < 2; n += 1) asked.push((await askOn(asker, `Question ${i} ${n} ?`)).id);
      board.pass(i % 2);
    }
    const read: string[] = [];
    let next: string | null = '';
    while (next !== null) {
      const page = await listWaiting(expert, next && `&before=${next}`);
      read.push(...page.questions.map(({ id }) => id));
      ({ next } = page);
    }
    expect(read).toHaveLength(asked.length);
    expect(new Set(read)).toEqual(new Set(asked));
  });
});

describe('availability', () => {
  const save = (person: Person, changes: object) =>
    person.post('/api/questions/availability', { site: 'demo', ...changes });
  const shown = async (person: Person) =>
    await (await person.get('/api/questions/availability?site=demo')).json();

  test('[WAIT25] is what one says of oneself, each part kept until one changes it, and of nobody else', async () => {
    const [expert, other] = [await board.member(), await board.member()];
    const usual = {
      available: true,
      quiet: null,
      timeZone: 'Europe/Paris',
      languages: [],
      topics: [],
      siteTopics: ['Chaussures', 'Tentes'],
    };
    expect(await shown(expert)).toEqual(usual);
    const quiet = { from: 22 * 60, to: 7 * 60 };
    await save(expert, { quiet, timeZone: 'America/Montreal' });
    await save(expert, { available: false, topics: ['Tentes'] });
    const changed = { ...usual, available: false, quiet, timeZone: 'America/Montreal', topics: ['Tentes'] };
    expect(await shown(expert)).toEqual(changed);
    expect(await (await save(expert, { quiet: null })).json()).toEqual({ ...changed, quiet: null });
    expect(await shown(other)).toEqual(usual);
  });

  test('[WAIT26] is refused where no clock could follow it', async () => {
    const expert = await board.member();
    for (const wrong of [
      { timeZone: 'Mars/Olympus' },
      { quiet: { from: 60, to: 60 } },
      { quiet: { from: -1, to: 60 } },
      { quiet: { from: 0, to: 1440 } },
      { quiet: { from: 0.5, to: 60 } },
      { languages: ['français'] },
      { topics: [''] },
      { person_id: 'somebody else' },
    ]) {
      expect((await save(expert, wrong)).status).toBe(400);
    }
  });
});
