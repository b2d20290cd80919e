/** A shop's page says, in the shop's words, who looks at it. */
import { Hono } from 'hono';
import * as z from 'zod';
import { identifyCustomer } from '../actions/identify-customer.ts';
import { authenticate } from '../authenticate.ts';
import type { AppContext } from '../context.ts';
import { LIMITS } from '../limits.ts';
import type { IdentifyAnswer } from '../protocol/identity.ts';
import { meView } from '../realtime/rights.ts';
import { addressOf, bearerOf, bodyOf, type Env } from './request.ts';
import { siteCors } from './site-cors.ts';

const identifyBody = z.strictObject({
  site: z.string().min(1).max(64),
  identity: z.string().min(1).max(LIMITS.identity.bytes),
});

export function identifyRoutes(ctx: AppContext) {
  const app = new Hono<Env>();
  app.use('/identify', siteCors(ctx));

  app.post('/identify', async (c) => {
    const { site, identity } = await bodyOf(c, identifyBody);
    const address = addressOf(ctx, c);
    const token = await identifyCustomer(ctx, { siteId: site, identity, token: bearerOf(c), address });
    return c.json<IdentifyAnswer>({ token, me: meView(await authenticate(ctx, site, { token }, address)) });
  });

  return app;
}
