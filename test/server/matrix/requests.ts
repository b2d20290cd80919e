/** How each route of the matrix is asked: what its path, query and body are. */

import { findSite } from '../../../db/sites.ts';
import { createInvitation } from '../../../server/actions/invite-person.ts';
import { PAGE } from '../harness.ts';
import { COMMUNITY_REQUESTS } from './community-requests.ts';
import { INVITATION_REQUESTS } from './invitation-requests.ts';
import { JOINING_REQUESTS } from './joining-requests.ts';
import { MODERATION_REQUESTS } from './moderation-requests.ts';
import { NOTIFICATION_REQUESTS } from './notification-requests.ts';
import type { Thing, Who, World } from './world.ts';

export type Asked = {
  params?: Record<string, string>;
  query?: string;
  body?: unknown;
  form?: Record<string, string>;
  /** Sent by a page of the server itself, with the session's cookie. */
  ownPage?: boolean;
};
export type Ask = (world: World, thing: Thing, who: Who) => Asked | Promise<Asked>;

const site = 'demo';
const nothing: Ask = () => ({ body: {} });
const plain: Ask = () => ({});
const query =
  (text: string): Ask =>
  () => ({ query: text });
const json =
  (body: unknown): Ask =>
  () => ({ body });
const onMessage =
  (body: unknown): Ask =>
  (_, { messageId }) => ({ params: { id: messageId }, body });
const onConversation =
  (body?: unknown): Ask =>
  (_, { conversationId }) => ({ params: { id: conversationId }, ...(body === undefined ? {} : { body }) });
const onAuthor =
  (body?: unknown): Ask =>
  (_, { authorId }) => ({ params: { id: authorId }, ...(body === undefined ? {} : { body }) });

const OFFICE = '/api/back-office/:site';
const entry = {
  kind: 'term',
  listing: 'forbidden',
  text: 'zut',
  category: 'insult',
  effect: null,
  note: null,
};
const draft = { add: [entry], change: [], remove: [] };
const ban = { reason: 'x', expiresInHours: null };
let count = 0;

