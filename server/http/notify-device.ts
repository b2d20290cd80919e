/** Our own page on which a browser is asked whether it may show notifications, and what its answer leads to. */
import { Hono } from 'hono';
import { html } from 'hono/html';
import * as z from 'zod';
import { findSite } from '../../db/sites.ts';
import { moveDevice } from '../actions/move-device.ts';
import { subscribeDevice } from '../actions/subscribe-device.ts';
import type { AppContext } from '../context.ts';
import { readDeviceLink } from '../notifications/device-link.ts';
import type { DeviceAnswer, DeviceBody, MovedDeviceBody } from '../protocol/notifications.ts';
import { NOTIFY_TEXTS } from './notify-texts.ts';
import { localeOf, sendPage } from './page.ts';
import { addressOf, bodyOf, type Env, refuseForeignOrigin } from './request.ts';

const key = z.string().regex(/^[\w-]+=*$/);
const subscription = z.strictObject({
  endpoint: z.url().max(1000),
  // An uncompressed point on P-256 and 16 random bytes (RFC 8291, 2 and 3.2), in base64url.
  keys: z.strictObject({ p256dh: key.min(87).max(88), auth: key.min(22).max(24) }),
});
const deviceBody = z.strictObject({
  token: z.string().max(1000),
  subscription,
  on: z.boolean(),
}) satisfies z.ZodType<DeviceBody>;
const movedBody = z.strictObject({ old: subscription, subscription }) satisfies z.ZodType<MovedDeviceBody>;

const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "worker-src 'self'",
  "connect-src 'self'",
  "style-src 'self'",
  'img-src data:',
  "frame-ancestors 'none'",
  "base-uri 'none'",
].join('; ');

export function notifyDeviceRoutes(ctx: AppContext) {
  const app = new Hono<Env>();

  app.get('/notify/device/:token', async (c) => {
    const locale = localeOf(c);
    const t = NOTIFY_TEXTS[locale];
    const token = c.req.param('token') ?? '';
    const claims = readDeviceLink(ctx, token);
    const site = claims && (await findSite(ctx.db, claims.siteId));
    if (!site) {
      const body = html`<h1>${t.over}</h1><p>${t.deviceOverHint}</p>`;
      return sendPage(c, { locale, title: t.over, accent: null, body }, 410);
    }
    const body = html`<p class="brand">${site.name}</p><h1>${t.deviceTitle}</h1><p>${t.deviceHint(site.name)}</p>
<div id="device" data-token="${token}" data-key="${ctx.push.publicKey}"></div>
<noscript><p class="error">${t.deviceNeedsScript}</p></noscript>
<script type="module" src="/notify.js"></script>`;
    const response = await sendPage(c, { locale, title: t.deviceTitle, accent: site.accent, body });
    response.headers.set('Content-Security-Policy', POLICY);
    return response;
  });

  app.post('/api/notify/device', async (c) => {
    refuseForeignOrigin(ctx, c);
    const body = await bodyOf(c, deviceBody);
    const on = await subscribeDevice(ctx, body, { address: addressOf(ctx, c), locale: localeOf(c) });
    return c.json<DeviceAnswer>({ on });
  });

  app.post('/api/notify/device/moved', async (c) => {
    refuseForeignOrigin(ctx, c);
    const body = await bodyOf(c, movedBody);
    await ctx.pace.takeRequest(addressOf(ctx, c));
    await moveDevice(ctx, body);
    return c.body(null, 204);
  });

  return app;
}
