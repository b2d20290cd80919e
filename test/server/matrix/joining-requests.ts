/** How the pages of one's own account are asked: they are about whoever has the session, and about nobody else. */
import type { Ask } from './requests.ts';

const OFFICE = '/api/back-office/:site';
const page: Ask = () => ({ ownPage: true });
const sent =
  (form: Record<string, string> = {}, params: Record<string, string> = {}): Ask =>
  () => ({ form, params, ownPage: true });
const asked: Ask = () => ({ body: {}, ownPage: true });

export const JOINING_REQUESTS: Record<string, Ask> = {
  [`DELETE ${OFFICE}/people/:id/picture`]: async ({ server }, { authorId }) => {
    const { db } = server.ctx;
    await db.updateTable('person').set({ picture_id: 'x' }).where('id', '=', authorId).execute();
    return { params: { id: authorId } };
  },
  'GET /api/widget/pictures/:id': () => ({ params: { id: 'unknown' } }),
  'GET /account': page,
  'GET /second-step': page,
  'POST /second-step': sent({ code: '000000' }),
  'POST /account/name': sent({ site: 'demo', name: 'Inès' }),
  'POST /account/picture': sent({ site: 'demo' }),
  'POST /account/picture/remove': sent({ site: 'demo' }),
  'POST /account/codes/propose': sent(),
  'POST /account/codes/on': sent({ code: '000000' }),
  'POST /account/codes/off': sent({ code: '000000' }),
  'POST /account/codes/recovery': sent({ code: '000000' }),
  'POST /account/passkeys/:id/name': sent({ name: 'x' }, { id: 'unknown' }),
  'POST /account/passkeys/:id/remove': sent({}, { id: 'unknown' }),
  'POST /account/sessions/:id/end': sent({}, { id: 'unknown' }),
  'POST /account/shop': sent({ site: 'demo' }),
  'POST /account/sign-in-link': sent({ email: 'somebody@example.com' }),
  'POST /api/passkeys': asked,
  'POST /api/passkeys/sign-in': asked,
  'POST /api/passkeys/to-make': asked,
  'POST /api/passkeys/to-show': asked,
  'POST /account/sessions/end-all': sent(),
  'POST /account/sign-out': sent(),
};