export const REQUESTS: Record<string, Ask> = {
  ...INVITATION_REQUESTS,
  ...COMMUNITY_REQUESTS,
  ...JOINING_REQUESTS,
  ...MODERATION_REQUESTS,
  ...NOTIFICATION_REQUESTS,
  'GET /health': plain,
  'GET /ready': plain,
  'GET /metrics': plain,
  'GET /': plain,
  'GET /embed.js': plain,
  'GET /static/*': plain,
  'GET /back-office': plain,
  'GET /back-office/*': plain,
  'GET /pages.css': plain,

  'GET /api/widget/embed': query(`site=demo&url=${PAGE.url}`),
  'POST /api/widget/token': json({ site }),
  'POST /api/widget/exchange': async ({ server, people }) => ({
    body: {
      site,
      code: await server.ctx.signIn.issueLink(await accountOf(people.expert.id, server), 'shop', 'demo'),
    },
  }),
  'GET /api/widget/conversations': query('site=demo&scope=site'),
  'POST /api/widget/waiting': ({ server }, { conversationId }) => ({
    body: { site, conversations: [{ id: conversationId, seq: 0, epoch: server.ctx.epoch }] },
  }),
  'POST /api/widget/messages': (_, { conversationId }) => ({
    body: {
      site,
      clientMessageId: crypto.randomUUID(),
      conversationId,
      text: 'Une réponse',
      name: 'Inès',
      page: null,
    },
  }),
  'POST /api/widget/messages/:id/report': onMessage({ site, reason: 'spam' }),
  'POST /api/widget/messages/:id/edit': (_, { messageId }) => ({
    params: { id: messageId },
    body: { site, text: `Dit autrement, ${crypto.randomUUID()}` },
  }),
  'POST /api/widget/messages/:id/delete': onMessage({ site }),
  'POST /api/widget/messages/:id/thank': onMessage({ site, thanks: true }),
  'POST /api/widget/messages/:id/accept': onMessage({ site, accepted: true }),
  'GET /api/widget/badges': query('site=demo'),
  'GET /api/widget/contributions': query('site=demo'),
  'GET /api/widget/thanks': query('site=demo'),
  'POST /api/stream': ({ people }, _, who) => ({
    body: { op: 'hello', version: 1, site, token: people[who].token, page: PAGE },
  }),
  'POST /api/stream/:id': () => ({ params: { id: 'unknown' }, body: [{ op: 'ping' }] }),
  'POST /api/moderation/messages/:id': onMessage({ site, act: 'hide', reason: null }),

  'POST /api/sign-in/link': () => ({ body: { email: 'nobody@example.com' }, ownPage: true }),
  'GET /sign-in/:token': async ({ server, people }) => ({
    params: {
      token: await server.ctx.signIn.issueLink(await accountOf(people.expert.id, server), 'back-office'),
    },
  }),
  'POST /sign-in/:token': async ({ server, people }) => ({
    params: {
      token: await server.ctx.signIn.issueLink(await accountOf(people.expert.id, server), 'back-office'),
    },
    form: {},
    ownPage: true,
  }),
  'GET /join/:token': async (world) => ({ params: { token: await invitationToken(world) } }),
  'POST /join/:token': async (world) => ({
    params: { token: await invitationToken(world) },
    form: { name: 'Nouvelle', email: `new-${count++}@example.com` },
    ownPage: true,
  }),
  'GET /join/:token/decline': async (world) => ({ params: { token: await invitationToken(world) } }),
  'POST /join/:token/decline': async (world) => ({
    params: { token: await invitationToken(world) },
    form: {},
  }),
  'POST /api/sign-out': () => ({ body: {}, ownPage: true }),

  'GET /api/back-office/session': plain,
  [`GET ${OFFICE}/queue`]: plain,
  [`POST ${OFFICE}/messages/:id`]: onMessage({ act: 'hide', reason: null }),
  [`POST ${OFFICE}/reports/dismiss`]: (_, { messageId }) => ({ body: { messageId } }),
  [`POST ${OFFICE}/undo`]: async (world, thing) => ({ body: { id: await hiddenAct(world, thing) } }),
  [`GET ${OFFICE}/conversations`]: plain,
  [`GET ${OFFICE}/conversations/:id`]: onConversation(),
  [`DELETE ${OFFICE}/conversations/:id`]: onConversation({ reason: null }),
  [`POST ${OFFICE}/conversations/:id/restore`]: onConversation({}),
  [`POST ${OFFICE}/conversations/:id/close`]: onConversation({}),
  [`POST ${OFFICE}/conversations/:id/reopen`]: onConversation({}),

  [`GET ${OFFICE}/library`]: plain,
  [`POST ${OFFICE}/library/entries`]: () => ({
    body: { entries: [{ ...entry, text: `zut${wordOf(count++)}` }] },
  }),
  [`PATCH ${OFFICE}/library/entries`]: json({ ids: ['demo-rival'], change: { note: 'x' } }),
  [`POST ${OFFICE}/library/entries/remove`]: json({ ids: ['unknown'] }),
  [`POST ${OFFICE}/library/check`]: json({ entries: [entry] }),
  [`GET ${OFFICE}/library/suggestions`]: query('text=zut&language=fr'),
  [`POST ${OFFICE}/library/try`]: json({ text: 'zut', role: 'visitor' }),
  [`POST ${OFFICE}/library/backtests`]: async (world, thing) => {
    await workOf(world, thing, 'backtests');
    return { body: { draft, days: 1 } };
  },
  [`GET ${OFFICE}/library/backtests/:id`]: async (world, thing) => ({
    params: { id: await workOf(world, thing, 'backtests') },
  }),
  [`DELETE ${OFFICE}/library/backtests/:id`]: async (world, thing) => ({
    params: { id: await workOf(world, thing, 'backtests') },
  }),
  [`POST ${OFFICE}/library/imports`]: async (world, thing) => {
    await workOf(world, thing, 'imports');
    return { query: 'format=json', body: [{ text: 'zut' }] };
  },
  [`GET ${OFFICE}/library/imports/:id`]: async (world, thing) => ({
    params: { id: await workOf(world, thing, 'imports') },
  }),
  [`GET ${OFFICE}/library/imports/:id/lines`]: async (world, thing) => ({
    params: { id: await workOf(world, thing, 'imports') },
  }),
  [`POST ${OFFICE}/library/imports/:id/apply`]: async (world, thing) => ({
    params: { id: await workOf(world, thing, 'imports') },
    body: { doubtful: false },
  }),
  [`DELETE ${OFFICE}/library/imports/:id`]: async (world, thing) => ({
    params: { id: await workOf(world, thing, 'imports') },
  }),
  [`GET ${OFFICE}/library/export`]: query('format=csv'),
  [`GET ${OFFICE}/library/versions`]: plain,
  [`GET ${OFFICE}/library/versions/:from/compare/:to`]: () => ({ params: { from: '1', to: '1' } }),
  [`POST ${OFFICE}/library/versions/:version/restore`]: () => ({ params: { version: '1' }, body: {} }),
  [`GET ${OFFICE}/library/vocabularies`]: plain,
  [`GET ${OFFICE}/library/vocabularies/:name/difference`]: () => ({ params: { name: 'fr' } }),
  [`POST ${OFFICE}/library/vocabularies/:name`]: () => ({ params: { name: 'fr' }, body: { accept: [] } }),
  [`DELETE ${OFFICE}/library/vocabularies/:name`]: () => ({ params: { name: 'fr' } }),
  [`PUT ${OFFICE}/library/categories`]: json({ name: 'insult', effect: 'hold' }),
  [`GET ${OFFICE}/library/rules`]: plain,
  [`PATCH ${OFFICE}/library/rules`]: nothing,
  [`POST ${OFFICE}/messages/:id/library-fix`]: onMessage({ fix: { kind: 'trust-author' }, preview: true }),

  [`GET ${OFFICE}/blocks`]: plain,
  [`GET ${OFFICE}/blocks/preview`]: query('range=192.0.2.0/24'),
  [`POST ${OFFICE}/blocks`]: () => ({ body: { range: `198.18.${count++ % 250}.0/24`, ...ban } }),
  [`DELETE ${OFFICE}/blocks/:id`]: async (world, thing) => ({ params: { id: await blockOf(world, thing) } }),
  [`GET ${OFFICE}/people`]: plain,
  [`POST ${OFFICE}/people/:id/role`]: onAuthor({ role: 'visitor' }),
  [`POST ${OFFICE}/people/:id/ban`]: onAuthor(ban),
  [`DELETE ${OFFICE}/people/:id/ban`]: onAuthor(),
  [`POST ${OFFICE}/people/:id/sign-in-link`]: onAuthor({}),
  [`GET ${OFFICE}/site`]: plain,
  [`PATCH ${OFFICE}/site`]: nothing,
  [`GET ${OFFICE}/page-rules`]: plain,
  [`PUT ${OFFICE}/page-rules`]: json({ rules: [] }),
  [`GET ${OFFICE}/page-rules/try`]: query(`url=${PAGE.url}`),
  [`GET ${OFFICE}/audit-log`]: plain,

  [`GET ${OFFICE}/recognition/badges`]: plain,
  [`PUT ${OFFICE}/recognition/badges`]: async (world) => ({ body: { badges: await badgesNow(world) } }),
  [`GET ${OFFICE}/recognition/thanks`]: plain,
  [`GET ${OFFICE}/recognition/thanks.csv`]: plain,
  [`GET ${OFFICE}/people/:id/points`]: onAuthor(),
  [`POST ${OFFICE}/people/:id/points`]: onAuthor({ points: 1, reason: 'x' }),
  [`POST ${OFFICE}/people/:id/badges`]: async (world, { authorId, siteId }) => ({
    params: { id: authorId },
    body: { badgeId: await badgeOf(world, siteId), reason: null },
  }),
  [`DELETE ${OFFICE}/people/:id/badges/:badge`]: async (world, thing) => ({
    params: { id: thing.authorId, badge: await givenBadge(world, thing) },
    body: { reason: 'x' },
  }),
};

