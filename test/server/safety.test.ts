import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { isRewriteDue, retain } from '../../server/jobs/retention.ts';
import { LIMITS } from '../../server/limits.ts';
import { CLOSE } from '../../server/protocol/frames.ts';
import { addSite, PAGE, startTestServer, type TestServer, TestSocket } from './harness.ts';

let now = Date.parse('2026-05-01T10:00:00Z');
let server: TestServer;
beforeAll(async () => {
  server = await startTestServer({ clock: { now: () => now } });
});
afterAll(() => server.stop());

describe('blocked addresses', () => {
  test('[BLOCK1] a block closes open connections from its range and lets none of them back', async () => {
    const [victim, neighbour, manager] = [
      await server.person(),
      await server.person(),
      await server.person('manager'),
    ];
    const [v, n] = [await victim.connect(), await neighbour.connect()];
    const answer = await manager.post('/api/back-office/demo/blocks', {
      range: victim.address,
      reason: 'insultes',
      expiresInHours: null,
    });
    expect(answer.status).toBe(201);
    expect(await v.closed).toBe(CLOSE.forbidden);
    const again = new TestSocket(server.url, {
      origin: 'https://shop.test',
      'x-forwarded-for': victim.address,
    });
    await again.opened;
    again.send({ op: 'hello', version: 1, site: 'demo', token: victim.token, page: PAGE });
    expect(await again.closed).toBe(CLOSE.forbidden);
    expect((await victim.post('/api/widget/token', { site: 'demo' })).status).toBe(403);
    expect((await victim.get('/api/widget/conversations?site=demo&scope=site')).status).toBe(403);
    expect(await (await victim.get(`/api/widget/embed?site=demo&url=${PAGE.url}`)).json()).toEqual({
      show: false,
    });
    await n.ask('Et moi ?');
    const { id } = (await answer.json()) as { id: string };
    expect((await manager.request('DELETE', `/api/back-office/demo/blocks/${id}`)).status).toBe(204);
    await (await victim.connect()).ask('De retour');
  });

  test('[BLOCK2] a block ends at its hour', async () => {
    const [victim, manager] = [await server.person(), await server.person('manager')];
    await manager.post('/api/back-office/demo/blocks', {
      range: victim.address,
      reason: 'pause',
      expiresInHours: 1,
    });
    expect((await victim.post('/api/widget/token', { site: 'demo' })).status).toBe(403);
    now += 61 * 60 * 1000;
    expect((await victim.post('/api/widget/token', { site: 'demo' })).status).toBe(200);
  });

  test('[BLOCK3] one IPv6 address is blocked with its /64, compared as bytes', async () => {
    const [victim, manager] = [await server.person(), await server.person('manager')];
    await manager.post('/api/back-office/demo/blocks', {
      range: '2001:DB8:0:1::7',
      reason: 'x',
      expiresInHours: null,
    });
    const from = (address: string) =>
      victim.request('POST', '/api/widget/token', { site: 'demo' }, { 'x-forwarded-for': address });
    expect((await from('2001:db8:0:1:ffff::1')).status).toBe(403);
    expect((await from('2001:db8:0:2::7')).status).toBe(200);
  });

  test('[BLOCK4] what is not exactly an address, too wide, one’s own or a proxy’s is refused in words', async () => {
    const manager = await server.person('manager');
    const refused: [range: string, code: string][] = [
      ['010.1.1.1', 'not-a-range'],
      ['0x7f.1', 'not-a-range'],
      ['1.2.3', 'not-a-range'],
      ['1.2.3.4/33', 'not-a-range'],
      ['localhost', 'not-a-range'],
      ['0.0.0.0/0', 'range-too-wide'],
      ['::/0', 'range-too-wide'],
      [manager.address, 'own-address'],
      ['127.0.0.1', 'proxy-address'],
    ];
    for (const [range, code] of refused) {
      const answer = await manager.post('/api/back-office/demo/blocks', {
        range,
        reason: 'x',
        expiresInHours: null,
      });
      expect([range, answer.status, await answer.json()]).toMatchObject([range, 400, { error: { code } }]);
    }
  });

  test('[BLOCK5] the preview says whom a block would hit, and only managers may ask', async () => {
    const [victim, manager, moderator] = [
      await server.person(),
      await server.person('manager'),
      await server.person('moderator'),
    ];
    await (await victim.connect()).ask('Je serai touché', 'Kevin');
    const preview = await manager.get(`/api/back-office/demo/blocks/preview?range=${victim.address}`);
    expect(await preview.json()).toMatchObject({ people: 1, names: ['Kevin'], members: 0, connections: 1 });
    expect((await moderator.get(`/api/back-office/demo/blocks/preview?range=${victim.address}`)).status).toBe(
      403,
    );
  });
});

