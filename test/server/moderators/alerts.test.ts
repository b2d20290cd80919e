import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { AlertsAnswer } from '../../../server/protocol/moderators.ts';
import { addSite, type Person, startTestServer, type TestServer } from '../harness.ts';

let server: TestServer;
let manager: Person;
let moderator: Person;
let asker: Person;
beforeEach(async () => {
  server = await startTestServer();
  [manager, moderator, asker] = [
    await server.person('manager'),
    await server.person('moderator'),
    await server.person(),
  ];
});
afterEach(() => server.stop());

const office = '/api/back-office/demo';
const raise = (person: Person, about: object, more: object = {}) =>
  person.post('/api/moderation/alerts', { site: 'demo', about, note: 'À voir', degree: 'look', ...more });
const alertsOf = async (person: Person, state = 'open') =>
  (await (await person.get(`${office}/alerts?state=${state}`)).json()) as AlertsAnswer;
const own = async (person: Person, state = 'open') =>
  (await (await person.get(`/api/moderation/alerts?site=demo&state=${state}`)).json()) as AlertsAnswer;
const asked = async () => await (await asker.connect()).ask('Une question', 'Inès');
const notices = async (kind: 'alert' | 'alert-answer') =>
  await server.ctx.db.selectFrom('notice').selectAll().where('kind', '=', kind).execute();

async function raised(about: object, more: object = {}): Promise<string> {
  const answer = await raise(moderator, about, more);
  expect(answer.status).toBe(201);
  return ((await answer.json()) as { id: string }).id;
}

