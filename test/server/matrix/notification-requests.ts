/** How the routes of notices and of who follows what are asked. */
import { signLink } from '../../../server/notifications/signed-link.ts';
import { newBrowser } from '../push-service.ts';
import type { Ask } from './requests.ts';
import type { World } from './world.ts';

const PATH = '/api/widget/notifications';
const site = 'demo';
const plain: Ask = () => ({});
/** A link that anybody may have who reads a member's mail. */
const stop = ({ server, people }: World) => ({
  token: signLink(server.ctx, 'stop', { person: people.expert.id, site, subject: 'news' }),
});
/** One that was never made. */
const unknown: Ask = () => ({ params: { token: 'x.y' } });

export const NOTIFICATION_REQUESTS: Record<string, Ask> = {
  'GET /sw.js': plain,
  'GET /notify.js': plain,
  'GET /notify/confirm/:token': unknown,
  'POST /notify/confirm/:token': () => ({ params: { token: 'x.y' }, form: {} }),
  'GET /notify/device/:token': unknown,
  'GET /notify/stop/:token': (world) => ({ params: stop(world) }),
  'POST /notify/stop/:token': (world) => ({ params: stop(world), form: {} }),
  'POST /api/notify/device': () => ({
    body: { token: 'x.y', subscription: newBrowser('https://push.example.com/x').subscription, on: true },
    ownPage: true,
  }),
  'POST /api/notify/device/moved': () => ({
    body: {
      old: newBrowser('https://push.example.com/x').subscription,
      subscription: newBrowser('https://push.example.com/y').subscription,
    },
    ownPage: true,
  }),
  [`GET ${PATH}`]: () => ({ query: 'site=demo' }),
  [`POST ${PATH}`]: () => ({ body: { site, mail: 'digest' } }),
  [`GET ${PATH}/follow`]: (_, { conversationId }) => ({
    query: `site=demo&conversationId=${conversationId}`,
  }),
  [`POST ${PATH}/follow`]: (_, { conversationId }) => ({
    body: { site, conversationId, way: 'push', locale: 'fr' },
  }),
  [`POST ${PATH}/read`]: (_, { conversationId }) => ({ body: { site, conversationId, seq: 1 } }),
  'GET /api/back-office/:site/notices': plain,
};
