import { findEntriesByText } from '../../db/library.ts';
import { listEverTaken, listFromVocabulary } from '../../db/library-vocabularies.ts';
import type { SiteRow } from '../../db/schema.ts';
import { vocabularyNames } from '../../moderation/index.ts';
import type { AppContext } from '../context.ts';
import { notFound } from '../errors.ts';
import type { VocabularyDifference, VocabularyRow } from '../protocol/library.ts';
import { type VocabularyPack, vocabularyPack } from './vocabulary-packs.ts';

/** The starter vocabularies, and how each compares with what the library has of it. */
export async function viewVocabularies(ctx: AppContext, site: SiteRow): Promise<VocabularyRow[]> {
  const packs = vocabularyNames().map((name) => packNamed(name));
  return await Promise.all(packs.map((pack) => viewVocabulary(ctx, site, pack)));
}

async function viewVocabulary(ctx: AppContext, site: SiteRow, pack: VocabularyPack): Promise<VocabularyRow> {
  const has = await listFromVocabulary(ctx.db, site.id, site.library_version, pack.name);
  const { name, language, version, licence, entries } = pack;
  return {
    name,
    language,
    version,
    installed: has.length > 0 ? version : null,
    entries: entries.length,
    licence,
    differences: has.length > 0 ? (await vocabularyDifference(ctx, site, pack)).length : 0,
  };
}

/** @throws Refusal 404 */
export function packNamed(name: string): VocabularyPack {
  const pack = vocabularyPack(name);
  if (!pack) throw notFound();
  return pack;
}

/**
 * What a manager may accept line by line: entries of the pack that this library never had, and entries it has
 * from an earlier pack that are no longer in it. What they changed or took out themselves is left alone.
 */
export async function vocabularyDifference(
  ctx: AppContext,
  { id: siteId, library_version: version }: SiteRow,
  pack: VocabularyPack,
): Promise<VocabularyDifference[]> {
  const has = await listFromVocabulary(ctx.db, siteId, version, pack.name);
  const ever = new Set(has.length > 0 ? await listEverTaken(ctx.db, siteId, pack.name) : []);
  const fresh = pack.entries.filter((entry) => !ever.has(entry.text));
  const texts = fresh.map((entry) => entry.text);
  const others = await findEntriesByText(ctx.db, siteId, version, texts);
  const own = new Set(others.filter((row) => row.kind === 'term').map((row) => row.text));
  const shipped = new Set(pack.entries.map((entry) => entry.text));
  return [
    ...fresh
      .filter((entry) => !own.has(entry.text))
      .map(({ text, category }) => ({ text, outcome: 'new' as const, category })),
    ...has
      .filter((row) => !shipped.has(row.text) && row.changed_at === null)
      .map(({ text, category }) => ({ text, outcome: 'gone' as const, category })),
  ];
}
