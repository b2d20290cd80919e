/** How the routes of alerts, notes and blocks for an hour are asked, in the chat and in the back office. */
import type { Ask } from './requests.ts';
import type { Thing, Who, World } from './world.ts';

const OFFICE = '/api/back-office/:site';
const CHAT = '/api/moderation';
const site = 'demo';

const onMessage =
  (body: unknown): Ask =>
  (_, { messageId }) => ({ params: { id: messageId }, body });
const onAuthor =
  (rest: { body?: unknown; query?: string }): Ask =>
  (_, { authorId }) => ({ params: { id: authorId }, ...rest });
const alert = ({ messageId }: Thing) => ({
  about: { kind: 'message', id: messageId },
  note: 'x',
  degree: 'now',
});
const onAlert =
  (body: unknown): Ask =>
  async (world, thing) => ({ params: { id: await alertOn(world, thing) }, body });
const onNote =
  (body?: unknown): Ask =>
  async (world, thing, who) => ({
    params: { id: await noteOn(world, thing, who) },
    ...(body === undefined ? {} : { body }),
  });

export const MODERATION_REQUESTS: Record<string, Ask> = {
  [`GET ${CHAT}/queue`]: () => ({ query: 'site=demo' }),
  [`GET ${CHAT}/alerts`]: () => ({ query: 'site=demo' }),
  [`POST ${CHAT}/alerts`]: (_, thing) => ({ body: { site, ...alert(thing) } }),
  [`POST ${CHAT}/alerts/read`]: () => ({ body: { site } }),
  [`POST ${CHAT}/messages/:id/block`]: onMessage({ site, reason: 'x' }),
  [`POST ${CHAT}/reports/dismiss`]: (_, { messageId }) => ({ body: { site, messageId } }),
  [`GET ${CHAT}/people/:id/record`]: onAuthor({ query: 'site=demo' }),
  [`POST ${CHAT}/people/:id/notes`]: onAuthor({ body: { site, text: 'x' } }),
  [`POST ${CHAT}/notes/:id/delete`]: onNote({ site }),
  'POST /api/widget/messages/:id/edit-reported': onMessage({ site, text: 'Autrement' }),

  [`GET ${OFFICE}/alerts`]: () => ({}),
  [`POST ${OFFICE}/alerts`]: (_, thing) => ({ body: alert(thing) }),
  [`POST ${OFFICE}/alerts/read`]: () => ({ body: {} }),
  [`POST ${OFFICE}/alerts/:id/take`]: onAlert({}),
  [`POST ${OFFICE}/alerts/:id/answer`]: onAlert({ answer: 'x' }),
  [`POST ${OFFICE}/alerts/:id/close`]: onAlert({ answer: null }),
  [`POST ${OFFICE}/messages/:id/block`]: onMessage({ reason: 'x' }),
  [`GET ${OFFICE}/people/:id/record`]: onAuthor({}),
  [`POST ${OFFICE}/people/:id/notes`]: onAuthor({ body: { text: 'x' } }),
  [`DELETE ${OFFICE}/notes/:id`]: onNote(),
};

const managerOf = ({ people }: World, { siteId }: Thing) =>
  siteId === site ? people.manager : people.elsewhere;

/** Nobody may raise many, and everybody here does. */
async function alertOn(world: World, thing: Thing): Promise<string> {
  await world.server.ctx.db.deleteFrom('alert').execute();
  const answer = await managerOf(world, thing).post(`/api/back-office/${thing.siteId}/alerts`, alert(thing));
  return ((await answer.json()) as { id: string }).id;
}

/** A note of whoever asks where they may write one and it is about what is theirs; else of a manager. */
async function noteOn(world: World, thing: Thing, who: Who): Promise<string> {
  const isOwn = thing.authorId === world.people[who].id && (who === 'moderator' || who === 'manager');
  const writer = isOwn ? world.people[who] : managerOf(world, thing);
  const path = `/api/back-office/${thing.siteId}/people/${thing.authorId}/notes`;
  return ((await (await writer.post(path, { text: 'x' })).json()) as { id: string }).id;
}
