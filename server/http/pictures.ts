/** Members' pictures, for `<img>` on any page that shows the chat. */
import { Hono } from 'hono';
import * as z from 'zod';
import { findPicture } from '../../db/pictures.ts';
import type { AppContext } from '../context.ts';
import { notFound } from '../errors.ts';
import { type Env, queryOf } from './request.ts';

const query = z.object({ size: z.enum(['64']).optional() });

/** GET /pictures/ID: 256 pixels; with `?size=64` the small one. Bytes of one id never change. */
export function pictureRoutes(ctx: AppContext) {
  const app = new Hono<Env>();

  app.get('/pictures/:id', async (c) => {
    const { size } = queryOf(c, query);
    const bytes = await findPicture(ctx.db, c.req.param('id'), size ? 'small' : 'large');
    if (!bytes) throw notFound();
    c.header('Cache-Control', 'public, max-age=31536000, immutable');
    c.header('Content-Security-Policy', "default-src 'none'; sandbox");
    c.header('Cross-Origin-Resource-Policy', 'cross-origin');
    c.header('X-Content-Type-Options', 'nosniff');
    return c.body(new Uint8Array(bytes), 200, { 'Content-Type': 'image/webp' });
  });

  return app;
}
