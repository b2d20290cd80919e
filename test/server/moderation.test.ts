import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Person, startTestServer, type TestServer, type TestSocket } from './harness.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
});
afterAll(() => server.stop());

const queue = async (person: Person) =>
  (await (await person.get('/api/back-office/demo/queue')).json()) as {
    items: {
      id: string;
      kinds: string[];
      message: { text: string; reasons: { entry: string; spans: object[] }[] };
    }[];
    counts: Record<string, number>;
  };
const act = (person: Person, id: string, what: string, reason: string | null = null) =>
  person.post(`/api/back-office/demo/messages/${id}`, { act: what, reason });

/** A conversation with a question published, its asker and a second visitor connected and listening. */
async function conversation(question = 'Quelle pointure prendre ?') {
  const [asker, writer] = [await server.person(), await server.person()];
  const [a, w] = [await asker.connect(), await writer.connect()];
  const { conversation: opened } = await a.ask(question);
  await a.subscribe(opened.id);
  await w.subscribe(opened.id);
  return { id: opened.id, asker, writer, a, w };
}

const quiet = (socket: TestSocket) => socket.quiet(server.hub);

describe('held messages', () => {
  test('[MOD1] a forbidden word holds the message: its author sees it with the place, moderators with the entry', async () => {
    const { id, w } = await conversation();
    const { message } = await w.write('Espèce de connard, va', id);
    expect(message).toMatchObject({ state: 'held', seq: null, mine: true, text: 'Espèce de connard, va' });
    expect(message).toHaveProperty('reasons.0.spans', [{ start: 10, end: 17 }]);
    expect(message).toHaveProperty('reasons.0.entry', null);
    const moderator = await server.person('moderator');
    const card = (await queue(moderator)).items.find((item) => item.id === message.id);
    expect(card).toMatchObject({ kinds: ['held'], message: { reasons: [{ entry: 'connard' }] } });
  });

  test('[MOD2] nobody else learns of a held message: no frame, no count, no gap in numbering', async () => {
    const { id, a, w, asker } = await conversation();
    const before = a.frames.length;
    const { message } = await w.write('Quel connard ce vendeur', id);
    await quiet(a);
    expect(a.frames.slice(before).filter((frame) => frame.op !== 'pong' && frame.op !== 'presence')).toEqual(
      [],
    );
    const next = await w.write('Prenez le 42.', id);
    expect(next.message.seq).toBe(2);
    const list = await (await asker.get('/api/widget/conversations?site=demo&scope=site')).text();
    expect(list).not.toContain('connard');
    expect(list).not.toContain(message.id);
  });

  test('[MOD3] any link of a visitor is held, one on the shop’s own pages is not', async () => {
    const { id, w } = await conversation();
    expect((await w.write('Voyez https://pas-cher.example/x', id)).message.state).toBe('held');
    expect((await w.write('Voyez https://shop.test/shoes/crete', id)).message.state).toBe('published');
  });

  test('[MOD4] a question that is held is a conversation nobody else can find, until it is released', async () => {
    const [asker, reader, moderator] = [
      await server.person(),
      await server.person(),
      await server.person('moderator'),
    ];
    const [a, r] = [await asker.connect(), await reader.connect()];
    const { message, conversation: mine } = await a.ask('Un connard peut-il répondre ?');
    expect(mine).toMatchObject({ unpublished: true, mayWrite: false, lastSeq: 0 });
    r.send({ op: 'subscribe', conversationId: mine.id, lastSeq: 0, epoch: null });
    expect(await r.next('not-found')).toEqual({ op: 'not-found', conversationId: mine.id });
    expect((await act(moderator, message.id, 'release')).status).toBe(200);
    const seen = await r.next('conversation', (frame) => frame.conversation.id === mine.id);
    expect(seen.conversation.question).toBe('Un connard peut-il répondre ?');
    expect((await r.subscribe(mine.id)).events).toHaveLength(1);
  });

  test('[MOD5] released, it takes the next public number and everybody sees it', async () => {
    const { id, a, w } = await conversation();
    const moderator = await server.person('moderator');
    const { message } = await w.write('Le connard du magasin', id);
    await w.write('Prenez le 42.', id);
    await act(moderator, message.id, 'release');
    const released = await a.next('event', (frame) => frame.event.seq === 3);
    expect(released.event).toMatchObject({
      kind: 'message',
      message: { id: message.id, seq: 3, state: 'published' },
    });
  });

  test('[MOD6] rejected, its author sees why, others still nothing', async () => {
    const { id, a, w } = await conversation();
    const moderator = await server.person('moderator');
    const { message } = await w.write('Encore un connard', id);
    const before = a.frames.length;
    await act(moderator, message.id, 'reject', 'Restons polis.');
    const told = await w.next('private', (frame) => frame.message.state === 'rejected');
    expect(told.message).toMatchObject({ text: 'Encore un connard', reason: 'Restons polis.' });
    await quiet(a);
    expect(JSON.stringify(a.frames.slice(before))).not.toContain(message.id);
  });

  test('[MOD7] an entry whose effect is reject rejects at once; one whose effect is flag publishes and marks', async () => {
    const { id, w } = await conversation();
    expect((await w.write('C’est une arnaque', id)).message.state).toBe('rejected');
    const flagged = await w.write('Le rival est moins cher', id);
    expect(flagged.message).toMatchObject({ state: 'published' });
    expect(flagged.message).not.toHaveProperty('reasons');
    const moderator = await (await server.person('moderator')).connect();
    const { events } = await moderator.subscribe(id);
    expect(JSON.stringify(events)).toContain('competitor');
  });

  test('[MOD8] a moderator decides on held messages only where the manager lets them', async () => {
    const { id, w } = await conversation();
    const [moderator, manager] = [await server.person('moderator'), await server.person('manager')];
    const { message } = await w.write('Ce connard-là', id);
    await manager.request('PATCH', '/api/back-office/demo/site', { moderatorsMayRelease: false });
    expect((await act(moderator, message.id, 'release')).status).toBe(403);
    expect((await act(manager, message.id, 'release')).status).toBe(200);
    await manager.request('PATCH', '/api/back-office/demo/site', { moderatorsMayRelease: true });
  });
});

