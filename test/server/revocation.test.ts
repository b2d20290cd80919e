import { afterEach, describe, expect, test } from 'vitest';
import { transaction } from '../../db/database.ts';
import { insertPerson } from '../../db/people.ts';
import { PLAIN_PERSON } from '../../db/plain-rows.ts';
import { PAGE, type Person, SHOP, startTestServer, type TestServer, TestSocket } from './harness.ts';

let server: TestServer;
afterEach(() => server.stop());

/** Runs `act` at the worst moment: after everything was decided, before the message is committed. */
function beforeCommit(act: () => Promise<unknown>): void {
  const { takeMessage } = server.ctx.pace;
  server.ctx.pace.takeMessage = async (actor) => {
    server.ctx.pace.takeMessage = takeMessage;
    await takeMessage(actor);
    await act();
  };
}

describe('what was answered is obeyed', () => {
  const office = '/api/back-office/demo';
  const cases: [string, string, (manager: Person, writer: Person, id: string) => Promise<Response>][] = [
    [
      'a ban',
      'banned',
      (m, w) => m.post(`${office}/people/${w.id}/ban`, { reason: 'x', expiresInHours: null }),
    ],
    [
      'a block',
      'blocked',
      (m, w) => m.post(`${office}/blocks`, { range: w.address, reason: 'x', expiresInHours: null }),
    ],
    [
      'a switch to invite-only',
      'only-experts-answer',
      (m) => m.request('PATCH', `${office}/site`, { mode: 'invite-only' }),
    ],
    [
      'a deletion',
      'not-found',
      (m, _, id) => m.request('DELETE', `${office}/conversations/${id}`, { reason: null }),
    ],
    ['a closing', 'conversation-closed', (m, _, id) => m.post(`${office}/conversations/${id}/close`, {})],
  ];
  test.each(cases)('[REV1] %s answered before the commit keeps the message out', async (_, code, act) => {
    server = await startTestServer();
    const [asker, writer, manager] = [
      await server.person(),
      await server.person(),
      await server.person('manager'),
    ];
    const { conversation } = await (await asker.connect()).ask('Question');
    await (await writer.connect()).write('Bonjour', conversation.id, 'Paul');
    let status = 0;
    beforeCommit(async () => {
      status = (await act(manager, writer, conversation.id)).status;
    });
    const body = { site: 'demo', clientMessageId: crypto.randomUUID(), conversationId: conversation.id };
    const answer = await writer.post('/api/widget/messages', {
      ...body,
      text: 'Trop tard',
      name: null,
      page: null,
    });
    expect([200, 201, 204]).toContain(status);
    expect(await answer.json()).toMatchObject({ error: { code } });
    const stored = await server.ctx.db
      .selectFrom('message')
      .select('id')
      .where('body', '=', 'Trop tard')
      .execute();
    expect(stored).toEqual([]);
  });

  test('[REV2] a role taken while its holder is being let in is taken on that connection too', async () => {
    server = await startTestServer();
    const moderator = await server.person();
    await transaction(server.ctx.db, (tx) =>
      insertPerson(tx, {
        id: moderator.id,
        site_id: 'demo',
        role: 'moderator',
        name: 'Mona',
        account_id: null,
        address: null,
        created_at: 0,
        ...PLAIN_PERSON,
        last_seen_at: null,
      }),
    );
    const demote = async () => {
      await server.ctx.db
        .updateTable('person')
        .set({ role: 'visitor' })
        .where('id', '=', moderator.id)
        .execute();
      server.ctx.broker.publish({ topic: 'rights', siteId: 'demo', personId: moderator.id });
    };
    const socket = new TestSocket(server.url, { origin: SHOP, 'x-forwarded-for': moderator.address });
    await socket.opened;
    // Reads of the clock at a hello: the frame, the token, then the blocks, when the person has been read.
    const { now } = server.ctx.clock;
    let reads = 0;
    let demoted: Promise<void> | null = null;
    server.ctx.clock = {
      now() {
        reads += 1;
        if (reads === 3) demoted = demote();
        return now();
      },
    };
    socket.send({ op: 'hello', version: 1, site: 'demo', token: moderator.token, page: PAGE });
    await socket.next('welcome');
    await demoted;
    await socket.quiet(server.hub);
    const last = socket.frames.filter((frame) => frame.op === 'welcome' || frame.op === 'rights').at(-1);
    expect(last).toMatchObject({ me: { role: 'visitor', mayModerate: false } });
  });
});