describe('bans, roles, deletions', () => {
  test('[BAN1] a banned person reads but no longer writes, from the next act on; lifted, they write again', async () => {
    const [person, manager] = [await server.person(), await server.person('manager')];
    const socket = await person.connect();
    const { conversation } = await socket.ask('Je vais être banni');
    await manager.post(`/api/back-office/demo/people/${person.id}/ban`, {
      reason: 'publicité',
      expiresInHours: 24,
    });
    socket.post('Encore moi', conversation.id);
    expect(await socket.next('refused')).toMatchObject({ code: 'banned' });
    expect((await socket.subscribe(conversation.id)).conversation.mayWrite).toBe(false);
    await manager.request('DELETE', `/api/back-office/demo/people/${person.id}/ban`);
    expect((await socket.write('Merci', conversation.id)).message.state).toBe('published');
  });

  test('[ROLE1] a role counts from the next act, on an open connection too', async () => {
    const [moderator, writer] = [await server.person('moderator'), await server.person()];
    const { message } = await (await writer.connect()).ask('Cachez-moi');
    const socket = await moderator.connect();
    await server.ctx.db
      .updateTable('person')
      .set({ role: 'visitor' })
      .where('id', '=', moderator.id)
      .execute();
    const body = { site: 'demo', act: 'hide', reason: null };
    expect((await moderator.post(`/api/moderation/messages/${message.id}`, body)).status).toBe(404);
    server.ctx.broker.publish({ topic: 'rights', siteId: 'demo', personId: moderator.id });
    expect(await socket.next('rights')).toMatchObject({ me: { role: 'visitor', mayModerate: false } });
  });

  test('[DEL1] a deleted conversation leaves every open widget, list, search and link at once', async () => {
    const [asker, reader, manager] = [
      await server.person(),
      await server.person(),
      await server.person('manager'),
    ];
    const [a, r] = [await asker.connect(), await reader.connect()];
    const { conversation, message } = await a.ask('Conversation à supprimer zébulon');
    await r.subscribe(conversation.id);
    await manager.request('DELETE', `/api/back-office/demo/conversations/${conversation.id}`, {
      reason: null,
    });
    for (const socket of [a, r]) {
      expect(await socket.next('conversation-gone')).toMatchObject({ conversationId: conversation.id });
    }
    r.send({ op: 'subscribe', conversationId: conversation.id, lastSeq: 0, epoch: null });
    await r.next('not-found');
    a.post('Toujours là ?', conversation.id);
    expect(await a.next('refused')).toMatchObject({ code: 'not-found' });
    for (const scope of ['site', 'mine', 'page']) {
      const list = await asker.get(`/api/widget/conversations?site=demo&scope=${scope}&url=${PAGE.url}`);
      expect(await list.text()).not.toContain(conversation.id);
    }
    const search = async (state: string) =>
      await (await manager.get(`/api/back-office/demo/conversations?q=zébulon${state}`)).text();
    expect(await search('')).not.toContain(conversation.id);
    expect(await search('&state=deleted')).toContain(conversation.id);
    const report = await reader.post(`/api/widget/messages/${message.id}/report`, {
      site: 'demo',
      reason: 'spam',
    });
    expect(report.status).toBe(404);
  });

  test('[DEL2] restored, it is back for everybody; after its time it is really gone', async () => {
    const [asker, reader, manager] = [
      await server.person(),
      await server.person(),
      await server.person('manager'),
    ];
    const [a, r] = [await asker.connect(), await reader.connect()];
    const { conversation } = await a.ask('Aller et retour');
    const path = `/api/back-office/demo/conversations/${conversation.id}`;
    await manager.request('DELETE', path, { reason: null });
    await r.next('conversation-gone');
    expect((await manager.post(`${path}/restore`, {})).status).toBe(204);
    await r.next('conversation', (frame) => frame.conversation.id === conversation.id);
    expect((await r.subscribe(conversation.id)).events).toHaveLength(1);
    await manager.request('DELETE', path, { reason: null });
    now += LIMITS.retention.deletedMs - 60_000;
    const later = await server.person('manager');
    await retain(server.ctx);
    expect((await later.get(path)).status).toBe(200);
    now += 120_000;
    await retain(server.ctx);
    expect((await later.get(path)).status).toBe(404);
    const left = await server.ctx.db
      .selectFrom('message')
      .selectAll()
      .where('conversation_id', '=', conversation.id)
      .execute();
    expect(left).toEqual([]);
  });

  test('[DEL3] closed, it is read by all and written in by nobody', async () => {
    const [asker, manager] = [await server.person(), await server.person('manager')];
    const socket = await asker.connect();
    const { conversation } = await socket.ask('À fermer');
    await socket.subscribe(conversation.id);
    await manager.post(`/api/back-office/demo/conversations/${conversation.id}/close`, {});
    expect(await socket.next('event', (frame) => frame.event.kind === 'conversation-state')).toMatchObject({
      event: { state: 'closed' },
    });
    socket.post('Encore', conversation.id);
    expect(await socket.next('refused')).toMatchObject({ code: 'conversation-closed' });
  });

  test('[PRIV18] addresses are shortened after thirty days and gone after a hundred and eighty', async () => {
    const person = await server.person();
    const { message } = await (await person.connect()).ask('Mon adresse vieillit');
    const address = async () => {
      const row = await server.ctx.db
        .selectFrom('message')
        .select('address')
        .where('id', '=', message.id)
        .executeTakeFirst();
      return row?.address;
    };
    expect(await address()).toBe(person.address);
    now += LIMITS.retention.addressFullMs + 1000;
    await retain(server.ctx);
    expect(await address()).toBe('203.0.113.0/24');
    now += LIMITS.retention.addressMs;
    await retain(server.ctx);
    expect(await address()).toBe(null);
  });
});

