import { afterAll, beforeAll, expect, test } from 'vitest';
import { indexNew } from '../../server/jobs/index-search.ts';
import type { ConversationsPage } from '../../server/protocol/back-office.ts';
import { PAGE, type Person, startTestServer, type TestServer } from './harness.ts';

let server: TestServer;
let manager: Person;
beforeAll(async () => {
  server = await startTestServer();
  manager = await server.person('manager');
  const asker = await server.person();
  const question = { site: 'demo', clientMessageId: crypto.randomUUID(), conversationId: null, name: 'Inès' };
  const answer = await asker.post('/api/widget/messages', {
    ...question,
    text: 'Quelle pointure ?',
    page: PAGE,
  });
  expect(answer.status).toBe(200);
});
afterAll(() => server.stop());

async function search(q: string, after = '') {
  const query = new URLSearchParams({ q, ...(after ? { after } : {}) });
  const answer = await manager.get(`/api/back-office/demo/conversations?${query}`);
  return { status: answer.status, body: (await answer.json()) as ConversationsPage };
}

test('[SEARCH8] the back office is told what became of its search', async () => {
  for (const prepare of [async () => {}, () => indexNew(server.ctx)]) {
    await prepare();
    const { body } = await search('pointu');
    expect(body).toMatchObject({
      items: [{ question: 'Quelle pointure ?', messages: 1 }],
      next: null,
      search: 'complete',
    });
  }
  expect((await search('"***')).body).toEqual({ items: [], next: null, search: 'too-vague' });
  for (const after of ['-1', '1e0', 'x', '9'.repeat(20), "1' or 1=1"])
    expect((await search('pointure', after)).status, after).toBe(400);
});
