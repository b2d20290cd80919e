import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { LIMITS } from '../../server/limits.ts';
import { PAGE, startTestServer, type TestServer } from './harness.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

describe('asking and answering', () => {
  test('[MSG1] a question opens a conversation that others see at once, with its page', async () => {
    const [asker, reader] = [await server.person(), await server.person()];
    const [a, b] = [await asker.connect(), await reader.connect()];
    const ack = await a.ask('Est-ce que la Crête taille grand ?');
    expect(ack.message.state).toBe('published');
    expect(ack.conversation).toMatchObject({ mine: true, page: PAGE, lastSeq: 1, unpublished: false });
    const seen = await b.next('conversation', (frame) => frame.conversation.id === ack.conversation.id);
    expect(seen.conversation).toMatchObject({
      question: 'Est-ce que la Crête taille grand ?',
      mine: false,
      answers: 0,
    });
  });

  test('[MSG2] an answer reaches everybody in the conversation live, as their own or as somebody else’s', async () => {
    const [asker, other] = [await server.person(), await server.person('expert')];
    const [a, b] = [await asker.connect(), await other.connect()];
    const { conversation } = await a.ask('Imperméable ?');
    await a.subscribe(conversation.id);
    await b.subscribe(conversation.id);
    const answered = await b.write('Oui, depuis trois ans.', conversation.id, null);
    expect(answered.message.mine).toBe(true);
    const { event } = await a.next(
      'event',
      (frame) => frame.conversationId === conversation.id && frame.event.seq === 2,
    );
    expect(event).toMatchObject({
      kind: 'message',
      message: {
        text: 'Oui, depuis trois ans.',
        mine: false,
        author: { role: 'expert' },
        state: 'published',
      },
    });
  });

  test('[MSG3] the same clientMessageId again is the same message; with another text it is refused', async () => {
    const person = await server.person();
    const socket = await person.connect();
    const frame = {
      op: 'send' as const,
      clientMessageId: crypto.randomUUID(),
      conversationId: null,
      text: 'Une seule fois',
      name: 'Inès',
      page: PAGE,
    };
    for (const _ of [1, 2, 3]) socket.send(frame);
    const acks = [await socket.next('ack'), await socket.next('ack'), await socket.next('ack')];
    expect(new Set(acks.map((ack) => ack.message.id)).size).toBe(1);
    const { op: _, ...body } = frame;
    const overHttp = await person.post('/api/widget/messages', { site: 'demo', ...body });
    expect(((await overHttp.json()) as { message: { id: string } }).message.id).toBe(acks[0]!.message.id);
    socket.send({ ...frame, text: 'Autre chose' });
    expect(await socket.next('refused')).toMatchObject({ code: 'conflict' });
    const rows = await server.ctx.db
      .selectFrom('message')
      .selectAll()
      .where('author_id', '=', person.id)
      .execute();
    expect(rows.map((row) => row.body)).toEqual(['Une seule fois']);
  });

  test('[MSG4] fifty sends of one intent at once are one message', async () => {
    const person = await server.person();
    const body = {
      site: 'demo',
      clientMessageId: crypto.randomUUID(),
      conversationId: null,
      text: 'En même temps',
      name: 'Inès',
      page: PAGE,
    };
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => person.post('/api/widget/messages', body)),
    );
    expect(answers.map((answer) => answer.status)).toEqual(Array(50).fill(200));
    const ids = await Promise.all(
      answers.map(async (answer) => ((await answer.json()) as { message: { id: string } }).message.id),
    );
    expect(new Set(ids).size).toBe(1);
  });

  test('[MSG12] copies of one intent cost its author one message, and have one answer even when the next is refused', async () => {
    const socket = await (await server.person()).connect();
    const { conversation } = await socket.ask('Première');
    const allowed = LIMITS.pace.visitor + LIMITS.pace.burst - 1;
    const frame = (n: number) => ({
      op: 'send' as const,
      clientMessageId: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
      conversationId: conversation.id,
      text: `Encore ${n}`,
      name: null,
      page: null,
    });
    for (let n = 0; n < allowed; n += 1) for (const _ of [1, 2, 3]) socket.send(frame(n));
    socket.send(frame(allowed));
    const refused = await socket.next('refused');
    expect(refused).toMatchObject({ code: 'too-many', clientMessageId: frame(allowed).clientMessageId });
    socket.send({ op: 'ping' });
    await socket.next('pong');
    const acknowledged = socket.frames.flatMap((one) => (one.op === 'ack' ? [one.message.id] : []));
    expect(acknowledged).toHaveLength(1 + 3 * allowed);
    expect(new Set(acknowledged).size).toBe(1 + allowed);
  });

  test('[MSG5] a visitor chooses a name with the first message, and keeps it', async () => {
    const socket = await (await server.person()).connect();
    socket.post('Sans nom', null, null);
    expect(await socket.next('refused')).toMatchObject({ code: 'name-required' });
    const { conversation } = await socket.ask('Avec un nom', 'Nadia');
    const again = await socket.write('Sans le redire', conversation.id, null);
    expect(again.message.author.name).toBe('Nadia');
  });

  test('[MSG6] a name that the filter would hold is refused, and so is one that only looks like a name', async () => {
    const socket = await (await server.person()).connect();
    socket.post('Bonjour', null, 'Connard');
    expect(await socket.next('refused')).toMatchObject({ code: 'name-refused' });
    socket.post('Bonjour', null, '\u200b\u200b');
    expect(await socket.next('refused')).toMatchObject({ code: 'name-required' });
    socket.post('Bonjour', null, 'x'.repeat(LIMITS.name.graphemes + 1));
    expect(await socket.next('refused')).toMatchObject({ code: 'name-refused' });
  });

  test('[MSG7] blank-looking and too long texts are refused in words, and the limit itself passes', async () => {
    const socket = await (await server.person()).connect();
    for (const text of ['', '   \n ', '\u200b\u2060', '\u3164']) {
      socket.post(text, null);
      expect(await socket.next('refused')).toMatchObject({ code: 'invalid-text' });
    }
    socket.post('é'.repeat(LIMITS.message.codePoints + 1), null);
    expect(await socket.next('refused')).toMatchObject({ code: 'invalid-text' });
    const ack = await socket.ask('mot '.repeat(LIMITS.message.codePoints / 4).trim());
    expect(ack.message.state).toBe('published');
  });

  test('[MSG8] who writes too fast is told how long to wait', async () => {
    const socket = await (await server.person()).connect();
    const { conversation } = await socket.ask('Première');
    const allowed = LIMITS.pace.visitor + LIMITS.pace.burst;
    for (let i = 0; i < allowed + 2; i++) socket.post(`message ${i} sur les chaussures`, conversation.id);
    const refused = await socket.next('refused');
    expect(refused).toMatchObject({ code: 'too-many' });
    expect(refused.retryAfterMs).toBeGreaterThan(0);
  });

  test('[MSG9] a question belongs to a page of the shop', async () => {
    const person = await server.person();
    const body = {
      site: 'demo',
      clientMessageId: crypto.randomUUID(),
      conversationId: null,
      text: 'Ici ?',
      name: 'Inès',
    };
    const elsewhere = await person.post('/api/widget/messages', {
      ...body,
      page: { url: 'https://evil.test/', title: '' },
    });
    expect(elsewhere.status).toBe(400);
    const script = await person.post('/api/widget/messages', {
      ...body,
      page: { url: 'javascript:alert(1)', title: '' },
    });
    expect(script.status).toBe(400);
  });

  test('[MSG10] this page, the site and mine each list what they say', async () => {
    const [asker, reader] = [await server.person(), await server.person()];
    const { conversation } = await (await asker.connect()).ask('Où suis-je listée ?');
    const list = async (person: typeof asker, scope: string, url = PAGE.url) => {
      const answer = await person.get(
        `/api/widget/conversations?site=demo&scope=${scope}&url=${encodeURIComponent(url)}`,
      );
      const { conversations } = (await answer.json()) as { conversations: { id: string }[] };
      return conversations.some((row) => row.id === conversation.id);
    };
    expect(await list(asker, 'mine')).toBe(true);
    expect(await list(reader, 'mine')).toBe(false);
    expect(await list(reader, 'site')).toBe(true);
    expect(await list(reader, 'page', `${PAGE.url}/?utm_source=mail#top`)).toBe(true);
    expect(await list(reader, 'page', 'https://shop.test/other')).toBe(false);
  });

  test('[MSG11] what the asker adds to their own question is no answer to it', async () => {
    const [asker, other] = [await server.person(), await server.person()];
    const [a, b] = [await asker.connect(), await other.connect()];
    const { conversation } = await a.ask('Personne ?');
    await a.write('Un détail encore', conversation.id);
    expect((await a.subscribe(conversation.id)).conversation.answers).toBe(0);
    await b.write('Si, moi', conversation.id);
    expect((await b.subscribe(conversation.id)).conversation.answers).toBe(1);
  });
});

