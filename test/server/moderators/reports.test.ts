import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { totalPoints } from '../../../db/point-entries.ts';
import { LIMITS } from '../../../server/limits.ts';
import type { QueueAnswer } from '../../../server/protocol/back-office.ts';
import { reportsHide, weighReport, weighTogether } from '../../../server/report-weight.ts';
import { type Person, startTestServer, type TestServer } from '../harness.ts';

let server: TestServer;
let writer: Person;
beforeEach(async () => {
  server = await startTestServer();
  writer = await server.person('expert');
});
afterEach(() => server.stop());

const office = '/api/back-office/demo';
const report = (person: Person, id: string, headers: Record<string, string> = {}) =>
  person.request('POST', `/api/widget/messages/${id}/report`, { site: 'demo', reason: 'insult' }, headers);
const act = (person: Person, id: string, what: string) =>
  person.post(`${office}/messages/${id}`, { act: what, reason: null });
const stateOf = async (id: string) =>
  await server.ctx.db.selectFrom('message').select('state').where('id', '=', id).executeTakeFirst();
const outcomes = async (id: string) =>
  (await server.ctx.db.selectFrom('report').select('outcome').where('message_id', '=', id).execute()).map(
    ({ outcome }) => outcome,
  );
const card = async (person: Person, id: string) =>
  ((await (await person.get(`${office}/queue`)).json()) as QueueAnswer).items.find((item) => item.id === id);
const experts = (count: number) => Promise.all(Array.from({ length: count }, () => server.person('expert')));

/** Nothing the filter would take for the same thing said twice. */
const TEXTS = [
  'Discutable',
  'La semelle tient mal sur les rochers mouillés',
  'Je prendrais plutôt une taille au-dessus',
  'Livrée en trois jours, rien à redire',
  'Le coloris vert tire vers le gris',
  'Attention au laçage, il se défait',
  'Parfait pour la marche nordique',
];

async function written(text = 'Discutable') {
  const socket = await writer.connect();
  return (await socket.ask(text)).message.id;
}

describe('what a report weighs', () => {
  const known = { upheld: 0, dismissed: 0, hasStanding: true };

  test('[TRUST6] by how often its author was right, a newcomer’s never more than half', () => {
    expect(weighReport(known)).toBe(100);
    expect(weighReport({ ...known, upheld: 4 })).toBe(167);
    expect(weighReport({ ...known, dismissed: 4 })).toBe(33);
    expect(weighReport({ ...known, hasStanding: false })).toBe(50);
    expect(weighReport({ ...known, dismissed: 4, hasStanding: false })).toBe(33);
  });

  test('[TRUST7] newcomers cannot hide alone however many they are, and a network counts once', () => {
    const from = (network: string, weight: number, hasStanding: boolean) => ({
      network,
      weight,
      hasStanding,
    });
    const crowd = Array.from({ length: 500 }, (_, i) => from(`n${i}`, 50, false));
    for (const threshold of [1, 2, 5]) {
      expect(reportsHide(crowd, threshold)).toBe(false);
      expect(weighTogether(crowd, threshold)).toBe(threshold * 50);
    }
    expect(reportsHide([...crowd, from('x', 100, true)], 2)).toBe(true);
    expect(reportsHide([...crowd, from('x', 33, true)], 2)).toBe(false);
    const one = Array.from({ length: 9 }, () => from('same', 100, true));
    expect(weighTogether(one, 2)).toBe(100);
    expect(weighTogether([from('same', 50, false), from('same', 33, true)], 2)).toBe(33);
  });

  test('[TRUST8] ten newcomers change nothing but the queue; one person known here then hides it', async () => {
    const id = await written();
    for (const person of await Promise.all(Array.from({ length: 10 }, () => server.person())))
      expect((await report(person, id)).status).toBe(204);
    expect(await stateOf(id)).toEqual({ state: 'published' });
    const moderator = await server.person('moderator');
    expect((await card(moderator, id))?.reported).toEqual({
      people: 10,
      networks: 10,
      newcomers: 10,
      weight: 100,
      threshold: 2,
      flood: 'newcomers',
    });
    await report(await server.person('expert'), id);
    expect(await stateOf(id)).toEqual({ state: 'hidden' });
  });

  test('[TRUST9] whoever is dismissed again and again weighs less, whoever is upheld more', async () => {
    const [wrong, right, moderator] = [
      await server.person('expert'),
      await server.person('expert'),
      await server.person('moderator'),
    ];
    for (let i = 0; i < 3; i++) {
      const fine = await written(TEXTS[i]);
      await report(wrong, fine);
      expect((await moderator.post(`${office}/reports/dismiss`, { messageId: fine })).status).toBe(204);
      expect(await outcomes(fine)).toEqual(['dismissed']);
      const bad = await written(TEXTS[i + 3]);
      await report(right, bad);
      await act(moderator, bad, 'hide');
      expect(await outcomes(bad)).toEqual(['upheld']);
    }
    const last = await written(TEXTS[6]);
    await report(wrong, last);
    expect((await card(moderator, last))?.reported?.weight).toBe(40);
    await report(right, last);
    expect((await card(moderator, last))?.reported?.weight).toBe(200);
    expect(await stateOf(last)).toEqual({ state: 'hidden' });
  });
});