async function accountOf(personId: string, { ctx }: World['server']): Promise<string> {
  const row = await ctx.db
    .selectFrom('person')
    .select('account_id')
    .where('id', '=', personId)
    .executeTakeFirst();
  if (!row?.account_id) throw new Error('somebody of the matrix has no account');
  return row.account_id;
}

async function invited({ server }: World, siteId: string) {
  const found = await findSite(server.ctx.db, siteId);
  if (!found) throw new Error('the matrix has no such site');
  return await createInvitation(server.ctx, found, { role: 'expert', email: null, name: null }, null);
}

async function invitationToken(world: World): Promise<string> {
  return new URL((await invited(world, site)).link).pathname.split('/').at(-1) ?? '';
}

/** Letters, since a figure would be another word of the library. */
const wordOf = (n: number) => [...String(n)].map((digit) => 'bcdfghjklm'[Number(digit)]).join('');

/** The work, block, alert or act of whoever manages the site of what is acted on. */
const managerOf = ({ people }: World, { siteId }: Thing) =>
  siteId === 'demo' ? people.manager : people.elsewhere;

/** Work that is done, so that the next may begin: a site has one of each kind at a time. */
async function workOf(world: World, thing: Thing, kind: 'backtests' | 'imports'): Promise<string> {
  const path = `/api/back-office/${thing.siteId}/library/${kind}`;
  const manager = managerOf(world, thing);
  const begin = () =>
    kind === 'backtests'
      ? manager.post(path, { draft, days: 1 })
      : manager.post(`${path}?format=json`, [{ text: 'zut', category: 'insult' }]);
  let begun = await begin();
  while (begun.status === 409) begun = await begin();
  const { id } = (await begun.json()) as { id: string };
  let state = '';
  while (state === '' || state === 'running' || state === 'reading') {
    state = ((await (await manager.get(`${path}/${id}`)).json()) as { state: string }).state;
  }
  return id;
}