describe('published messages', () => {
  test('[MOD9] hidden, others see a discreet trace without the text; restored, they see it again', async () => {
    const { id, a, w } = await conversation();
    const moderator = await server.person('moderator');
    const { message } = await w.write('Un texte à cacher', id);
    await act(moderator, message.id, 'hide', 'hors sujet');
    const hidden = await a.next('event', (frame) => frame.event.kind === 'message-changed');
    expect(hidden.event).toMatchObject({ message: { id: message.id, state: 'hidden' } });
    expect(JSON.stringify(hidden)).not.toContain('Un texte à cacher');
    expect(JSON.stringify(hidden)).not.toContain('hors sujet');
    await act(moderator, message.id, 'restore');
    const restored = await a.next('event', (frame) => frame.event.seq > hidden.event.seq);
    expect(restored.event).toMatchObject({ message: { state: 'published', text: 'Un texte à cacher' } });
  });

  test('[MOD10] removed is for good: a tombstone for all, the text kept for the audit', async () => {
    const { id, a, w } = await conversation();
    const manager = await server.person('manager');
    const { message } = await w.write('À retirer', id);
    await act(manager, message.id, 'remove');
    const { event } = await a.next('event', (frame) => frame.event.kind === 'message-changed');
    expect(event).toMatchObject({ message: { state: 'removed' } });
    expect(JSON.stringify(event)).not.toContain('À retirer');
    expect((await act(manager, message.id, 'restore')).status).toBe(409);
  });

  test('[MOD11] only legal moves are made', async () => {
    const { id, w } = await conversation();
    const manager = await server.person('manager');
    const { message } = await w.write('Publié', id);
    for (const illegal of ['release', 'reject', 'restore']) {
      expect((await act(manager, message.id, illegal)).status).toBe(409);
    }
  });

  test('[MOD12] of twenty who decide at once one wins, the others are told who and what', async () => {
    const { id, w } = await conversation();
    const { message } = await w.write('Un connard de plus', id);
    const [one, two] = [await server.person('manager'), await server.person('manager')];
    const answers = await Promise.all(
      Array.from({ length: 20 }, (_, i) => act(i % 2 ? one : two, message.id, i % 3 ? 'release' : 'reject')),
    );
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    const lost = answers.find((answer) => answer.status === 409);
    const { error } = (await lost!.json()) as { error: { message: string } };
    expect(error.message).toMatch(/^Already (released|rejected) by manager \d+\.$/);
  });

  test('[MOD13] an act can be taken back: hidden again is shown, rejected waits again', async () => {
    const { id, w } = await conversation();
    const manager = await server.person('manager');
    const { message } = await w.write('Ce connard', id);
    const { undo } = (await (await act(manager, message.id, 'reject')).json()) as { undo: string };
    expect((await manager.post('/api/back-office/demo/undo', { id: undo })).status).toBe(204);
    expect((await queue(manager)).items.some((item) => item.id === message.id)).toBe(true);
  });

  test('[MOD14] visitors and experts cannot moderate, by any address: it does not exist for them', async () => {
    const { id, w, asker } = await conversation();
    const expert = await server.person('expert');
    const { message } = await w.write('Tranquille', id);
    for (const [person, status] of [
      [asker, 401],
      [expert, 404],
    ] as const) {
      expect((await act(person, message.id, 'hide')).status).toBe(status);
      const body = { site: 'demo', act: 'hide', reason: null };
      expect((await person.post(`/api/moderation/messages/${message.id}`, body)).status).toBe(404);
      expect((await person.get('/api/back-office/demo/queue')).status).toBe(status);
    }
  });
});

