import { afterAll, beforeAll, expect, test } from 'vitest';
import { PAGE, type Person, startTestServer, type TestServer, type TestSocket } from './harness.ts';

let server: TestServer;
const logged: string[] = [];
beforeAll(async () => {
  server = await startTestServer();
  server.ctx.broker.subscribe((message) => logged.push(JSON.stringify(message)));
});
afterAll(() => server.stop());

/**
 * A mark is put in each text that must not be seen, and every surface an outsider can reach is searched for
 * it: frames, lists, histories, errors, the broker.
 */
test('[LEAK1] texts held, rejected, hidden or removed leak by no path through their whole life', async () => {
  const [asker, writer, moderator] = [
    await server.person(),
    await server.person(),
    await server.person('moderator'),
  ];
  const outsiders = [asker, await server.person(), await server.person('expert')];
  const w = await writer.connect();
  const { conversation } = await (await asker.connect()).ask('Question publique');
  const sockets = await Promise.all(outsiders.map((outsider) => outsider.connect()));
  for (const socket of sockets) await socket.subscribe(conversation.id);

  const acts = (id: string, ...names: string[]) => names.map((act) => ({ id, act }));
  const marks: string[] = [];
  const write = async (text: string, conversationId: string | null = conversation.id) => {
    const mark = `canari${crypto.randomUUID().slice(0, 8)}`;
    marks.push(mark);
    return (await w.write(`${text} ${mark}`, conversationId)).message.id;
  };
  const held = await write('un connard');
  const rejectedByLibrary = await write('une arnaque');
  const rejected = await write('pauvre connard');
  const heldQuestion = await write('une question de connard', null);
  for (const { id, act } of acts(rejected, 'reject')) await moderate(moderator, id, act);
  await sweep(outsiders, sockets, [held, rejectedByLibrary, rejected, heldQuestion], marks);

  // Published texts are seen while they are published: from here on only new frames are searched.
  const published = await write('bien sûr');
  for (const socket of sockets) {
    await socket.quiet(server.hub);
    socket.frames.length = 0;
  }
  await moderate(moderator, published, 'hide');
  await sweep(outsiders, sockets, [], marks);
  await moderate(moderator, published, 'remove');
  await sweep(outsiders, sockets, [], marks);
  expect(logged.join('\n')).not.toMatch(/canari/);
});

async function moderate(person: Person, id: string, act: string): Promise<void> {
  const answer = await person.post(`/api/back-office/demo/messages/${id}`, { act, reason: 'règle' });
  expect(answer.status).toBe(200);
}

async function sweep(
  outsiders: Person[],
  sockets: TestSocket[],
  ids: string[],
  marks: string[],
): Promise<void> {
  const surfaces: string[] = [];
  for (const [i, socket] of sockets.entries()) {
    await socket.quiet(server.hub);
    surfaces.push(JSON.stringify(socket.frames));
    const outsider = outsiders[i]!;
    const fresh = await outsider.connect();
    const { conversations } = (await (
      await outsider.get('/api/widget/conversations?site=demo&scope=site')
    ).json()) as { conversations: { id: string }[] };
    surfaces.push(JSON.stringify(conversations));
    for (const { id } of conversations) surfaces.push(JSON.stringify(await fresh.subscribe(id)));
    for (const scope of ['page', 'mine']) {
      const url = encodeURIComponent(PAGE.url);
      surfaces.push(
        await (await outsider.get(`/api/widget/conversations?site=demo&scope=${scope}&url=${url}`)).text(),
      );
    }
    for (const id of ids) {
      const report = await outsider.post(`/api/widget/messages/${id}/report`, {
        site: 'demo',
        reason: 'spam',
      });
      expect(report.status).toBe(404);
    }
    fresh.socket.terminate();
  }
  for (const needle of [...marks, ...ids]) {
    expect(surfaces.filter((surface) => surface.includes(needle))).toEqual([]);
  }
}
