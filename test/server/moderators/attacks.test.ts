import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { LIMITS } from '../../../server/limits.ts';
import { addSite, type Person, startTestServer, type TestServer } from '../harness.ts';

let server: TestServer;
beforeEach(async () => {
  server = await startTestServer();
});
afterEach(() => server.stop());

/** The answer without what differs from request to request. */
const said = async (answer: Response) => [
  answer.status,
  (await answer.text()).replace(/"requestId":"[^"]+"/, ''),
];

describe('from elsewhere', () => {
  test('[TRUST28] what is of another site looks like what is not there, for every act', async () => {
    await addSite(server.ctx, 'other', { community: JSON.stringify({ moderatorsMayBlock: true }) });
    const [here, asker, manager] = [
      await server.person('moderator'),
      await server.person(),
      await server.person('manager'),
    ];
    const [there, thatManager] = [
      await server.person('moderator', 'other'),
      await server.person('manager', 'other'),
    ];
    const { message } = await (await asker.connect()).ask('Ici');
    const note = { site: 'demo', text: 'note' };
    const noted = await here.post(`/api/moderation/people/${asker.id}/notes`, note);
    const { id: noteId } = (await noted.json()) as { id: string };
    const about = { kind: 'message', id: message.id };
    const raised = await here.post('/api/moderation/alerts', {
      site: 'demo',
      about,
      note: 'x',
      degree: 'look',
    });
    const { id: alertId } = (await raised.json()) as { id: string };
    const other = { site: 'other' };
    const acts: ((id: string) => [Person, string, object])[] = [
      (id) => [there, `/api/moderation/messages/${id}`, { ...other, act: 'hide', reason: null }],
      (id) => [there, `/api/moderation/messages/${id}/block`, { ...other, reason: 'x' }],
      (id) => [there, '/api/moderation/reports/dismiss', { ...other, messageId: id }],
      (id) => [there, `/api/moderation/people/${id}/notes`, { ...other, text: 'x' }],
      (id) => [there, `/api/moderation/notes/${id}/delete`, other],
      (id) => [thatManager, `/api/back-office/other/alerts/${id}/take`, {}],
      (id) => [thatManager, `/api/back-office/other/alerts/${id}/answer`, { answer: 'x' }],
      (id) => [thatManager, `/api/back-office/other/alerts/${id}/close`, { answer: null }],
      (id) => [there, `/api/widget/messages/${id}/edit-reported`, { ...other, text: 'x' }],
    ];
    const theirs = [
      message.id,
      message.id,
      message.id,
      asker.id,
      noteId,
      alertId,
      alertId,
      alertId,
      message.id,
    ];
    for (const [i, act] of acts.entries()) {
      const [person, path, body] = act(theirs[i]!);
      const [, unknownPath, unknownBody] = act('unknown');
      const answer = await said(await person.post(path, body));
      expect([path, ...answer]).toEqual([path, 404, expect.any(String)]);
      expect(answer).toEqual(await said(await person.post(unknownPath, unknownBody)));
    }
    const record = (id: string) => there.get(`/api/moderation/people/${id}/record?site=other`);
    expect(await said(await record(asker.id))).toEqual(await said(await record('unknown')));
    const untouched = await manager.get('/api/back-office/demo/alerts');
    expect(await untouched.json()).toMatchObject({
      items: [{ id: alertId, taken: null, answer: null, closed: null }],
    });
  });
});

describe('too much', () => {
  test('[TRUST29] one person reports so often an hour, however many messages', async () => {
    const [writer, reporter] = [await server.person('expert'), await server.person('expert')];
    const { message } = await (await writer.connect()).ask('Encore lui');
    const report = () =>
      reporter.post(`/api/widget/messages/${message.id}/report`, { site: 'demo', reason: 'spam' });
    for (let i = 0; i < LIMITS.reports.person; i++) expect((await report()).status).toBe(204);
    expect((await report()).status).toBe(429);
  });

  test('[TRUST30] a moderator blocks and alerts so often an hour', async () => {
    const [manager, moderator] = [await server.person('manager'), await server.person('moderator')];
    const community = { moderatorsMayBlock: true };
    await manager.request('PATCH', '/api/back-office/demo/site', { community });
    const blocked: number[] = [];
    for (let i = 0; i <= LIMITS.moderator.blocks; i++) {
      const visitor = await server.person();
      const { message } = await (await visitor.connect()).ask('Bonjour');
      const body = { site: 'demo', reason: 'x' };
      blocked.push((await moderator.post(`/api/moderation/messages/${message.id}/block`, body)).status);
    }
    expect(blocked).toEqual([...new Array(LIMITS.moderator.blocks).fill(204), 429]);
    const about = { kind: 'person', id: manager.id };
    const alert = { site: 'demo', about, note: 'x', degree: 'now' };
    for (let i = 0; i < LIMITS.moderator.alerts; i++)
      expect((await moderator.post('/api/moderation/alerts', alert)).status).toBe(201);
    expect((await moderator.post('/api/moderation/alerts', alert)).status).toBe(429);
  });

  test('[TRUST31] a role or a permission written into a request gives none', async () => {
    const [visitor, moderator] = [await server.person(), await server.person('moderator')];
    const { message } = await (await visitor.connect()).ask('Bonjour');
    const hide = { site: 'demo', act: 'hide', reason: null };
    const path = `/api/moderation/messages/${message.id}`;
    expect((await visitor.post(path, { ...hide, role: 'manager' })).status).toBe(400);
    expect((await visitor.post(path, hide)).status).toBe(404);
    const block = { site: 'demo', reason: 'x', mayBlock: true };
    expect((await moderator.post(`${path}/block`, block)).status).toBe(400);
    expect((await moderator.post(`${path}/block`, { site: 'demo', reason: 'x' })).status).toBe(403);
    const alert = { site: 'demo', about: { kind: 'message', id: message.id }, note: ' ', degree: 'look' };
    expect((await moderator.post('/api/moderation/alerts', alert)).status).toBe(400);
    expect(
      (await moderator.post('/api/moderation/alerts', { ...alert, note: 'x', taken_by: 'me' })).status,
    ).toBe(400);
  });
});
