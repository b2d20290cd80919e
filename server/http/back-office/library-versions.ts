/** Versions, vocabularies, categories and rules of the library, and mending it from a card. For managers. */
import { Hono } from 'hono';
import * as z from 'zod';
import { isOrderNumberPattern } from '../../../moderation/index.ts';
import { acceptVocabulary, removeVocabulary } from '../../actions/accept-vocabulary.ts';
import { changeCategory, changeLibraryRules } from '../../actions/change-library-rules.ts';
import { fixLibrary } from '../../actions/fix-library.ts';
import { restoreLibrary } from '../../actions/restore-library.ts';
import type { AppContext } from '../../context.ts';
import { rulesOf } from '../../library/library-rules.ts';
import { compareVersions, viewVersions } from '../../library/versions.ts';
import { packNamed, viewVocabularies, vocabularyDifference } from '../../library/vocabularies.ts';
import { LIMITS } from '../../limits.ts';
import type { Page } from '../../protocol/back-office.ts';
import type {
  ChangedAnswer,
  LibraryCategory,
  LibraryFixAnswer,
  LibraryRules,
  LibraryVersion,
  VersionDifference,
  VocabularyDifference,
  VocabularyRow,
} from '../../protocol/library.ts';
import { bodyOf, type Env, queryOf } from '../request.ts';
import { managerOf } from './library.ts';
import * as form from './library-forms.ts';

const versionsQuery = z.object({ after: z.coerce.number().int().positive().optional() });
const afterQuery = z.object({ after: z.string().max(200).optional() });
const acceptBody = z.strictObject({
  accept: z.union([z.literal('all'), z.array(z.string().max(LIMITS.entry.codePoints)).max(10_000)]),
});
const categoryBody = z.strictObject({ name: form.category, effect: form.effect });
const policy = z.enum(['none', 'allowed-only', 'any-but-forbidden']);
const rulesBody = z
  .strictObject({
    linkPolicy: z.strictObject({ visitor: policy, expert: policy, moderator: policy, manager: policy }),
    personalData: z.boolean(),
    orderNumber: z
      .string()
      .trim()
      .max(40)
      .refine(
        isOrderNumberPattern,
        'Write 9 for a digit and A for a letter, four at least and one of them a 9.',
      )
      .nullable(),
    repetition: z.boolean(),
    pace: z.boolean(),
    newcomerHeld: z.int().min(0).max(LIMITS.library.newcomerHeld),
    newcomerLinks: z.boolean(),
    shouting: z.boolean(),
  })
  .partial();
const fixBody = z.strictObject({
  fix: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('allow-phrase'), text: z.string().max(LIMITS.message.codePoints) }),
    z.strictObject({ kind: z.literal('whole-word'), entryId: form.id }),
    z.strictObject({ kind: z.literal('trust-author') }),
  ]),
  preview: z.boolean(),
});

export function libraryVersionRoutes(ctx: AppContext) {
  const app = new Hono<Env>();

  app.get('/library/versions', async (c) => {
    const actor = await managerOf(ctx, c);
    const { after } = queryOf(c, versionsQuery);
    return c.json<Page<LibraryVersion>>(await viewVersions(ctx, actor.site, after ?? null));
  });

  app.get('/library/versions/:from/compare/:to', async (c) => {
    const actor = await managerOf(ctx, c);
    const [from, to] = [Number(c.req.param('from')), Number(c.req.param('to'))];
    const { after = null } = queryOf(c, afterQuery);
    return c.json<Page<VersionDifference>>(await compareVersions(ctx, actor.site, { from, to, after }));
  });

  app.post('/library/versions/:version/restore', async (c) => {
    const actor = await managerOf(ctx, c);
    return c.json<ChangedAnswer>(await restoreLibrary(ctx, actor, Number(c.req.param('version'))));
  });

  app.get('/library/vocabularies', async (c) => {
    const actor = await managerOf(ctx, c);
    return c.json<{ items: VocabularyRow[] }>({ items: await viewVocabularies(ctx, actor.site) });
  });

  app.get('/library/vocabularies/:name/difference', async (c) => {
    const actor = await managerOf(ctx, c);
    const items = await vocabularyDifference(ctx, actor.site, packNamed(c.req.param('name')));
    return c.json<{ items: VocabularyDifference[] }>({ items });
  });

  app.post('/library/vocabularies/:name', async (c) => {
    const actor = await managerOf(ctx, c);
    const { accept } = await bodyOf(c, acceptBody);
    return c.json<ChangedAnswer>(await acceptVocabulary(ctx, actor, c.req.param('name'), accept));
  });

  app.delete('/library/vocabularies/:name', async (c) => {
    const actor = await managerOf(ctx, c);
    return c.json<ChangedAnswer>(await removeVocabulary(ctx, actor, c.req.param('name')));
  });

  app.put('/library/categories', async (c) => {
    const actor = await managerOf(ctx, c);
    return c.json<LibraryCategory>(await changeCategory(ctx, actor, await bodyOf(c, categoryBody)));
  });

  app.get('/library/rules', async (c) => {
    const actor = await managerOf(ctx, c);
    return c.json<LibraryRules>(rulesOf(actor.site));
  });

  app.patch('/library/rules', async (c) => {
    const actor = await managerOf(ctx, c);
    return c.json<LibraryRules>(await changeLibraryRules(ctx, actor, await bodyOf(c, rulesBody)));
  });

  app.post('/messages/:id/library-fix', async (c) => {
    const actor = await managerOf(ctx, c);
    const body = await bodyOf(c, fixBody);
    return c.json<LibraryFixAnswer>(await fixLibrary(ctx, actor, c.req.param('id'), body));
  });

  return app;
}
