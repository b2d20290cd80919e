/** How the routes of members' accounts, passkeys and pictures are asked. */

import { transaction } from '../../../db/database.ts';
import { savePicture } from '../../../db/pictures.ts';
import { SHOP } from '../harness.ts';
import type { Ask } from './requests.ts';
import type { Thing, World } from './world.ts';

const onOwnPage: Ask = () => ({ ownPage: true });
const filled =
  (form: Record<string, string> = {}): Ask =>
  () => ({ form, ownPage: true });
/** Nobody has this one: what is not theirs answers alike. */
const onUnknown =
  (form: Record<string, string> = {}): Ask =>
  () => ({ params: { id: 'unknown' }, form, ownPage: true });
const onJson =
  (body: unknown): Ask =>
  () => ({ body, ownPage: true });
const passkey = {
  id: 'x',
  rawId: 'x',
  type: 'public-key',
  response: { clientDataJSON: 'x' },
  clientExtensionResults: {},
};

export const JOINING_REQUESTS: Record<string, Ask> = {
  'GET /account': onOwnPage,
  'POST /account/sign-in-link': filled({ email: 'nobody@example.com' }),
  'POST /account/name': filled({ site: 'demo', name: 'Autrement' }),
  'POST /account/picture': filled({ site: 'demo' }),
  'POST /account/picture/remove': filled({ site: 'demo' }),
  'POST /account/shop': filled({ site: 'demo', origin: SHOP }),
  'POST /account/passkeys/:id/name': onUnknown({ name: 'x' }),
  'POST /account/passkeys/:id/remove': onUnknown(),
  'POST /account/sessions/:id/end': onUnknown(),
  'POST /account/codes/propose': filled(),
  'POST /account/codes/on': filled({ code: '000000' }),
  'POST /account/codes/recovery': filled({ code: '000000' }),
  'POST /account/codes/off': filled({ code: '000000' }),
  'POST /account/sessions/end-all': filled(),
  'POST /account/sign-out': filled(),
  'GET /second-step': onOwnPage,
  'POST /second-step': filled({ code: '000000' }),
  'POST /api/passkeys/to-make': onJson({}),
  'POST /api/passkeys': onJson(passkey),
  'POST /api/passkeys/to-show': onJson({}),
  'POST /api/passkeys/sign-in': onJson(passkey),
  'GET /api/widget/pictures/:id': async (world, thing) => ({ params: { id: await pictureOf(world, thing) } }),
  'DELETE /api/back-office/:site/people/:id/picture': async (world, thing) => {
    await pictureOf(world, thing);
    return { params: { id: thing.authorId } };
  },
};

async function pictureOf({ server }: World, { siteId, authorId }: Thing): Promise<string> {
  const id = crypto.randomUUID();
  const squares = { large: new Uint8Array([1]), small: new Uint8Array([1]) };
  const row = { id, site_id: siteId, person_id: authorId, created_at: Date.now(), ...squares };
  await transaction(server.ctx.db, (tx) => savePicture(tx, row));
  return id;
}
