/** The library of forbidden and allowed terms and links. */
import { Hono } from 'hono';
import * as z from 'zod';
import { type LibraryFilter, listCategories, listLibrary } from '../../../db/library.ts';
import { requireManager } from '../../access.ts';
import { addLibraryEntry, removeLibraryEntry } from '../../actions/change-library.ts';
import type { AppContext } from '../../context.ts';
import { LIMITS } from '../../limits.ts';
import type { LibraryAnswer, LibraryEntry, TryAnswer } from '../../protocol/back-office.ts';
import { offsetOf } from '../cursor.ts';
import { bodyOf, type Env, queryOf, staffOf } from '../request.ts';

const kind = z.enum(['term', 'link']);
const listing = z.enum(['forbidden', 'allowed']);
const listQuery = z.object({
  kind: kind.optional(),
  listing: listing.optional(),
  q: z.string().max(200).optional(),
  after: z.string().max(20).optional(),
});
const entryBody = z.strictObject({
  kind,
  listing,
  text: z.string().trim().min(1).max(LIMITS.entry.codePoints),
  category: z.string().trim().min(1).max(60),
  effect: z.enum(['hold', 'reject', 'flag']),
  note: z.string().max(LIMITS.note.codePoints).nullable(),
});
const tryBody = z.strictObject({
  text: z.string().max(LIMITS.message.codePoints * 2),
  role: z.enum(['visitor', 'expert', 'moderator', 'manager']),
});

export function libraryRoutes(ctx: AppContext) {
  const app = new Hono<Env>();

  app.get('/library', async (c) => {
    const actor = await staffOf(ctx, c);
    requireManager(actor);
    const query = queryOf(c, listQuery);
    const offset = offsetOf(query.after);
    const filter: LibraryFilter = {
      kind: query.kind ?? null,
      listing: query.listing ?? null,
      q: query.q?.trim() || null,
      offset,
      limit: LIMITS.backOffice.page,
    };
    const { items, total } = await listLibrary(ctx.db, actor.site.id, filter);
    const seen = offset + items.length;
    return c.json<LibraryAnswer>({
      items: items.map((row) => viewEntry(row, row.added_by_name)),
      next: seen < total ? String(seen) : null,
      version: actor.site.library_version,
      total,
      categories: await listCategories(ctx.db, actor.site.id),
    });
  });

  app.post('/library/entries', async (c) => {
    const entry = await bodyOf(c, entryBody);
    const actor = await staffOf(ctx, c);
    return c.json<LibraryEntry>(
      viewEntry(await addLibraryEntry(ctx, actor, entry), actor.person?.name ?? null),
      201,
    );
  });

  app.delete('/library/entries/:id', async (c) => {
    await removeLibraryEntry(ctx, await staffOf(ctx, c), c.req.param('id'));
    return c.body(null, 204);
  });

  app.post('/library/try', async (c) => {
    const { text, role } = await bodyOf(c, tryBody);
    const actor = await staffOf(ctx, c);
    requireManager(actor);
    const filter = await ctx.filterOf(actor.site.id);
    const verdict = filter.judge({ text, author: { role }, history: [], now: ctx.clock.now() });
    const reasons = verdict.reasons.map(({ kind: what, category, entry, spans }) => ({
      kind: what,
      category,
      entry,
      spans,
    }));
    return c.json<TryAnswer>({ verdict: verdict.effect, reasons, version: verdict.libraryVersion });
  });

  return app;
}

type Row = Awaited<ReturnType<typeof addLibraryEntry>>;

function viewEntry(row: Row, addedBy: string | null): LibraryEntry {
  const { id, kind: what, listing: listed, text, category, effect, note, vocabulary } = row;
  return {
    id,
    kind: what,
    listing: listed,
    text,
    category,
    effect,
    note,
    vocabulary,
    addedBy,
    addedAt: row.added_at,
  };
}
