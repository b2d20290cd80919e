import { afterAll, beforeAll, expect, test } from 'vitest';
import { indexMessages } from '../../../db/search-index.ts';
import { LIMITS } from '../../../server/limits.ts';
import type { ConversationDetail, QueueAnswer } from '../../../server/protocol/back-office.ts';
import { PAGE, startTestServer, type TestServer } from '../harness.ts';
import { acts, answered, rowOf } from './acts.ts';

let server: TestServer;
let ahead = 0;
beforeAll(async () => {
  server = await startTestServer({ clock: { now: () => Date.now() + ahead } });
});
afterAll(() => server.stop());

test('[EXCH10] an edit replaces the text for everybody live, and says that it was edited', async () => {
  const { expert, a, conversationId, answer } = await answered(server, 'Oui depuis trois hivers');
  expect(await acts(expert).edit(answer.id, 'Oui, depuis quatre hivers.')).toBe('done');
  const { event } = await a.next('event', ({ event: { kind } }) => kind === 'message-changed');
  expect(event).toMatchObject({
    message: { id: answer.id, text: 'Oui, depuis quatre hivers.', mine: false },
  });
  const { events } = await (await (await server.person()).connect()).subscribe(conversationId);
  const last = events.at(-1)!;
  expect(last).toMatchObject({
    message: { text: 'Oui, depuis quatre hivers.', editedAt: expect.any(Number) },
  });
});

test('[EXCH11] only the author changes or deletes a message, and only for ten minutes', async () => {
  const { asker, expert, answer } = await answered(server);
  const manager = await server.person('manager');
  for (const other of [asker, manager]) {
    expect(await acts(other).edit(answer.id, 'Autre chose')).toBe('forbidden');
    expect(await acts(other).remove(answer.id)).toBe('forbidden');
  }
  ahead = LIMITS.editing.withinMs + 1000;
  expect(await acts(expert).edit(answer.id, 'Trop tard')).toBe('too-late');
  expect(await acts(expert).remove(answer.id)).toBe('too-late');
  ahead = 0;
});

test('[EXCH12] an edit the filter would hold or reject is refused, kept nowhere, and changes nothing', async () => {
  const { expert, a, conversationId, answer } = await answered(server, 'Oui, sans souci');
  expect(await acts(expert).edit(answer.id, 'Oui, connard pistache')).toBe('edit-held');
  expect(await acts(expert).edit(answer.id, 'Une arnaque pistache')).toBe('edit-rejected');
  await a.quiet(server.hub);
  expect(JSON.stringify(a.frames)).not.toContain('pistache');
  const seen = await (await (await server.person()).connect()).subscribe(conversationId);
  expect(seen.conversation.lastSeq).toBe(2);
  expect(seen.events.at(-1)).toMatchObject({ message: { text: 'Oui, sans souci' } });
  const kept = await server.ctx.db.selectFrom('audit_log').selectAll().execute();
  expect(kept.filter(({ act }) => act === 'message.edit-refused')).toHaveLength(2);
  const everything = [kept, await server.ctx.db.selectFrom('message').selectAll().execute()];
  expect(JSON.stringify(everything)).not.toContain('pistache');
  expect(
    await server.ctx.db.selectFrom('message_edit').selectAll().where('message_id', '=', answer.id).execute(),
  ).toEqual([]);
});

test('[EXCH13] what a message said before is read by moderators, and by nobody else', async () => {
  const { asker, expert, a, conversationId, answer } = await answered(server, 'La première mouture');
  await acts(expert).edit(answer.id, 'La seconde');
  const [moderator, stranger] = [await server.person('moderator'), await server.person()];
  const path = `/api/back-office/demo/conversations/${conversationId}`;
  const detail = (await (await moderator.get(path)).json()) as ConversationDetail;
  const seen = detail.messages.find(({ id }) => id === answer.id);
  expect(seen).toMatchObject({ text: 'La seconde', earlier: [{ text: 'La première mouture' }] });
  expect((await expert.get(path)).status).toBe(404);
  const late = await (await stranger.connect()).subscribe(conversationId);
  expect(JSON.stringify(late)).not.toContain('mouture');
  for (const who of [asker, expert, stranger]) {
    expect(JSON.stringify(await rowOf(who, conversationId))).not.toContain('mouture');
  }
  const back = await (await stranger.connect()).subscribe(conversationId, 1, late.epoch);
  expect(JSON.stringify(back)).not.toContain('mouture');
  await a.quiet(server.hub);
});

test('[EXCH14] search finds what a message says now and no more what it said', async () => {
  const { expert, answer, conversationId } = await answered(server, 'Un crampon marsouin');
  await indexMessages(server.ctx.db, 1000);
  await acts(expert).edit(answer.id, 'Un crampon cormoran');
  const manager = await server.person('manager');
  const found = async (q: string) => {
    const page = await (await manager.get(`/api/back-office/demo/conversations?q=${q}`)).json();
    return (page as { items: { id: string }[] }).items.map(({ id }) => id);
  };
  expect(await found('marsouin')).toEqual([]);
  expect(await found('cormoran')).toEqual([conversationId]);
});