describe('contribution modes', () => {
  test('[MODE1] invite-only: visitors ask and go on in their own conversation, only experts answer', async () => {
    const [asker, visitor, expert] = [
      await server.person(),
      await server.person(),
      await server.person('expert'),
    ];
    const [a, v, e] = [await asker.connect(), await visitor.connect(), await expert.connect()];
    await setMode('invite-only');
    const { conversation } = await a.ask('Qui répond ?');
    v.post('Moi !', conversation.id);
    expect(await v.next('refused')).toMatchObject({ code: 'only-experts-answer' });
    expect((await e.write('Un expert.', conversation.id, null)).message.state).toBe('published');
    expect((await a.write('Merci', conversation.id)).message.state).toBe('published');
    const seen = await v.next('conversation', (frame) => frame.conversation.id === conversation.id);
    expect(seen.conversation.mayWrite).toBe(false);
    await setMode('open');
  });

  test('[MODE2] the mode holds on HTTP as on the socket', async () => {
    const [asker, visitor] = [await server.person(), await server.person()];
    const { conversation } = await (await asker.connect()).ask('Et par HTTP ?');
    await setMode('invite-only');
    const body = {
      site: 'demo',
      clientMessageId: crypto.randomUUID(),
      text: 'Moi !',
      name: 'Paul',
      page: null,
    };
    const refused = await visitor.post('/api/widget/messages', { ...body, conversationId: conversation.id });
    expect(refused.status).toBe(403);
    expect(await refused.json()).toMatchObject({ error: { code: 'only-experts-answer' } });
    await setMode('open');
  });

  test('[MODE3] a switch in the back office is told to open connections at once', async () => {
    const [visitor, manager] = [await server.person(), await server.person('manager')];
    const socket = await visitor.connect();
    const patch = (mode: string) => manager.request('PATCH', '/api/back-office/demo/site', { mode });
    expect((await patch('invite-only')).status).toBe(200);
    expect(await socket.next('rights')).toMatchObject({ mode: 'invite-only', mayAsk: true });
    expect((await patch('open')).status).toBe(200);
    expect(await socket.next('rights')).toMatchObject({ mode: 'open' });
  });

  test('[MODE4] a page rule’s own mode wins over the site’s, in both directions', async () => {
    const manager = await server.person('manager');
    const rule = (mode: string | null) => ({
      rules: [
        {
          id: 'x',
          matchKind: 'contains',
          matchValue: '/shoes/',
          show: true,
          display: 'launcher',
          invitation: null,
          topic: null,
          mode,
        },
      ],
    });
    const [asker, visitor] = [await server.person(), await server.person()];
    const { conversation } = await (await asker.connect()).ask('Selon la page ?');
    const socket = await visitor.connect();
    await manager.request('PUT', '/api/back-office/demo/page-rules', rule('invite-only'));
    socket.post('Non', conversation.id);
    expect(await socket.next('refused')).toMatchObject({ code: 'only-experts-answer' });
    await setMode('invite-only');
    await manager.request('PUT', '/api/back-office/demo/page-rules', rule('open'));
    expect((await socket.write('Oui', conversation.id)).message.state).toBe('published');
    await setMode('open');
    await manager.request('PUT', '/api/back-office/demo/page-rules', { rules: [] });
  });
});

async function setMode(mode: 'open' | 'invite-only'): Promise<void> {
  const manager = await server.person('manager');
  expect((await manager.request('PATCH', '/api/back-office/demo/site', { mode })).status).toBe(200);
}
