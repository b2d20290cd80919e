import { afterAll, beforeAll, expect, test } from 'vitest';
import { rightsNow } from '../../db/commit-message.ts';
import { transaction } from '../../db/database.ts';
import { insertPerson } from '../../db/people.ts';
import { personRow } from '../db/rows.ts';
import { addSite, startTestServer, type TestServer } from './harness.ts';

let server: TestServer;
beforeAll(async () => {
  server = await startTestServer();
  await addSite(server.ctx, 'brand-b');
});
afterAll(() => server.stop());

test('[JOIN49] what a page of one brand holds opens nothing of another brand’s site, on which its member is somebody too', async () => {
  const { ctx } = server;
  const member = await server.person('moderator');
  const { account_id } = await ctx.db
    .selectFrom('person')
    .select('account_id')
    .where('id', '=', member.id)
    .executeTakeFirstOrThrow();
  const there = personRow({ id: 'b', site_id: 'brand-b', role: 'moderator', account_id });
  await transaction(ctx.db, (tx) => insertPerson(tx, there));

  // The token of the first shop.
  const read = (site: string) => member.get(`/api/widget/conversations?site=${site}&scope=site`);
  expect((await read('demo')).status).toBe(200);
  expect((await read('brand-b')).status).toBe(401);

  // A code for the first shop: not exchanged for another site, nor used up by trying.
  const code = await ctx.signIn.issueLink(account_id!, 'shop', 'demo');
  const exchange = (site: string) => member.post('/api/widget/exchange', { site, code });
  expect((await exchange('brand-b')).status).toBe(401);
  expect((await exchange('demo')).status).toBe(200);

  // On our own pages one is signed in on both.
  const session = (await (await member.get('/api/back-office/session')).json()) as {
    sites: { id: string }[];
  };
  expect(session.sites.map(({ id }) => id).sort()).toEqual(['brand-b', 'demo']);
});

test('[JOIN50] who signs in holds up nobody: what is being sent meanwhile is not decided again', async () => {
  const { ctx } = server;
  const member = await server.person('expert');
  const account = await ctx.signIn.accountOf(new Headers({ cookie: member.cookie }));
  const before = rightsNow(ctx.db);
  await ctx.signIn.openSession(account!.accountId);
  expect(rightsNow(ctx.db)).toBe(before);
  await member.request('POST', '/api/sign-out', {}, { origin: ctx.config.publicUrl, cookie: member.cookie });
  expect(rightsNow(ctx.db)).toBeGreaterThan(before);
});
