import { findSite, updateSite } from '../../db/sites.ts';
import { requireManager } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { rulesOf } from '../library/library-rules.ts';
import { viewCategories } from '../library/list-library.ts';
import { saveLibrary } from '../library/save-library.ts';
import type { Effect, LibraryCategory, LibraryRules } from '../protocol/library.ts';
import { many } from './change-library.ts';

/** Says what entries of a category do that have no effect of their own. @throws Refusal 409 */
export async function changeCategory(
  ctx: AppContext,
  actor: Actor,
  category: { name: string; effect: Effect },
): Promise<LibraryCategory> {
  requireManager(actor);
  const { version } = await saveLibrary(ctx, {
    siteId: actor.site.id,
    actorId: actor.personId,
    items: [],
    decide: async () => [],
    categories: [category],
    audit: () => many('library.category-changed', { category: category.name, effect: category.effect }),
  });
  const categories = await viewCategories(ctx, actor.site.id, version);
  return categories.find(({ name }) => name === category.name) ?? { ...category, entries: 0, forbidden: 0 };
}

/** Changes what is watched beside words and links. @throws Refusal 409 */
export async function changeLibraryRules(
  ctx: AppContext,
  actor: Actor,
  changes: Partial<LibraryRules>,
): Promise<LibraryRules> {
  requireManager(actor);
  let rules = rulesOf(actor.site);
  await saveLibrary(ctx, {
    siteId: actor.site.id,
    actorId: actor.personId,
    items: [],
    decide: async () => [],
    async also(tx) {
      // As they are now: another manager may have changed others of them.
      const before = rulesOf((await findSite(tx, actor.site.id)) ?? actor.site);
      rules = { ...before, ...changes, linkPolicy: { ...before.linkPolicy, ...changes.linkPolicy } };
      await updateSite(tx, actor.site.id, { library_rules: JSON.stringify(rules) });
    },
    audit: () => many('library.rules-changed', { fields: Object.keys(changes).join(', ') }),
  });
  return rules;
}