describe('hidden by reports', () => {
  test('[TRUST10] of twenty reports in one moment one hides the message, once', async () => {
    const id = await written();
    const reporters = await experts(20);
    const reader = await server.person();
    const socket = await reader.connect();
    const { conversation_id } = await server.ctx.db
      .selectFrom('message')
      .select('conversation_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    await socket.subscribe(conversation_id);
    await Promise.all(reporters.map((person) => report(person, id)));
    await socket.quiet(server.hub);
    const changes = socket.frames.filter(
      (frame) => frame.op === 'event' && frame.event.kind === 'message-changed',
    );
    expect(changes).toHaveLength(1);
    const hidden = await server.ctx.db
      .selectFrom('audit_log')
      .selectAll()
      .where('act', '=', 'message.hidden')
      .execute();
    expect(hidden).toMatchObject([{ actor_id: null, reason: 'reports' }]);
  });

  test('[TRUST11] a hide taken back leaves its reports waiting again, and counts for nobody', async () => {
    const id = await written();
    const [expert, moderator] = [await server.person('expert'), await server.person('moderator')];
    await report(expert, id);
    const { undo } = (await (await act(moderator, id, 'hide')).json()) as { undo: string };
    expect(await card(moderator, id)).toBe(undefined);
    expect((await moderator.post(`${office}/undo`, { id: undo })).status).toBe(204);
    expect(await stateOf(id)).toEqual({ state: 'published' });
    expect(await outcomes(id)).toEqual([null]);
    expect((await card(moderator, id))?.kinds).toEqual(['reported']);
    await moderator.post(`${office}/reports/dismiss`, { messageId: id });
    const [entry] = await server.ctx.db
      .selectFrom('audit_log')
      .select('id')
      .where('act', '=', 'reports.dismissed')
      .execute();
    expect((await moderator.post(`${office}/undo`, { id: String(entry?.id) })).status).toBe(204);
    expect(await outcomes(id)).toEqual([null]);
    expect((await moderator.post(`${office}/undo`, { id: String(entry?.id) })).status).toBe(409);
  });

  test('[TRUST12] left hidden, the reports were right; restored, they were not', async () => {
    const [kept, restored] = [
      await written('Ceci est vraiment limite'),
      await written('Cela est tout à fait bien'),
    ];
    const moderator = await server.person('moderator');
    for (const person of await experts(2)) for (const id of [kept, restored]) await report(person, id);
    expect([await stateOf(kept), await stateOf(restored)]).toEqual([
      { state: 'hidden' },
      { state: 'hidden' },
    ]);
    await moderator.post(`${office}/reports/dismiss`, { messageId: kept });
    await act(moderator, restored, 'restore');
    expect([await outcomes(kept), await outcomes(restored)]).toEqual([
      ['upheld', 'upheld'],
      ['dismissed', 'dismissed'],
    ]);
    expect(await stateOf(kept)).toEqual({ state: 'hidden' });
  });
});

describe('floods of reports', () => {
  test('[TRUST13] many from one network count once, and are shown as what they are', async () => {
    const id = await written();
    const moderator = await server.person('moderator');
    const people = await Promise.all(Array.from({ length: 12 }, () => server.person()));
    for (const person of people) await report(person, id, { 'x-forwarded-for': '198.51.100.9' });
    expect((await card(moderator, id))?.reported).toMatchObject({
      people: 12,
      networks: 1,
      flood: 'one-network',
    });
    expect(await stateOf(id)).toEqual({ state: 'published' });
  });

  test('[TRUST14] one person does not report everything another writes', async () => {
    const reporter = await server.person('expert');
    const statuses: number[] = [];
    for (let i = 0; i <= LIMITS.reports.ofOneAuthor; i++)
      statuses.push((await report(reporter, await written(TEXTS[i]))).status);
    expect(statuses.slice(0, -1)).toEqual(statuses.slice(0, -1).map(() => 204));
    expect(statuses.at(-1)).toBe(429);
  });
});

describe('the author of what reports hid', () => {
  const change = (person: Person, id: string, text: string) =>
    person.post(`/api/widget/messages/${id}/edit-reported`, { site: 'demo', text });

  test('[TRUST24] is told why, changes it once, and it comes back where the filter lets it pass', async () => {
    const id = await written();
    const [one, two] = (await experts(2)) as [Person, Person];
    const socket = await writer.connect();
    const { conversation_id } = await server.ctx.db
      .selectFrom('message')
      .select('conversation_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    await socket.subscribe(conversation_id);
    for (const person of [one, two]) await report(person, id);
    const told = await socket.next('event', (frame) => frame.event.kind === 'message-changed');
    expect(told).toMatchObject({ event: { message: { state: 'hidden', reason: 'reports', mayEdit: true } } });
    expect((await change(writer, id, 'Discutable')).status).toBe(409);
    expect((await change(one, id, 'Autre chose')).status).toBe(403);
    expect(await (await change(writer, id, 'Espèce de connard')).json()).toMatchObject({
      error: { code: 'edit-held' },
    });
    expect(await stateOf(id)).toEqual({ state: 'hidden' });
    expect((await change(writer, id, 'Je le dis autrement')).status).toBe(204);
    const back = await socket.next('event', (frame) => frame.event.kind === 'message-changed');
    expect(back).toMatchObject({ event: { message: { state: 'published', text: 'Je le dis autrement' } } });
    expect(await outcomes(id)).toEqual(['answered', 'answered']);
    for (const person of [one, two]) expect((await report(person, id)).status).toBe(204);
    const again = await socket.next('event', (frame) => frame.event.kind === 'message-changed');
    expect(again).toMatchObject({ event: { message: { state: 'hidden', reason: 'reports-again' } } });
    expect(again.event).not.toHaveProperty('message.mayEdit');
    expect((await change(writer, id, 'Encore autrement')).status).toBe(409);
  });

  test('[POINT25] gets back with it what was earned by it', async () => {
    const id = await written();
    const fan = await server.person('expert');
    expect((await fan.post(`/api/widget/messages/${id}/thank`, { site: 'demo', thanks: true })).status).toBe(
      204,
    );
    expect(await totalPoints(server.ctx.db, writer.id)).toBe(2);
    for (const person of await experts(2)) await report(person, id);
    expect(await totalPoints(server.ctx.db, writer.id)).toBe(0);
    expect((await change(writer, id, 'Je le dis autrement')).status).toBe(204);
    expect(await totalPoints(server.ctx.db, writer.id)).toBe(2);
  });

  test('[TRUST25] changes nothing of what a person hid, and of ten changes at once one counts', async () => {
    const moderator = await server.person('moderator');
    const hidden = await written(TEXTS[1]);
    await act(moderator, hidden, 'hide');
    expect((await change(writer, hidden, 'Je le dis autrement')).status).toBe(409);
    const id = await written(TEXTS[2]);
    for (const person of await experts(2)) await report(person, id);
    const answers = await Promise.all(TEXTS.slice(3).map((text) => change(writer, id, `${text}, je crois`)));
    expect(answers.filter(({ status }) => status === 204)).toHaveLength(1);
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([204, 409]));
  });
});
