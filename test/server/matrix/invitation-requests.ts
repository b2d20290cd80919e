/** How the routes of invitations are asked. */

import { findSite } from '../../../db/sites.ts';
import { createInvitation } from '../../../server/actions/invite-person.ts';
import type { Ask } from './requests.ts';
import type { Thing, World } from './world.ts';

const OFFICE = '/api/back-office/:site';
let count = 0;

const onPreview =
  (body?: unknown, params: Record<string, string> = {}): Ask =>
  async (world, thing) => ({
    params: { id: await previewOf(world, thing), ...params },
    ...(body ? { body } : {}),
  });
const onBatch =
  (body?: unknown): Ask =>
  async (world, thing) => ({ params: { id: await batchOf(world, thing) }, ...(body ? { body } : {}) });
const onInvitation =
  (body?: unknown): Ask =>
  async (world, thing) => ({ params: { id: await invitationOf(world, thing) }, ...(body ? { body } : {}) });

export const INVITATION_REQUESTS: Record<string, Ask> = {
  [`GET ${OFFICE}/invitations`]: () => ({}),
  [`GET ${OFFICE}/invitations/funnel`]: () => ({}),
  [`POST ${OFFICE}/invitations`]: () => ({ body: { role: 'expert', email: null, name: null } }),
  [`DELETE ${OFFICE}/invitations/:id`]: onInvitation(),
  [`POST ${OFFICE}/invitations/:id/send`]: onInvitation({}),
  [`POST ${OFFICE}/invitations/:id/link`]: onInvitation({}),
  [`POST ${OFFICE}/mail-trial`]: () => ({ body: { to: 'somebody@example.com' } }),
  [`POST ${OFFICE}/invitation-previews`]: async (world, thing) => {
    await previewOf(world, thing);
    return { body: address() };
  },
  [`GET ${OFFICE}/invitation-previews/:id`]: onPreview(),
  [`DELETE ${OFFICE}/invitation-previews/:id`]: onPreview(),
  [`GET ${OFFICE}/invitation-previews/:id/people`]: onPreview(),
  [`PUT ${OFFICE}/invitation-previews/:id/people/:index`]: onPreview(
    { email: 'other@example.com' },
    { index: '0' },
  ),
  [`GET ${OFFICE}/invitation-previews/:id/wrong.csv`]: onPreview(),
  [`POST ${OFFICE}/invitation-previews/:id/confirm`]: onPreview({
    role: 'expert',
    messages: { fr: null, en: null },
  }),
  [`GET ${OFFICE}/invitation-batches`]: () => ({}),
  [`POST ${OFFICE}/invitation-batches/:id/stop`]: onBatch({}),
  [`POST ${OFFICE}/invitation-batches/:id/send`]: onBatch({}),
  [`GET ${OFFICE}/invitation-batches/:id/links.csv`]: onBatch(),
};

const address = () => `invited-${count++}@example.com`;

const managerOf = ({ people }: World, { siteId }: Thing) =>
  siteId === 'demo' ? people.manager : people.elsewhere;

async function invitationOf({ server }: World, { siteId }: Thing): Promise<string> {
  const site = await findSite(server.ctx.db, siteId);
  if (!site) throw new Error('the matrix has no such site');
  const inviting = { role: 'expert' as const, email: address(), name: null };
  return (await createInvitation(server.ctx, site, inviting, null)).invitation.id;
}

/** A list of one person, read. A manager has one at a time. */
async function previewOf(world: World, thing: Thing): Promise<string> {
  const path = `/api/back-office/${thing.siteId}/invitation-previews`;
  const manager = managerOf(world, thing);
  let begun = await manager.post(path, address());
  while (begun.status === 409) begun = await manager.post(path, address());
  const { id } = (await begun.json()) as { id: string };
  let state = 'reading';
  while (state === 'reading') {
    state = ((await (await manager.get(`${path}/${id}`)).json()) as { state: string }).state;
  }
  return id;
}

async function batchOf(world: World, thing: Thing): Promise<string> {
  const path = `/api/back-office/${thing.siteId}/invitation-previews/${await previewOf(world, thing)}/confirm`;
  const body = { role: 'expert', messages: { fr: null, en: null } };
  const answer = await managerOf(world, thing).post(path, body);
  return ((await answer.json()) as { batch: string }).batch;
}
