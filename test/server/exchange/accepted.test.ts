import { afterAll, beforeAll, expect, test } from 'vitest';
import { startTestServer, type TestServer } from '../harness.ts';
import { acts, answered, rowOf } from './acts.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const stateEvents = ({ event: { kind } }: { event: { kind: string } }) => kind === 'conversation-state';

test('[EXCH30] the asker accepts an answer, accepts another, and takes it back', async () => {
  const { asker, expert, a, b, conversationId, answer } = await answered(server);
  expect(await acts(asker).accept(answer.id)).toBe('done');
  const { event } = await a.next('event', stateEvents);
  expect(event).toMatchObject({ state: 'answered', acceptedMessageId: answer.id });
  expect(await rowOf(expert, conversationId)).toMatchObject({
    state: 'answered',
    acceptedMessageId: answer.id,
  });
  const { message: better } = await b.write('Mieux : oui, même sous la neige.', conversationId, null);
  expect(await acts(asker).accept(better.id)).toBe('done');
  expect(await acts(asker).accept(better.id)).toBe('done');
  expect((await a.next('event', stateEvents)).event).toMatchObject({ acceptedMessageId: better.id });
  expect(await acts(asker).accept(answer.id, false)).toBe('done');
  expect(await rowOf(expert, conversationId)).toMatchObject({ acceptedMessageId: better.id });
  expect(await acts(asker).accept(better.id, false)).toBe('done');
  const { event: last } = await a.next('event', stateEvents);
  expect(last).toMatchObject({ state: 'open' });
  expect(last).not.toHaveProperty('acceptedMessageId');
});

test('[EXCH31] only the asker and managers accept, and a manager’s acceptance is in the audit log', async () => {
  const { expert, conversationId, answer } = await answered(server);
  for (const other of [await server.person(), await server.person('moderator'), expert]) {
    expect(await acts(other).accept(answer.id)).toBe('forbidden');
  }
  const manager = await server.person('manager');
  expect(await acts(manager).accept(answer.id)).toBe('done');
  const entries = await server.ctx.db
    .selectFrom('audit_log')
    .selectAll()
    .where('target_id', '=', answer.id)
    .execute();
  expect(entries).toMatchObject([{ act: 'message.accepted', actor_id: manager.id }]);
  expect(await rowOf(expert, conversationId)).toMatchObject({ acceptedMessageId: answer.id });
});

test('[EXCH32] neither a question, nor the asker’s or one’s own message, nor what is not public is an answer', async () => {
  const { asker, a, b, conversationId, question } = await answered(server);
  expect(await acts(asker).accept(question.id)).toBe('not-an-answer');
  const { message: own } = await a.write('Je précise', conversationId);
  expect(await acts(asker).accept(own.id)).toBe('not-an-answer');
  const { message: held } = await b.write('Espèce de connard', conversationId, null);
  expect(await acts(asker).accept(held.id)).toBe('not-found');
  const manager = await server.person('manager');
  const { message: theirs } = await (await manager.connect()).write('Bonjour', conversationId, null);
  expect(await acts(manager).accept(theirs.id)).toBe('not-an-answer');
  expect(await acts(manager).accept(held.id)).toBe('not-an-answer');
});

test('[EXCH33] an accepted answer that is hidden, removed or deleted is accepted no more', async () => {
  for (const go of ['hide', 'remove', 'delete'] as const) {
    const { asker, expert, a, conversationId, answer } = await answered(server);
    const moderator = await server.person('moderator');
    await acts(asker).accept(answer.id);
    await a.next('event', stateEvents);
    if (go === 'delete') await acts(expert).remove(answer.id);
    else await acts(moderator).moderate(answer.id, go);
    expect((await a.next('event', stateEvents)).event).toMatchObject({ state: 'open' });
    const row = await rowOf(asker, conversationId);
    expect(row).toMatchObject({ state: 'open' });
    expect(row).not.toHaveProperty('acceptedMessageId');
  }
});

test('[EXCH34] what was closed while answered is answered again when it is opened; in a closed one nothing is accepted', async () => {
  const { asker, conversationId, answer } = await answered(server);
  const manager = await server.person('manager');
  const office = (act: string) =>
    manager.post(`/api/back-office/demo/conversations/${conversationId}/${act}`, {});
  await acts(asker).accept(answer.id);
  await office('close');
  expect(await acts(asker).accept(answer.id, false)).toBe('conversation-closed');
  await office('reopen');
  expect(await rowOf(asker, conversationId)).toMatchObject({
    state: 'answered',
    acceptedMessageId: answer.id,
  });
  await office('reopen');
  const row = await rowOf(asker, conversationId);
  expect(row).toMatchObject({ state: 'open' });
  expect(row).not.toHaveProperty('acceptedMessageId');
});

test('[EXCH35] of two acceptances at once one holds, and the row says which', async () => {
  const { asker, b, conversationId, answer } = await answered(server);
  const { message: other } = await b.write('Ou bien ceci.', conversationId, null);
  const manager = await server.person('manager');
  await Promise.all([acts(asker).accept(answer.id), acts(manager).accept(other.id)]);
  const row = await rowOf(asker, conversationId);
  expect([answer.id, other.id]).toContain(row?.acceptedMessageId);
});

test('[EXCH36] an answer its author changes keeps its acceptance and its thanks, and says that it was changed', async () => {
  const { asker, expert, a, conversationId, answer } = await answered(server);
  await acts(asker).accept(answer.id);
  await acts(asker).thank(answer.id);
  expect(await acts(expert).edit(answer.id, 'Oui, depuis quatre ans.')).toBe('done');
  const seen = await (await (await server.person()).connect()).subscribe(conversationId);
  expect(seen).toMatchObject({ conversation: { acceptedMessageId: answer.id }, thanks: { [answer.id]: 1 } });
  const changed = await a.next(
    'event',
    ({ event }) => event.kind === 'message-changed' && 'message' in event,
  );
  expect(changed).toMatchObject({
    event: { message: { text: 'Oui, depuis quatre ans.', editedAt: expect.any(Number) } },
  });
});
