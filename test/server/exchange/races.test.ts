import { afterEach, expect, test } from 'vitest';
import { heldByError } from '../../../moderation/index.ts';
import { addSite, type Person, startTestServer, type TestServer } from '../harness.ts';
import { acts, answered } from './acts.ts';

let server: TestServer;
afterEach(() => server.stop());

/** Runs `act` at the worst moment: when the new text was read by the filter, before it is committed. */
function whileJudged(act: () => Promise<unknown>): void {
  const { ctx } = server;
  const { filterOf } = ctx;
  ctx.filterOf = async (siteId) => {
    const filter = await filterOf(siteId);
    return {
      ...filter,
      async judge(input) {
        const verdict = await filter.judge(input);
        if (ctx.filterOf !== filterOf) {
          ctx.filterOf = filterOf;
          await act();
        }
        return verdict;
      },
    };
  };
}

type Office = (
  manager: Person,
  author: Person,
  conversationId: string,
  messageId: string,
) => Promise<Response>;
const office = '/api/back-office/demo';
const cases: [string, string, Office][] = [
  [
    'a ban',
    'banned',
    (m, a) => m.post(`${office}/people/${a.id}/ban`, { reason: 'x', expiresInHours: null }),
  ],
  [
    'a block',
    'blocked',
    (m, a) => m.post(`${office}/blocks`, { range: a.address, reason: 'x', expiresInHours: null }),
  ],
  ['a closing', 'conversation-closed', (m, _, id) => m.post(`${office}/conversations/${id}/close`, {})],
  [
    'a deletion',
    'not-found',
    (m, _, id) => m.request('DELETE', `${office}/conversations/${id}`, { reason: null }),
  ],
  [
    'a hiding',
    'conflict',
    (m, _, __, id) => m.post(`${office}/messages/${id}`, { act: 'hide', reason: null }),
  ],
];

test.each(cases)('[EXCH25] %s answered before an edit is committed keeps it out', async (_, code, act) => {
  server = await startTestServer();
  const manager = await server.person('manager');
  const { expert, conversationId, answer } = await answered(server);
  let status = 0;
  whileJudged(async () => {
    status = (await act(manager, expert, conversationId, answer.id)).status;
  });
  expect(await acts(expert).edit(answer.id, 'Trop tard')).toBe(code);
  expect([200, 201, 204]).toContain(status);
  const stored = server.ctx.db.selectFrom('message').select('id').where('body', '=', 'Trop tard');
  expect(await stored.execute()).toEqual([]);
});

test('[EXCH26] a word forbidden while an edit is read is obeyed', async () => {
  server = await startTestServer();
  const manager = await server.person('manager');
  const { expert, answer } = await answered(server);
  whileJudged(async () => {
    const entry = {
      kind: 'term',
      listing: 'forbidden',
      text: 'topinambour',
      category: 'spam',
      effect: 'reject',
      note: null,
    };
    const added = await manager.post(`${office}/library/entries`, { entries: [entry] });
    expect(added.status).toBe(201);
  });
  expect(await acts(expert).edit(answer.id, 'Un topinambour')).toBe('edit-rejected');
});

test('[EXCH27] while the filter fails nothing is changed, and the author is asked to wait', async () => {
  server = await startTestServer();
  const { expert, answer } = await answered(server);

  server.ctx.filterOf = async () => ({ judge: async () => heldByError(), version: 1 });
  expect(await acts(expert).edit(answer.id, 'Jamais lu')).toBe('busy');
  const stored = server.ctx.db.selectFrom('message').select('id').where('body', '=', 'Jamais lu');
  expect(await stored.execute()).toEqual([]);
});

test('[EXCH28] on another site, and for who is blocked, no message is there', async () => {
  server = await startTestServer();
  await addSite(server.ctx, 'other');
  const { asker, answer } = await answered(server);
  const [foreigner, blocked, manager] = [
    await server.person('manager', 'other'),
    await server.person(),
    await server.person('manager'),
  ];
  await manager.post(`${office}/blocks`, { range: blocked.address, reason: 'x', expiresInHours: null });
  const every = (person: Person) => {
    const { accept, edit, remove, thank } = acts(person);
    return Promise.all([accept(answer.id), edit(answer.id, 'Autre'), remove(answer.id), thank(answer.id)]);
  };
  expect(new Set(await every(foreigner))).toEqual(new Set(['not-found']));
  expect(new Set(await every(blocked))).toEqual(new Set(['blocked']));
  expect(await acts(asker).thank(answer.id)).toBe('done');
});
