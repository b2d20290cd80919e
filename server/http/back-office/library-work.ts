/** What takes long: imports, exports and backtests of the library. For managers. */
import { Hono } from 'hono';
import * as z from 'zod';
import { applyImport, dropImport } from '../../actions/import-library.ts';
import type { AppContext } from '../../context.ts';
import { badRequest } from '../../errors.ts';
import { findBacktest, startBacktest } from '../../library/backtest.ts';
import { exportLibrary } from '../../library/export-library.ts';
import { findImport, openImport } from '../../library/open-import.ts';
import { LIMITS } from '../../limits.ts';
import type { Page } from '../../protocol/back-office.ts';
import type { Backtest, ImportLine, LibraryImport } from '../../protocol/library.ts';
import { offsetOf } from '../cursor.ts';
import { bodyOf, type Env, queryOf } from '../request.ts';
import { managerOf } from './library.ts';
import * as form from './library-forms.ts';

const backtestBody = z.strictObject({
  draft: form.draft,
  days: z.int().min(1).max(LIMITS.library.backtestDays),
});
const format = z.enum(['csv', 'json']);
const importQuery = z.object({
  format,
  category: form.category.optional(),
  effect: form.effect.optional(),
});
const linesQuery = z.object({
  outcome: z.enum(['new', 'changed', 'same', 'doubtful', 'refused']).optional(),
  after: z.string().max(20).optional(),
});
const applyBody = z.strictObject({ doubtful: z.boolean() });

export function libraryWorkRoutes(ctx: AppContext) {
  const app = new Hono<Env>();

  app.post('/library/backtests', async (c) => {
    const actor = await managerOf(ctx, c);
    const { draft, days } = await bodyOf(c, backtestBody);
    return c.json({ id: await startBacktest(ctx, actor.site, draft, days) }, 202);
  });

  app.get('/library/backtests/:id', async (c) => {
    const actor = await managerOf(ctx, c);
    return c.json<Backtest>(findBacktest(ctx, actor.site.id, c.req.param('id')).view);
  });

  app.delete('/library/backtests/:id', async (c) => {
    const actor = await managerOf(ctx, c);
    findBacktest(ctx, actor.site.id, c.req.param('id')).stop = true;
    return c.body(null, 204);
  });

  app.post('/library/imports', async (c) => {
    const actor = await managerOf(ctx, c);
    const { format: what, category = 'other', effect = null } = queryOf(c, importQuery);
    const file = new Uint8Array(await c.req.arrayBuffer());
    if (file.length === 0) throw badRequest('The file is empty.');
    const { view } = openImport(ctx, actor.site, file, { format: what, category, effect });
    return c.json({ id: view.id }, 202);
  });

  app.get('/library/imports/:id', async (c) => {
    const actor = await managerOf(ctx, c);
    return c.json<LibraryImport>(findImport(ctx, actor.site.id, c.req.param('id')).view);
  });

  app.get('/library/imports/:id/lines', async (c) => {
    const actor = await managerOf(ctx, c);
    const { outcome, after } = queryOf(c, linesQuery);
    const { lines } = findImport(ctx, actor.site.id, c.req.param('id'));
    const wanted = outcome ? lines.filter((line) => line.outcome === outcome) : lines;
    const from = offsetOf(after);
    const page = wanted.slice(from, from + LIMITS.backOffice.page);
    const isLast = from + page.length >= wanted.length;
    return c.json<Page<ImportLine>>({
      items: page.map(({ entry, given, ...line }) => line),
      next: isLast ? null : String(from + page.length),
    });
  });

  app.post('/library/imports/:id/apply', async (c) => {
    const actor = await managerOf(ctx, c);
    const { doubtful } = await bodyOf(c, applyBody);
    applyImport(ctx, actor, c.req.param('id'), doubtful);
    return c.body(null, 202);
  });

  app.delete('/library/imports/:id', async (c) => {
    dropImport(ctx, await managerOf(ctx, c), c.req.param('id'));
    return c.body(null, 204);
  });

  app.get('/library/export', async (c) => {
    const actor = await managerOf(ctx, c);
    const { format: what } = queryOf(c, z.object({ format }));
    c.header('Content-Type', what === 'csv' ? 'text/csv; charset=utf-8' : 'application/json');
    c.header('Content-Disposition', `attachment; filename="library-${actor.site.id}.${what}"`);
    return c.body(exportLibrary(ctx, actor.site, what));
  });

  return app;
}