describe('sites are apart', () => {
  test('[SITE1] nothing of one site is seen, searched or touched from another', async () => {
    await addSite(server.ctx, 'other');
    const [here, there] = [await server.person(), await server.person('manager', 'other')];
    const { message, conversation } = await (await here.connect()).ask('Secret du premier site');
    const socket = await there.connect();
    socket.send({ op: 'subscribe', conversationId: conversation.id, lastSeq: 0, epoch: null });
    await socket.next('not-found');
    expect((await there.get('/api/back-office/demo/queue')).status).toBe(401);
    expect((await there.get(`/api/back-office/other/conversations/${conversation.id}`)).status).toBe(404);
    const hide = await there.post(`/api/back-office/other/messages/${message.id}`, {
      act: 'hide',
      reason: null,
    });
    expect(hide.status).toBe(404);
    expect(await (await there.get('/api/back-office/other/conversations?q=Secret')).text()).not.toContain(
      message.id,
    );
    const stolen = await here.get('/api/widget/conversations?site=other&scope=site');
    expect(stolen.status).toBe(401);
  });
});

test('[STORE23] a large file is written anew at night, or a day later; a small one at once', () => {
  const at = (hour: number, day = 1) => new Date(2030, 0, day, hour).getTime();
  const large = 2 ** 30;
  expect(isRewriteDue(null, large, at(4))).toBe(false);
  expect(isRewriteDue(at(0), large, at(2))).toBe(false);
  expect(isRewriteDue(at(0), large, at(4))).toBe(true);
  expect(isRewriteDue(at(9), large, at(15))).toBe(false);
  expect(isRewriteDue(at(9), large, at(9, 2))).toBe(true);
  expect(isRewriteDue(at(9, 3), large, at(8))).toBe(true);
  expect(isRewriteDue(at(0), 2 ** 20, at(15))).toBe(true);
});
