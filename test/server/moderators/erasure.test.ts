import { afterEach, expect, test } from 'vitest';
import { retain } from '../../../server/jobs/retention.ts';
import { LIMITS } from '../../../server/limits.ts';
import { startTestServer, type TestServer } from '../harness.ts';

let server: TestServer;
afterEach(() => server.stop());

test('[TRUST23] with the last thing a visitor wrote go the notes on them, and every report and alert about it', async () => {
  let now = Date.parse('2026-05-01T10:00:00Z');
  server = await startTestServer({ clock: { now: () => now } });
  const [manager, moderator, leaving, staying] = [
    await server.person('manager'),
    await server.person('moderator'),
    await server.person(),
    await server.person(),
  ];
  const socket = await leaving.connect();
  const { conversation, message } = await socket.ask('Bientôt effacée', 'Inès');
  await (await staying.connect()).ask('Je reste', 'Paul');
  for (const { id } of [leaving, staying]) {
    const note = { site: 'demo', text: `note sur ${id}` };
    expect((await moderator.post(`/api/moderation/people/${id}/notes`, note)).status).toBe(201);
    const alert = { site: 'demo', about: { kind: 'person', id }, note: 'voir', degree: 'look' };
    expect((await moderator.post('/api/moderation/alerts', alert)).status).toBe(201);
  }
  for (const about of [
    { kind: 'message', id: message.id },
    { kind: 'conversation', id: conversation.id },
  ])
    await moderator.post('/api/moderation/alerts', { site: 'demo', about, note: 'voir', degree: 'look' });
  await moderator.post(`/api/widget/messages/${message.id}/report`, { site: 'demo', reason: 'spam' });
  await manager.request('DELETE', `/api/back-office/demo/conversations/${conversation.id}`, { reason: null });
  now += LIMITS.retention.deletedMs + 1000;
  await retain(server.ctx);
  const { db } = server.ctx;
  expect(await db.selectFrom('note').select('person_id').execute()).toEqual([{ person_id: staying.id }]);
  expect(await db.selectFrom('alert').select('person_id').execute()).toEqual([{ person_id: staying.id }]);
  expect(await db.selectFrom('report').select('id').execute()).toEqual([]);
});
