/** Blocked addresses. For managers. */
import { Hono } from 'hono';
import * as z from 'zod';
import { listBlocks } from '../../../db/address-blocks.ts';
import { requireManager } from '../../access.ts';
import { blockAddress, previewBlock, unblockAddress } from '../../actions/block-address.ts';
import type { AppContext } from '../../context.ts';
import { LIMITS } from '../../limits.ts';
import type { AddressBlock, BlockPreview, Page } from '../../protocol/back-office.ts';
import type { Hub } from '../../realtime/hub.ts';
import { bodyOf, type Env, queryOf, staffOf } from '../request.ts';

/** An hour to ten years, null = until it is lifted. */
export const expiresInHours = z.number().positive().max(87_600).nullable();
const range = z.string().trim().min(1).max(64);
const blockBody = z.strictObject({
  range,
  reason: z.string().trim().min(1).max(LIMITS.reason.codePoints),
  expiresInHours,
});
const previewQuery = z.object({ range });

export function blockRoutes(ctx: AppContext, hub: Hub) {
  const app = new Hono<Env>();

  app.get('/blocks', async (c) => {
    const actor = await staffOf(ctx, c);
    requireManager(actor);
    const rows = await listBlocks(ctx.db, actor.site.id, ctx.clock.now());
    const items = rows.map((row) => ({
      id: row.id,
      range: row.range,
      reason: row.reason,
      by: row.by ?? '',
      at: row.created_at,
      expiresAt: row.expires_at,
    }));
    return c.json<Page<AddressBlock>>({ items, next: null });
  });

  app.get('/blocks/preview', async (c) => {
    const actor = await staffOf(ctx, c);
    const wanted = queryOf(c, previewQuery).range;
    return c.json<BlockPreview>(await previewBlock(ctx, actor, wanted, hub.addresses(actor.site.id)));
  });

  app.post('/blocks', async (c) => {
    const blocking = await bodyOf(c, blockBody);
    return c.json({ id: await blockAddress(ctx, await staffOf(ctx, c), blocking) }, 201);
  });

  app.delete('/blocks/:id', async (c) => {
    await unblockAddress(ctx, await staffOf(ctx, c), c.req.param('id'));
    return c.body(null, 204);
  });

  return app;
}
