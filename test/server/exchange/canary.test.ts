import { sql } from 'kysely';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { eraseConversation } from '../../../db/conversations.ts';
import { transaction } from '../../../db/database.ts';
import { indexMessages } from '../../../db/search-index.ts';
import { PAGE, type Person, startTestServer, type TestServer } from '../harness.ts';
import { acts, answered } from './acts.ts';

let server: TestServer;
const published: string[] = [];
beforeAll(async () => {
  server = await startTestServer();
  server.ctx.broker.subscribe((message) => published.push(JSON.stringify(message)));
});
afterAll(() => server.stop());

/** Everything somebody can ask about a conversation, as one text. */
async function everythingFor(person: Person, conversationId: string): Promise<string> {
  const site = person.site;
  const lists = ['page', 'site', 'mine'].map(async (scope) => {
    const query = new URLSearchParams({ site, scope, url: PAGE.url });
    return await (await person.get(`/api/widget/conversations?${query}`)).text();
  });
  const socket = await person.connect();
  const { epoch, conversation } = await socket.subscribe(conversationId);
  for (let seq = 1; seq <= conversation.lastSeq; seq += 1) await socket.subscribe(conversationId, seq, epoch);
  await socket.quiet(server.hub);
  const office = ['', `/${conversationId}`, '?q=canari'].map(async (path) => {
    return await (await person.get(`/api/back-office/demo/conversations${path}`)).text();
  });
  return JSON.stringify([await Promise.all([...lists, ...office]), socket.frames]);
}

/** Every row of every table, but for what the search keeps of words. */
async function everythingStored(): Promise<string> {
  const { rows } = await sql<{ name: string }>`select name from sqlite_master where type = 'table'
    and name not like 'search_%' and name not like 'sqlite_%'`.execute(server.ctx.db);
  const tables = rows.map(({ name }) => sql`select * from ${sql.table(name)}`.execute(server.ctx.db));
  return JSON.stringify((await Promise.all(tables)).map((table) => table.rows));
}

test('[EXCH21] a text that was replaced leaks by no path, to its author as little as to anybody', async () => {
  const { asker, expert, conversationId, answer } = await answered(server, 'Mon canari du matin');
  const listening = await (await server.person()).connect();
  const { epoch, conversation } = await listening.subscribe(conversationId);
  await acts(expert).edit(answer.id, 'Mon avis du matin');
  await listening.quiet(server.hub);
  listening.frames.length = 0;
  await indexMessages(server.ctx.db, 1000);
  await acts(expert).edit(answer.id, 'Mon avis du soir');
  await listening.subscribe(conversationId, conversation.lastSeq, epoch);
  await listening.quiet(server.hub);
  expect(JSON.stringify(listening.frames)).not.toMatch(/canari|avis du matin/);
  for (const person of [asker, expert, await server.person(), await server.person('expert')]) {
    expect(await everythingFor(person, conversationId)).not.toMatch(/canari|avis du matin/);
  }
  expect(published.join()).not.toMatch(/canari|avis/);
  // Or the sweep would prove nothing.
  expect(await everythingFor(await server.person('moderator'), conversationId)).toMatch(/canari/);
});

test('[EXCH22] a change that was refused is kept nowhere and shown to nobody', async () => {
  const { asker, expert, conversationId, answer } = await answered(server, 'Une réponse sage');
  for (const refused of ['connard rossignol', 'arnaque rossignol'])
    await acts(expert).edit(answer.id, refused);
  expect(await everythingStored()).not.toMatch(/rossignol/);
  for (const person of [asker, expert, await server.person('moderator')]) {
    expect(await everythingFor(person, conversationId)).not.toMatch(/rossignol/);
  }
});

test('[EXCH23] when a conversation is erased, earlier texts and thanks go with it', async () => {
  const { asker, expert, conversationId, answer } = await answered(server, 'Le premier mot du pinson');
  await acts(asker).thank(answer.id);
  await acts(expert).edit(answer.id, 'Le second mot de la mésange');
  await indexMessages(server.ctx.db, 1000);
  expect(await everythingStored()).toMatch(/pinson/);
  await transaction(server.ctx.db, (tx) => eraseConversation(tx, conversationId));
  expect(await everythingStored()).not.toMatch(/pinson|mésange/);
  const left = server.ctx.db.selectFrom('thank').select('message_id').where('message_id', '=', answer.id);
  expect(await left.execute()).toEqual([]);
});
