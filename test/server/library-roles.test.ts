import { afterEach, expect, test } from 'vitest';
import { startTestServer, type TestServer } from './harness.ts';
import { add, ask, LIBRARY, sendFile, settled, term } from './library-office.ts';

let server: TestServer;
afterEach(() => server.stop());

const draft = { add: [], change: [], remove: [] };

/** Every route of the library, with what a manager could send. */
const ROUTES: [method: string, path: string, body?: unknown][] = [
  ['GET', ''],
  ['POST', '/entries', { entries: [term('zigoto')] }],
  ['PATCH', '/entries', { ids: ['demo-rival'], change: { note: 'x' } }],
  ['POST', '/entries/remove', { ids: ['demo-rival'] }],
  ['POST', '/check', { entries: [term('zigoto')] }],
  ['POST', '/try', { text: 'connard', role: 'visitor' }],
  ['POST', '/backtests', { draft, days: 30 }],
  ['GET', '/backtests/x'],
  ['DELETE', '/backtests/x'],
  ['POST', '/imports?format=csv', 'zigoto'],
  ['GET', '/imports/x'],
  ['GET', '/imports/x/lines'],
  ['POST', '/imports/x/apply', { doubtful: false }],
  ['DELETE', '/imports/x'],
  ['GET', '/export?format=csv'],
  ['GET', '/versions'],
  ['GET', '/versions/1/compare/1'],
  ['POST', '/versions/1/restore', {}],
  ['GET', '/vocabularies'],
  ['GET', '/vocabularies/fr/difference'],
  ['POST', '/vocabularies/fr', { accept: 'all' }],
  ['DELETE', '/vocabularies/fr'],
  ['PUT', '/categories', { name: 'insult', effect: 'flag' }],
  ['GET', '/rules'],
  ['PATCH', '/rules', { shouting: false }],
];

test('[LIB25] every route of the library is for community managers only: 403 to moderators, 404 to everybody else', async () => {
  server = await startTestServer();
  const socket = await (await server.person()).connect();
  const { message } = await socket.ask('Quel connard');
  const fix = [
    ['POST', `/../messages/${message.id}/library-fix`, { fix: { kind: 'trust-author' }, preview: false }],
  ];
  for (const [role, status] of [
    ['moderator', 403],
    ['expert', 404],
  ] as const) {
    const person = await server.person(role);
    for (const [method, path, body] of [...ROUTES, ...(fix as typeof ROUTES)]) {
      const answer = await person.request(method, `${LIBRARY}${path}`, body);
      expect([role, method, path, answer.status]).toEqual([role, method, path, status]);
    }
  }
  const nobody = await fetch(`${server.url}${LIBRARY}`);
  expect(nobody.status).toBe(401);
  expect(await server.ctx.db.selectFrom('library_version').selectAll().execute()).toEqual([]);
});

test('[LIB26] another large change waits its turn, and one that fails leaves the library as it was', async () => {
  server = await startTestServer();
  const manager = await server.person('manager');
  const lines = Array.from({ length: 5000 }, (_, n) => `mot${n}x`).join('\n');
  const { id } = await sendFile(manager, lines);
  await ask(manager, 'POST', `/imports/${id}/apply`, { doubtful: false });
  expect((await ask(manager, 'POST', '/entries', { entries: [term('zigoto')] })).status).toBe(409);
  expect(await settled(manager, id, 'saving')).toMatchObject({ state: 'saved', version: 2 });

  const second = await sendFile(manager, lines.replaceAll('mot', 'rat'));
  await ask(manager, 'POST', `/imports/${second.id}/apply`, { doubtful: false });
  const another = { library_saving_until: 1 };
  await server.ctx.db.updateTable('site').set(another).where('id', '=', 'demo').execute();
  const failed = await settled(manager, second.id, 'saving');
  expect(failed).toMatchObject({ state: 'read', version: null, problem: 'library-busy' });
  expect((await ask(manager, 'GET', '?q=rat')).body).toMatchObject({ version: 2, total: 0 });
  expect(await add(manager, term('zigoto'))).toMatchObject({ added: [{ text: 'zigoto' }] });
  expect((await ask(manager, 'GET', '')).body).toMatchObject({ version: 3, total: 5004 });
  expect((await ask(manager, 'GET', '?q=rat')).body.total).toBe(0);
});

test('[LIB27] a name is read by the library of today with every message, not only when it was chosen', async () => {
  server = await startTestServer();
  const manager = await server.person('manager');
  const socket = await (await server.person()).connect();
  const asked = (await socket.write('Une question', null, 'Zigoto')).message;
  expect(asked.state).toBe('published');
  await add(manager, term('zigoto'));
  const held = (await socket.write('La même question', null, null)).message;
  expect(held).toMatchObject({ state: 'held', reasons: [{ kind: 'term', spans: [] }] });
});
