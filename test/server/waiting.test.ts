import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { WaitingAnswer } from '../../server/protocol/widget.ts';
import { addSite, type Person, startTestServer, type TestServer } from './harness.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

async function waiting(person: Person, id: string, seq: number, epoch = server.ctx.epoch) {
  const known = { site: person.site, conversations: [{ id, seq, epoch }] };
  const answer = await person.post('/api/widget/waiting', known);
  expect(answer.status).toBe(200);
  return ((await answer.json()) as WaitingAnswer).conversations;
}

/** A question with an answer, one that is held, and one of the asker's own. */
async function talked() {
  const [asker, other] = [await server.person(), await server.person()];
  const [socket, answering] = [await asker.connect(), await other.connect()];
  const { conversation } = await socket.ask('Pointure ?');
  await answering.write('Le 42.', conversation.id, 'Malik');
  await answering.write('Quel connard', conversation.id, 'Malik');
  await socket.write('Merci.', conversation.id);
  return { asker, other, conversation };
}

describe('what is waiting', () => {
  test('[CLIENT90] published messages of others after a position are counted, held ones and one’s own are not', async () => {
    const { asker, other, conversation } = await talked();
    expect(await waiting(asker, conversation.id, 1)).toEqual([{ id: conversation.id, seq: 1, waiting: 1 }]);
    expect(await waiting(asker, conversation.id, 3)).toEqual([{ id: conversation.id, seq: 3, waiting: 0 }]);
    expect(await waiting(other, conversation.id, 0)).toEqual([{ id: conversation.id, seq: 0, waiting: 2 }]);
  });

  test('[CLIENT91] what one may not see, does not exist or is of another epoch is not in the answer', async () => {
    const { asker, conversation } = await talked();
    await addSite(server.ctx, 'elsewhere');
    const stranger = await server.person('visitor', 'elsewhere');
    const held = await (await asker.connect()).ask('Quel connard ce vendeur');
    const other = await server.person();
    expect(await waiting(stranger, conversation.id, 0)).toEqual([]);
    expect(await waiting(other, held.conversation.id, 0)).toEqual([]);
    expect(await waiting(other, 'nothing', 0)).toEqual([]);
    expect(await waiting(asker, conversation.id, 1, 'another')).toEqual([]);
    expect(await waiting(asker, conversation.id, 99)).toEqual([]);
  });

  test('[CLIENT92] nobody without a token is told anything, and no list is longer than what one follows', async () => {
    const person = await server.person();
    const known = { id: 'k', seq: 0, epoch: 'e' };
    const many = { site: 'demo', conversations: Array(21).fill(known) };
    expect((await person.post('/api/widget/waiting', many)).status).toBe(400);
    person.token = 'forged';
    expect((await person.post('/api/widget/waiting', { site: 'demo', conversations: [known] })).status).toBe(
      401,
    );
  });
});
