import { afterAll, beforeAll, expect, test } from 'vitest';
import { PAGE, type Person, startTestServer, type TestServer } from '../harness.ts';
import { acts, answered } from './acts.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

type Where = { conversationId: string | null; replyTo: string; clientMessageId?: string };

const frameOf = ({ conversationId, replyTo, clientMessageId = crypto.randomUUID() }: Where) => ({
  clientMessageId,
  conversationId,
  text: 'Merci pour ça',
  name: 'Inès',
  page: conversationId === null ? PAGE : null,
  replyTo,
});

/** What the message says it replies to, or the code of the refusal. */
async function reply(person: Person, where: Where): Promise<string | undefined> {
  const answer = await (
    await person.post('/api/widget/messages', { site: 'demo', ...frameOf(where) })
  ).json();
  const { message, error } = answer as { message?: { replyTo?: string }; error?: { code: string } };
  return error?.code ?? message?.replyTo;
}

test('[EXCH40] a reply names a published message of its conversation, on the socket and over HTTP alike', async () => {
  const { asker, a, b, conversationId, answer } = await answered(server);
  await b.subscribe(conversationId);
  a.send({ op: 'send', ...frameOf({ conversationId, replyTo: answer.id }) });
  const { event } = await b.next('event', ({ event: { seq } }) => seq === 3);
  expect(event).toMatchObject({ message: { replyTo: answer.id } });
  expect(await reply(asker, { conversationId, replyTo: answer.id })).toBe(answer.id);
});

test('[EXCH41] to what is held, hidden, of another conversation or not there nobody replies, refused alike', async () => {
  const { asker, a, expert, b, conversationId, answer } = await answered(server);
  const other = await answered(server);
  const { message: held } = await b.write('Espèce de connard', conversationId, null);
  for (const replyTo of [held.id, other.answer.id, 'no-such-message']) {
    expect(await reply(asker, { conversationId, replyTo })).toBe('reply-gone');
  }
  a.send({ op: 'send', ...frameOf({ conversationId, replyTo: held.id }) });
  expect(await a.next('refused')).toMatchObject({ code: 'reply-gone' });
  // Its own author sees it, and would show others that it is there.
  expect(await reply(expert, { conversationId, replyTo: held.id })).toBe('reply-gone');
  expect(await reply(asker, { conversationId: null, replyTo: answer.id })).toBe('reply-gone');
  await acts(await server.person('moderator')).moderate(answer.id, 'hide');
  expect(await reply(asker, { conversationId, replyTo: answer.id })).toBe('reply-gone');
});

test('[EXCH42] the same intent again is the same reply; to another message it is refused', async () => {
  const { asker, conversationId, answer, question } = await answered(server);
  const intent = { conversationId, clientMessageId: crypto.randomUUID() };
  expect(await reply(asker, { ...intent, replyTo: answer.id })).toBe(answer.id);
  expect(await reply(asker, { ...intent, replyTo: answer.id })).toBe(answer.id);
  expect(await reply(asker, { ...intent, replyTo: question.id })).toBe('conflict');
});
