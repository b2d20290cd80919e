/** Somebody who is asked to become a member answers from the shop's page. */
import { Hono } from 'hono';
import * as z from 'zod';
import { acceptPromotion, declinePromotion, openOffer } from '../actions/answer-promotion.ts';
import type { AppContext } from '../context.ts';
import { houseRulesOf } from '../house-rules.ts';
import { LIMITS } from '../limits.ts';
import type { AcceptAnswer, OfferDetails } from '../protocol/promotion.ts';
import { actorOf, bodyOf, type Env, queryOf } from './request.ts';
import { siteCors } from './site-cors.ts';

const site = z.string().min(1).max(64);
const ofSite = z.strictObject({ site });
const detailsQuery = z.object({ site, locale: z.enum(['fr', 'en']).optional() });
const acceptBody = z.strictObject({
  site,
  name: z.string().max(LIMITS.name.codePoints),
  email: z.union([z.email('This is not an e-mail address.').max(254), z.literal('')]),
  code: z.string().max(20).nullable(),
  rules: z.string().max(64).nullable(),
});

export function promotionRoutes(ctx: AppContext) {
  const app = new Hono<Env>();
  app.use('/promotions/*', siteCors(ctx));

  app.get('/promotions/:id', async (c) => {
    const query = queryOf(c, detailsQuery);
    const actor = await actorOf(ctx, c, query.site);
    const { offer, person } = await openOffer(ctx, actor, c.req.param('id'));
    return c.json<OfferDetails>({
      siteName: actor.site.name,
      role: offer.role,
      name: person.name,
      hasAccount: person.account_id !== null,
      provesEmail: ctx.mailer.configured,
      rules: houseRulesOf(actor.site, query.locale ?? actor.site.locale),
    });
  });

  app.post('/promotions/:id/accept', async (c) => {
    const { site, ...joining } = await bodyOf(c, acceptBody);
    const actor = await actorOf(ctx, c, site);
    return c.json<AcceptAnswer>(await acceptPromotion(ctx, actor, c.req.param('id'), joining));
  });

  app.post('/promotions/:id/decline', async (c) => {
    const { site } = await bodyOf(c, ofSite);
    await declinePromotion(ctx, await actorOf(ctx, c, site), c.req.param('id'));
    return c.body(null, 204);
  });

  return app;
}