async function blockOf(world: World, thing: Thing): Promise<string> {
  const range = `198.19.${count++ % 250}.0/24`;
  const path = `/api/back-office/${thing.siteId}/blocks`;
  const answer = await managerOf(world, thing).post(path, { range, ...ban });
  return ((await answer.json()) as { id: string }).id;
}

async function hiddenAct(world: World, thing: Thing): Promise<string> {
  const path = `/api/back-office/${thing.siteId}/messages/${thing.messageId}`;
  const answer = await managerOf(world, thing).post(path, { act: 'hide', reason: null });
  return ((await answer.json()) as { undo: string }).undo ?? '999999999';
}

/** A badge of a site, of which nobody has this one yet. */
async function badgeOf({ server }: World, siteId: string): Promise<string> {
  const id = crypto.randomUUID();
  const name = { name_fr: 'Guide', name_en: 'Guide', icon: 'star', colour: 'green' };
  await server.ctx.db
    .insertInto('badge')
    .values({
      ...name,
      id,
      site_id: siteId,
      position: 0,
      rule: 'hand',
      needed: null,
      topic: null,
      created_at: 0,
      ended_at: null,
    })
    .execute();
  return id;
}

async function givenBadge(world: World, thing: Thing): Promise<string> {
  const badgeId = await badgeOf(world, thing.siteId);
  await managerOf(world, thing).post(`/api/back-office/${thing.siteId}/people/${thing.authorId}/badges`, {
    badgeId,
    reason: null,
  });
  return badgeId;
}

async function badgesNow({ people }: World): Promise<unknown[]> {
  const answer = await people.manager.get('/api/back-office/demo/recognition/badges');
  const { items } = (await answer.json()) as { items: { holders: number }[] };
  return items.map(({ holders, ...badge }) => badge);
}
