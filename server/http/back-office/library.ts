/** The library of forbidden and allowed terms and links: its entries, and trying them. For managers. */
import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { requireManager } from '../../access.ts';
import {
  addLibraryEntries,
  changeLibraryEntries,
  removeLibraryEntries,
} from '../../actions/change-library.ts';
import type { Actor } from '../../actor.ts';
import type { AppContext } from '../../context.ts';
import { checkEntries } from '../../library/check-entries.ts';
import { viewEntry } from '../../library/entry-values.ts';
import { viewLibrary } from '../../library/list-library.ts';
import { suggestNewForms } from '../../library/suggest-new-forms.ts';
import { tryText } from '../../library/try-text.ts';
import { LIMITS } from '../../limits.ts';
import type {
  AddedAnswer,
  ChangedAnswer,
  CheckAnswer,
  LibraryAnswer,
  SuggestionsAnswer,
  TryAnswer,
} from '../../protocol/library.ts';
import { bodyOf, type Env, queryOf, staffOf } from '../request.ts';
import * as form from './library-forms.ts';

const listQuery = z.object({
  kind: form.kind.optional(),
  listing: form.listing.optional(),
  category: form.category.optional(),
  effect: form.effect.optional(),
  from: z.string().min(1).max(40).optional(),
  q: z.string().max(200).optional(),
  sort: z.enum(['recent', 'text', 'hits', 'overturned']).optional(),
  after: z.string().max(2000).optional(),
});
const entriesBody = z.strictObject({ entries: form.entries });
const changeBody = z.strictObject({ ids: form.ids, change: form.entryChange });
const idsBody = z.strictObject({ ids: form.ids });
const suggestionsQuery = z.object({
  text: z.string().trim().min(1).max(LIMITS.entry.codePoints),
  language: z.enum(['fr', 'en']),
});
const tryBody = z.strictObject({
  text: z.string().max(LIMITS.message.codePoints * 2),
  role: form.role,
  language: form.language.nullable().optional(),
  draft: form.draft.optional(),
});

export function libraryRoutes(ctx: AppContext) {
  const app = new Hono<Env>();

  app.get('/library', async (c) => {
    const actor = await managerOf(ctx, c);
    return c.json<LibraryAnswer>(await viewLibrary(ctx, actor, queryOf(c, listQuery)));
  });

  app.post('/library/entries', async (c) => {
    const actor = await managerOf(ctx, c);
    const { entries } = await bodyOf(c, entriesBody);
    const { added, ...rest } = await addLibraryEntries(ctx, actor, entries);
    const named = { added_by_name: actor.person?.name ?? null, changed_by_name: null };
    return c.json<AddedAnswer>({ added: added.map((row) => viewEntry({ ...row, ...named })), ...rest }, 201);
  });

  app.patch('/library/entries', async (c) => {
    const actor = await managerOf(ctx, c);
    const { ids, change } = await bodyOf(c, changeBody);
    return c.json<ChangedAnswer>(await changeLibraryEntries(ctx, actor, ids, change));
  });

  app.post('/library/entries/remove', async (c) => {
    const actor = await managerOf(ctx, c);
    const { ids } = await bodyOf(c, idsBody);
    return c.json<ChangedAnswer>(await removeLibraryEntries(ctx, actor, ids));
  });

  app.post('/library/check', async (c) => {
    const actor = await managerOf(ctx, c);
    const { entries } = await bodyOf(c, entriesBody);
    return c.json<CheckAnswer>({ warnings: await checkEntries(ctx, actor.site, entries) });
  });

  app.get('/library/suggestions', async (c) => {
    const actor = await managerOf(ctx, c);
    const { text, language } = queryOf(c, suggestionsQuery);
    return c.json<SuggestionsAnswer>({ forms: await suggestNewForms(ctx, actor.site, text, language) });
  });

  app.post('/library/try', async (c) => {
    const actor = await managerOf(ctx, c);
    return c.json<TryAnswer>(await tryText(ctx, actor.site, await bodyOf(c, tryBody)));
  });

  return app;
}

/** @throws Refusal 401, 403 to moderators, 404 to anybody else: before anything they sent is read */
export async function managerOf(ctx: AppContext, c: Context<Env>): Promise<Actor> {
  const actor = await staffOf(ctx, c);
  requireManager(actor);
  return actor;
}
