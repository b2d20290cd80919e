/** Who deserves to be asked to do more, and who was asked. For managers. */
import { Hono } from 'hono';
import * as z from 'zod';
import { listOffers } from '../../../db/promotions.ts';
import { requireManager } from '../../access.ts';
import { offerPromotion, withdrawPromotion } from '../../actions/offer-promotion.ts';
import type { AppContext } from '../../context.ts';
import { LIMITS } from '../../limits.ts';
import type { Offer, RegularsAnswer } from '../../protocol/promotion.ts';
import { regularsOf } from '../../regulars.ts';
import { bodyOf, type Env, staffOf } from '../request.ts';

const offerBody = z.strictObject({
  personId: z.string().min(1).max(64),
  role: z.enum(['expert', 'moderator']),
});

export function regularRoutes(ctx: AppContext) {
  const app = new Hono<Env>();

  app.get('/regulars', async (c) => {
    const actor = await staffOf(ctx, c);
    requireManager(actor);
    const now = ctx.clock.now();
    const offers = await listOffers(ctx.db, actor.site.id, now - LIMITS.promotion.againMs);
    return c.json<RegularsAnswer>({
      regulars: await regularsOf(ctx, actor.site.id),
      offers: offers.map((row) => viewOffer(row, now)),
    });
  });

  app.post('/promotions', async (c) => {
    const { personId, role } = await bodyOf(c, offerBody);
    const { id } = await offerPromotion(ctx, await staffOf(ctx, c), personId, role);
    return c.json({ id }, 201);
  });

  app.delete('/promotions/:id', async (c) => {
    await withdrawPromotion(ctx, await staffOf(ctx, c), c.req.param('id'));
    return c.body(null, 204);
  });

  return app;
}

function viewOffer(row: Awaited<ReturnType<typeof listOffers>>[number], now: number): Offer {
  return {
    id: row.id,
    role: row.role,
    expiresAt: row.expires_at,
    personId: row.person_id,
    name: row.person_name,
    by: row.by,
    at: row.created_at,
    state: row.outcome ?? (row.expires_at <= now ? 'expired' : 'waiting'),
    endedAt: row.ended_at,
  };
}