describe('no trace of what is unpublished', () => {
  test('[LEAK2] deleting a held question is told to its author and moderators only', async () => {
    server = await startTestServer();
    const [asker, reader, manager] = [
      await server.person(),
      await server.person(),
      await server.person('manager'),
    ];
    const [a, r] = [await asker.connect(), await reader.connect()];
    const { conversation } = await a.ask('Une question de connard');
    await manager.request('DELETE', `/api/back-office/demo/conversations/${conversation.id}`, {
      reason: null,
    });
    await a.next('conversation-gone');
    await r.quiet(server.hub);
    expect(JSON.stringify(r.frames)).not.toContain(conversation.id);
  });

  test('[LEAK3] who may not moderate learns nothing from the undo of an act', async () => {
    server = await startTestServer();
    const [writer, expert] = [await server.person(), await server.person('expert')];
    await (await writer.connect()).ask('Une question de connard');
    const { id } = await server.ctx.db
      .selectFrom('audit_log')
      .select('id')
      .where('act', '=', 'message.held')
      .executeTakeFirstOrThrow();
    const undo = async (which: number) => {
      const answer = await expert.post('/api/back-office/demo/undo', { id: String(which) });
      return [answer.status, (await answer.text()).replace(/"requestId":"[^"]+"/, '')];
    };
    expect(await undo(id)).toEqual(await undo(id + 1000));
  });

  test('[LEAK4] a forbidden word in the title, product or address of a page holds the question', async () => {
    server = await startTestServer();
    const person = await server.person();
    const pages = [
      { ...PAGE, title: 'Un vrai connard' },
      { ...PAGE, productName: 'gros connard' },
      { ...PAGE, url: `${SHOP}/shoes/vieux-connard` },
      { ...PAGE, url: `${SHOP}/shoes/vieux%20connard` },
    ];
    for (const page of pages) {
      const body = { site: 'demo', clientMessageId: crypto.randomUUID(), conversationId: null, name: 'Inès' };
      const answer = await person.post('/api/widget/messages', { ...body, text: 'Une question polie', page });
      expect([page.title, await answer.json()]).toMatchObject([page.title, { message: { state: 'held' } }]);
    }
    const picture = { ...PAGE, imageUrl: 'https://spy.test/pixel.png' };
    const body = { site: 'demo', clientMessageId: crypto.randomUUID(), conversationId: null, name: 'Inès' };
    const answer = await person.post('/api/widget/messages', {
      ...body,
      text: 'Et la photo ?',
      page: picture,
    });
    expect(await answer.text()).not.toContain('spy.test');
  });

  test('[DEL4] sending an old message again does not open a deleted conversation', async () => {
    server = await startTestServer();
    const [asker, manager, moderator] = [
      await server.person(),
      await server.person('manager'),
      await server.person('moderator'),
    ];
    const socket = await asker.connect();
    const frame = {
      op: 'send' as const,
      clientMessageId: crypto.randomUUID(),
      conversationId: null,
      text: 'Une fois',
      name: 'Inès',
      page: PAGE,
    };
    socket.send(frame);
    const { conversationId } = (await socket.next('ack')).message;
    await manager.request('DELETE', `/api/back-office/demo/conversations/${conversationId}`, {
      reason: null,
    });
    socket.send(frame);
    expect(await socket.next('refused')).toMatchObject({ code: 'not-found' });
    const path = '/api/back-office/demo/conversations';
    expect((await moderator.get(`${path}/${conversationId}`)).status).toBe(404);
    expect((await moderator.get(`${path}?state=deleted`)).status).toBe(403);
    expect((await manager.get(`${path}/${conversationId}`)).status).toBe(200);
  });

  test('[MODE5] the asker’s query string does not choose the page rule', async () => {
    server = await startTestServer();
    const [asker, visitor, manager] = [
      await server.person(),
      await server.person(),
      await server.person('manager'),
    ];
    const rule = {
      id: 'x',
      matchKind: 'contains',
      matchValue: '/community',
      show: true,
      display: 'launcher',
      invitation: null,
      topic: null,
      mode: 'open',
    };
    await manager.request('PUT', '/api/back-office/demo/page-rules', { rules: [rule] });
    await manager.request('PATCH', '/api/back-office/demo/site', { mode: 'invite-only' });
    const body = {
      site: 'demo',
      clientMessageId: crypto.randomUUID(),
      conversationId: null,
      text: 'Par ici',
      name: 'Inès',
    };
    const asked = await asker.post('/api/widget/messages', {
      ...body,
      page: { ...PAGE, url: `${PAGE.url}?x=/community` },
    });
    const { conversation } = (await asked.json()) as { conversation: { id: string } };
    const socket = await visitor.connect();
    socket.post('Moi', conversation.id);
    expect(await socket.next('refused')).toMatchObject({ code: 'only-experts-answer' });
  });

  test('[MOD18] reports of one network count once, and who is banned reports nothing', async () => {
    server = await startTestServer();
    const [writer, manager, banned] = [
      await server.person(),
      await server.person('manager'),
      await server.person(),
    ];
    const socket = await writer.connect();
    const { message } = await socket.ask('Discutable');
    const path = `/api/widget/messages/${message.id}/report`;
    for (let i = 0; i < 5; i++) {
      const reporter = await server.person('expert');
      const sent = await reporter.request(
        'POST',
        path,
        { site: 'demo', reason: 'spam' },
        { 'x-forwarded-for': '198.51.100.44' },
      );
      expect(sent.status).toBe(204);
    }
    await (await banned.connect()).ask('Je serai banni', 'Zed');
    await manager.post(`/api/back-office/demo/people/${banned.id}/ban`, {
      reason: 'x',
      expiresInHours: null,
    });
    expect((await banned.post(path, { site: 'demo', reason: 'spam' })).status).toBe(403);
    const state = async () =>
      (
        await server.ctx.db
          .selectFrom('message')
          .select('state')
          .where('id', '=', message.id)
          .executeTakeFirstOrThrow()
      ).state;
    expect(await state()).toBe('published');
    await (await server.person('expert')).post(path, { site: 'demo', reason: 'spam' });
    expect(await state()).toBe('hidden');
  });
});