test('[EXCH15] a deleted message is a tombstone for everybody', async () => {
  const { expert, a, conversationId, answer } = await answered(server, 'Une bêtise');
  expect(await acts(expert).remove(answer.id)).toBe('done');
  expect(await acts(expert).remove(answer.id)).toBe('done');
  const { event } = await a.next('event', ({ event: { kind } }) => kind === 'message-changed');
  expect(event).toMatchObject({ message: { id: answer.id, state: 'removed' } });
  expect(JSON.stringify(event)).not.toContain('bêtise');
  expect(await acts(expert).edit(answer.id, 'Je reviens')).toBe('conflict');
  const seen = await (await (await server.person()).connect()).subscribe(conversationId);
  expect(JSON.stringify(seen)).not.toContain('bêtise');
});

test('[EXCH16] a question is deleted with its conversation while nobody answered, and not afterwards', async () => {
  const { asker, question } = await answered(server);
  expect(await acts(asker).remove(question.id)).toBe('answered');
  const [lonely, reader] = [await server.person(), await server.person()];
  const [socket, other] = [await lonely.connect(), await reader.connect()];
  const { message, conversation } = await socket.ask('Personne n’a répondu ?');
  await other.subscribe(conversation.id);
  expect(await acts(lonely).remove(message.id)).toBe('done');
  await other.next('conversation-gone', ({ conversationId }) => conversationId === conversation.id);
  expect(await rowOf(reader, conversation.id)).toBeUndefined();
});

test('[EXCH17] a held answer does not keep a question from being deleted: nobody is told that it is there', async () => {
  const [asker, expert] = [await server.person(), await server.person('expert')];
  const { message, conversation } = await (await asker.connect()).ask('Et pour le gel ?');
  await (await expert.connect()).write('Espèce de connard', conversation.id, null);
  expect(await acts(asker).remove(message.id)).toBe('done');
});

test('[EXCH18] a message hidden, or a conversation closed, is edited no more', async () => {
  const { expert, conversationId, answer } = await answered(server);
  const [moderator, manager] = [await server.person('moderator'), await server.person('manager')];
  await acts(moderator).moderate(answer.id, 'hide');
  expect(await acts(expert).edit(answer.id, 'Autrement dit')).toBe('conflict');
  expect(await acts(expert).remove(answer.id)).toBe('conflict');
  await acts(moderator).moderate(answer.id, 'restore');
  await manager.post(`/api/back-office/demo/conversations/${conversationId}/close`, {});
  expect(await acts(expert).edit(answer.id, 'Autrement dit')).toBe('conversation-closed');
});

test('[EXCH19] a message sent before it was edited is known again by what it said first', async () => {
  const person = await server.person();
  const sending = {
    site: 'demo',
    clientMessageId: crypto.randomUUID(),
    conversationId: null,
    text: 'Premier jet',
    name: 'Inès',
    page: PAGE,
  };
  const sent = (await (await person.post('/api/widget/messages', sending)).json()) as {
    message: { id: string };
  };
  await acts(person).edit(sent.message.id, 'Second jet');
  const again = (await (await person.post('/api/widget/messages', sending)).json()) as typeof sent;
  expect(again.message).toMatchObject({ id: sent.message.id, text: 'Second jet' });
  const other = await person.post('/api/widget/messages', { ...sending, text: 'Troisième jet' });
  expect(other.status).toBe(409);
});

test('[EXCH20] of an edit and a hiding at once, nothing hidden is shown', async () => {
  const { expert, conversationId, answer } = await answered(server, 'Rendez-vous à la fontaine');
  const moderator = await server.person('moderator');
  await Promise.all([
    acts(expert).edit(answer.id, 'Rendez-vous à la rivière'),
    acts(moderator).moderate(answer.id, 'hide'),
  ]);
  const seen = await (await (await server.person()).connect()).subscribe(conversationId);
  expect(seen.events.at(-1)).toMatchObject({ message: { state: 'hidden' } });
  expect(JSON.stringify(seen)).not.toMatch(/fontaine|rivière/);
});

test('[EXCH29] what was reported and then changed or deleted is judged by what it said', async () => {
  const { asker, expert, answer } = await answered(server, 'Une pique bien sentie');
  await asker.post(`/api/widget/messages/${answer.id}/report`, { site: 'demo', reason: 'insult' });
  await acts(expert).edit(answer.id, 'Une politesse');
  await acts(expert).remove(answer.id);
  const moderator = await server.person('moderator');
  const queue = (await (await moderator.get('/api/back-office/demo/queue')).json()) as QueueAnswer;
  expect(queue.items.find(({ id }) => id === answer.id)?.message).toMatchObject({
    state: 'removed',
    text: 'Une politesse',
    earlier: [{ text: 'Une pique bien sentie' }],
  });
});

test('[EXCH45] what a message said before is no repetition of it', async () => {
  const text = 'La semelle accroche bien sur le rocher';
  const { b, expert, conversationId, answer } = await answered(server, text);
  await b.write(text, conversationId, null);
  expect(await acts(expert).edit(answer.id, `${text}, oui`)).toBe('done');
});