describe('reports and alerts', () => {
  test('[MOD15] one report per person; at the threshold the message is hidden until somebody looks', async () => {
    const { id, a, w } = await conversation();
    const { message } = await w.write('Discutable', id);
    const [one, two, manager] = [
      await server.person('expert'),
      await server.person('expert'),
      await server.person('manager'),
    ];
    const report = (person: Person) =>
      person.post(`/api/widget/messages/${message.id}/report`, { site: 'demo', reason: 'insult' });
    expect([(await report(one)).status, (await report(one)).status]).toEqual([204, 204]);
    await quiet(a);
    expect(JSON.stringify(a.frames)).not.toContain('hidden');
    await report(two);
    expect(await a.next('event', (frame) => frame.event.kind === 'message-changed')).toMatchObject({
      event: { message: { state: 'hidden' } },
    });
    const card = (await queue(manager)).items.find((item) => item.id === message.id);
    expect(card?.kinds).toEqual(['reported']);
    expect((await act(manager, message.id, 'restore')).status).toBe(200);
    expect((await queue(manager)).items.some((item) => item.id === message.id)).toBe(false);
  });

  test('[MOD16] a held message cannot be reported: it looks like no message at all', async () => {
    const { id, w, asker } = await conversation();
    const { message } = await w.write('Vieux connard', id);
    const report = (messageId: string) =>
      asker.post(`/api/widget/messages/${messageId}/report`, { site: 'demo', reason: 'insult' });
    const [held, unknown] = [await report(message.id), await report('unknown')];
    const strip = async (answer: Response) => (await answer.text()).replace(/"requestId":"[^"]+"/, '');
    expect(held.status).toBe(404);
    expect(await strip(held)).toBe(await strip(unknown));
  });

  test('[MOD17] a moderator alerts the managers with a note, live; a manager closes it', async () => {
    const { id, w } = await conversation();
    const { message } = await w.write('À regarder', id);
    const [moderator, manager, visitor] = [
      await server.person('moderator'),
      await server.person('manager'),
      await server.person(),
    ];
    const watching = await manager.connect();
    const about = { kind: 'message', id: message.id };
    const body = { site: 'demo', about, note: 'Une menace ?', degree: 'look' };
    expect((await visitor.post('/api/moderation/alerts', body)).status).toBe(404);
    expect((await moderator.post('/api/moderation/alerts', body)).status).toBe(201);
    expect(
      (await watching.next('back-office', (frame) => frame.changed.includes('alerts'))).waiting,
    ).toBeGreaterThan(0);
    const answer = (await (await manager.get('/api/back-office/demo/queue?kind=alert')).json()) as {
      items: { id: string; alerts: { id: string; note: string }[] }[];
    };
    const alert = answer.items.find((item) => item.id === message.id)?.alerts[0];
    expect(alert?.note).toBe('Une menace ?');
    const close = () =>
      manager.post(`/api/back-office/demo/alerts/${alert?.id}/close`, { answer: 'Vu, merci.' });
    expect((await close()).status).toBe(204);
    expect((await close()).status).toBe(409);
  });

  test('[MOD19] who may moderate is told at once how much waits, and nobody else', async () => {
    const { id, w, asker } = await conversation();
    await w.write('Un connard attend', id);
    const moderator = await (await server.person('moderator')).connect();
    expect((await moderator.next('back-office')).waiting).toBeGreaterThan(0);
    const visitor = await asker.connect();
    await quiet(visitor);
    expect(visitor.frames.map((frame) => frame.op)).not.toContain('back-office');
  });

  test('[AUDIT1] every act is in the audit log, in order, with who and why', async () => {
    const { id, w } = await conversation();
    const [moderator, manager] = [await server.person('moderator'), await server.person('manager')];
    const { message } = await w.write('Pauvre connard', id);
    await act(moderator, message.id, 'release');
    await act(moderator, message.id, 'hide', 'à revoir');
    await act(manager, message.id, 'restore');
    await manager.request('DELETE', `/api/back-office/demo/conversations/${id}`, { reason: 'hors charte' });
    const { items } = (await (await manager.get('/api/back-office/demo/audit-log')).json()) as {
      items: { act: string; targetId: string; actor: { id: string } | null; reason: string | null }[];
    };
    const told = items.filter((item) => item.targetId === message.id || item.targetId === id).reverse();
    expect(told.map((item) => [item.act, item.actor?.id ?? null])).toEqual([
      ['message.held', null],
      ['message.released', moderator.id],
      ['message.hidden', moderator.id],
      ['message.restored', manager.id],
      ['conversation.deleted', manager.id],
    ]);
    expect(told.map((item) => item.reason)).toEqual(['insult', null, 'à revoir', null, 'hors charte']);
  });
});
