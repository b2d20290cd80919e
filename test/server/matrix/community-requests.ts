/** How the routes of waiting questions, promotions and the shop's own sign-in are asked. */

import { transaction } from '../../../db/database.ts';
import { insertPromotion } from '../../../db/promotions.ts';
import type { Ask } from './requests.ts';
import type { Thing, World } from './world.ts';

const OFFICE = '/api/back-office/:site';
const site = 'demo';
const plain: Ask = () => ({});
const onQuestion =
  (body: unknown): Ask =>
  (_, { conversationId }) => ({ params: { id: conversationId }, body });
/** An offer to whoever asks where what is asked about is their own, else to somebody else. */
const onOffer =
  (rest: { body?: unknown; query?: string }): Ask =>
  async (world, thing) => ({ params: { id: await offerTo(world, thing) }, ...rest });

export const COMMUNITY_REQUESTS: Record<string, Ask> = {
  'GET /questions.css': plain,
  'GET /questions/:site': plain,
  'GET /questions/:site/': plain,
  'GET /questions/:site/manifest.webmanifest': plain,
  'GET /questions/:site/sw.js': plain,
  'GET /questions/:site/icon.svg': plain,
  'GET /questions/:site/icon-192.png': plain,
  'GET /questions/:site/icon-512.png': plain,
  'GET /api/questions/waiting': () => ({ query: 'site=demo' }),
  'POST /api/questions/:id/take': onQuestion({ site }),
  'POST /api/questions/:id/give-back': onQuestion({ site }),
  'GET /api/questions/availability': () => ({ query: 'site=demo' }),
  'POST /api/questions/availability': () => ({ body: { site, available: true } }),
  'POST /api/widget/identify': () => ({ body: { site, identity: 'a.b.c' } }),
  'GET /api/widget/promotions/:id': onOffer({ query: 'site=demo' }),
  'POST /api/widget/promotions/:id/accept': onOffer({
    body: { site, name: 'Inès', email: '', code: null, rules: null },
  }),
  'POST /api/widget/promotions/:id/decline': onOffer({ body: { site } }),
  [`GET ${OFFICE}/regulars`]: plain,
  [`POST ${OFFICE}/promotions`]: async ({ server }, { authorId }) => {
    await server.ctx.db.deleteFrom('promotion').where('person_id', '=', authorId).execute();
    return { body: { personId: authorId, role: 'expert' } };
  },
  [`DELETE ${OFFICE}/promotions/:id`]: onOffer({}),
  [`GET ${OFFICE}/identity-secrets`]: plain,
  [`POST ${OFFICE}/identity-secrets`]: () => ({ body: { overlapDays: 0 } }),
  [`POST ${OFFICE}/identity-secrets/:id/retire`]: async (world, thing) => ({
    params: { id: await secretOf(world, thing) },
    body: {},
  }),
};

/** Everybody has one offer at a time. */
async function offerTo({ server }: World, { siteId, authorId }: Thing): Promise<string> {
  const id = crypto.randomUUID();
  const { db } = server.ctx;
  await db.deleteFrom('promotion').where('person_id', '=', authorId).execute();
  await transaction(db, (tx) =>
    insertPromotion(tx, {
      id,
      site_id: siteId,
      person_id: authorId,
      role: 'moderator',
      created_by: authorId,
      created_at: Date.now(),
      expires_at: Date.now() + 60_000,
      outcome: null,
      ended_at: null,
      email: null,
      code_hash: null,
      code_expires_at: null,
      code_tries: 0,
    }),
  );
  return id;
}

async function secretOf({ people }: World, { siteId }: Thing): Promise<string> {
  const manager = siteId === site ? people.manager : people.elsewhere;
  const answer = await manager.post(`/api/back-office/${siteId}/identity-secrets`, { overlapDays: 0 });
  return ((await answer.json()) as { secret: { id: string } }).secret.id;
}