describe('alerts', () => {
  test('[TRUST15] one may be about a message, a conversation or a person of the site, and nothing else', async () => {
    const { message, conversation } = await asked();
    await raised({ kind: 'message', id: message.id });
    await raised({ kind: 'conversation', id: conversation.id });
    await raised({ kind: 'person', id: asker.id }, { degree: 'now' });
    const { items, counts } = await alertsOf(manager);
    expect(counts).toEqual({ open: 3, now: 1, answers: 0 });
    expect(items.map(({ about, degree }) => [about.kind, about.label, degree])).toEqual([
      ['person', 'Inès', 'now'],
      ['conversation', 'Une question', 'look'],
      ['message', 'Une question', 'look'],
    ]);
    await addSite(server.ctx, 'other');
    const elsewhere = await server.person('moderator', 'other');
    const { message: theirs } = await (await elsewhere.connect()).ask('Ailleurs');
    const unknown = [
      { kind: 'message', id: theirs.id },
      { kind: 'person', id: elsewhere.id },
      { kind: 'message', id: 'none' },
      { kind: 'conversation', id: message.id },
    ];
    for (const about of unknown) expect((await raise(moderator, about)).status).toBe(404);
    expect((await raise(elsewhere, { kind: 'message', id: message.id })).status).toBe(401);
    expect((await raise(moderator, { kind: 'site', id: 'demo' })).status).toBe(400);
  });

  test('[TRUST16] of two managers at once one takes it, and the other is told who', async () => {
    const { message } = await asked();
    const id = await raised({ kind: 'message', id: message.id });
    const second = await server.person('manager');
    const take = (person: Person) => person.post(`${office}/alerts/${id}/take`, {});
    const answers = await Promise.all([take(manager), take(second)]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([204, 409]);
    const refused = answers.find(({ status }) => status === 409);
    expect(await refused?.json()).toMatchObject({
      error: { code: 'conflict', message: expect.stringMatching(/^Already taken by manager/) },
    });
    const answer = (person: Person) =>
      person.post(`${office}/alerts/${id}/answer`, { answer: 'Nous nous en occupons.' });
    const said = await Promise.all([answer(manager), answer(second)]);
    expect(said.map(({ status }) => status).toSorted()).toEqual([204, 409]);
    expect((await moderator.post(`${office}/alerts/${id}/take`, {})).status).toBe(403);
    expect((await asker.post(`${office}/alerts/${id}/take`, {})).status).toBe(401);
  });

  test('[TRUST17] the moderator is told live and reads the answer; other moderators do not', async () => {
    const { message } = await asked();
    const id = await raised({ kind: 'message', id: message.id });
    const other = await server.person('moderator');
    const socket = await moderator.connect();
    await socket.next('back-office');
    await manager.post(`${office}/alerts/${id}/answer`, { answer: 'Bien vu, merci.' });
    await socket.next('back-office', (frame) => frame.changed.includes('alerts'));
    expect((await notices('alert-answer')).map((row) => [row.person_id, row.done_at])).toEqual([
      [moderator.id, null],
    ]);
    const told = await own(moderator);
    expect(told).toMatchObject({
      items: [{ id, answer: { text: 'Bien vu, merci.' } }],
      counts: { answers: 1 },
    });
    expect((await moderator.post('/api/moderation/alerts/read', { site: 'demo' })).status).toBe(204);
    expect((await own(moderator)).counts.answers).toBe(0);
    expect((await notices('alert-answer'))[0]?.outcome).toBe('read');
    expect((await own(other)).items).toEqual([]);
    expect((await alertsOf(other)).items).toEqual([]);
    await manager.post(`${office}/alerts/${id}/close`, { answer: null });
    expect((await own(moderator, 'closed')).items).toMatchObject([
      { id, closed: { by: expect.any(String) } },
    ]);
  });

  test('[TRUST18] an urgent one is told elsewhere at once where no manager is here, else if nobody takes it', async () => {
    const { message } = await asked();
    const about = { kind: 'message', id: message.id };
    await raised(about);
    expect(await notices('alert')).toEqual([]);
    const alone = await raised(about, { degree: 'now' });
    const [first] = await notices('alert');
    expect(first).toMatchObject({ person_id: manager.id, subject_id: alone, done_at: null });
    expect(first!.due_at - first!.created_at).toBe(0);
    await manager.connect();
    await raised(about, { degree: 'now' });
    const [, watched] = await notices('alert');
    expect(watched!.due_at - watched!.created_at).toBe(5 * 60 * 1000);
    await manager.post(`${office}/alerts/${watched?.subject_id}/take`, {});
    expect((await notices('alert')).map(({ outcome }) => outcome)).toEqual([null, 'read']);
  });

  test('[TRUST19] every step is in the audit log, and no word of note or answer', async () => {
    const id = await raised({ kind: 'person', id: await known() }, { note: 'zébulon note' });
    await manager.post(`${office}/alerts/${id}/take`, {});
    await manager.post(`${office}/alerts/${id}/close`, { answer: 'zébulon réponse' });
    const log = await (await manager.get(`${office}/audit-log?act=alert.`)).text();
    expect(['alert.raised', 'alert.taken', 'alert.closed'].every((act) => log.includes(act))).toBe(true);
    expect(log).not.toContain('zébulon');
  });
});

/** Somebody who has written here. */
async function known(): Promise<string> {
  await asked();
  return asker.id;
}

describe('notes and records', () => {
  const note = (person: Person, text: string) =>
    person.post(`/api/moderation/people/${asker.id}/notes`, { site: 'demo', text });
  const record = async (person: Person) =>
    await person.get(`/api/moderation/people/${asker.id}/record?site=demo`);

  test('[TRUST20] moderators read what others noted; its author or a manager deletes it', async () => {
    await known();
    const other = await server.person('moderator');
    const { id } = (await (await note(moderator, 'Déjà prévenue deux fois')).json()) as { id: string };
    expect(await (await record(other)).json()).toMatchObject({
      record: { name: 'Inès', published: 1, rejected: 0, namesOnAddress: 1, notes: 1 },
      notes: [{ id, text: 'Déjà prévenue deux fois', mayDelete: false }],
    });
    expect((await other.post(`/api/moderation/notes/${id}/delete`, { site: 'demo' })).status).toBe(403);
    expect((await manager.request('DELETE', `${office}/notes/${id}`)).status).toBe(204);
    expect((await moderator.post(`/api/moderation/notes/${id}/delete`, { site: 'demo' })).status).toBe(404);
    const log = await (await manager.get(`${office}/audit-log?act=note.`)).text();
    expect(log).toContain('note.added');
    expect(log).not.toContain('prévenue');
  });

  test('[TRUST21] a record never has the address, and is nobody’s but moderators’', async () => {
    await known();
    expect(await (await record(moderator)).text()).not.toContain(asker.address);
    expect((await record(asker)).status).toBe(404);
    expect((await record(await server.person('expert'))).status).toBe(404);
    expect((await note(asker, 'moi')).status).toBe(404);
  });

  test('[TRUST22] no note, alert or report ever reaches a visitor or an expert', async () => {
    const { message, conversation } = await asked();
    const expert = await server.person('expert');
    const sockets = [await asker.connect(), await expert.connect()];
    for (const socket of sockets) await socket.subscribe(conversation.id);
    await note(moderator, 'zébulon-note');
    const id = await raised({ kind: 'message', id: message.id }, { note: 'zébulon-alerte', degree: 'now' });
    await manager.post(`${office}/alerts/${id}/answer`, { answer: 'zébulon-réponse' });
    await expert.post(`/api/widget/messages/${message.id}/report`, { site: 'demo', reason: 'personal-data' });
    for (const socket of sockets) await socket.quiet(server.hub);
    const heard = sockets.flatMap((socket) => socket.frames);
    expect(JSON.stringify(heard)).not.toMatch(/zébulon|personal-data/);
    expect(heard.filter((frame) => frame.op === 'back-office')).toEqual([]);
    for (const person of [asker, expert]) {
      for (const path of ['queue', 'alerts', `people/${asker.id}/record`])
        expect((await person.get(`/api/moderation/${path}?site=demo`)).status).toBe(404);
      for (const scope of ['site', 'mine', 'page']) {
        const list = await person.get(
          `/api/widget/conversations?site=demo&scope=${scope}&url=https://shop.test/`,
        );
        expect(await list.text()).not.toContain('zébulon');
      }
    }
  });
});
