import { findEntriesByText } from '../../db/library.ts';
import type { SiteRow } from '../../db/schema.ts';
import { suggestForms } from '../../moderation/index.ts';
import type { AppContext } from '../context.ts';

/** Feminine, plural and verb forms of a word or phrase that the library does not hold yet. */
export async function suggestNewForms(
  ctx: AppContext,
  site: SiteRow,
  text: string,
  language: 'fr' | 'en',
): Promise<string[]> {
  const forms = suggestForms(text, language);
  const there = await findEntriesByText(ctx.db, site.id, site.library_version, forms);
  const known = new Set(there.filter(({ kind }) => kind === 'term').map((entry) => entry.text));
  return forms.filter((form) => !known.has(form.toLowerCase()));
}
