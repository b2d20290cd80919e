import { findEntriesByText } from '../../db/library.ts';
import type { EntryChange } from '../../db/library-changes.ts';
import { listFromVocabulary } from '../../db/library-vocabularies.ts';
import type { LibraryEntryRow } from '../../db/schema-library.ts';
import { requireManager } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { createEntryIds } from '../library/entry-ids.ts';
import { type EntryValues, newRow } from '../library/entry-values.ts';
import { saveLibrary } from '../library/save-library.ts';
import { packNamed, vocabularyDifference } from '../library/vocabularies.ts';
import type { ChangedAnswer } from '../protocol/library.ts';
import { many } from './change-library.ts';

/**
 * Takes over lines of a vocabulary: those named, or all of it. New ones come in, those no longer in it go;
 * entries the library has by other means stay as they are.
 * @throws Refusal 404, 409
 */
export async function acceptVocabulary(
  ctx: AppContext,
  actor: Actor,
  name: string,
  accept: string[] | 'all',
): Promise<ChangedAnswer> {
  requireManager(actor);
  const pack = packNamed(name);
  const gone = (await vocabularyDifference(ctx, actor.site, pack)).filter(
    ({ outcome }) => outcome === 'gone',
  );
  const texts = [...new Set([...pack.entries, ...gone].map(({ text }) => text))];
  const shipped = new Map(pack.entries.map((entry) => [entry.text, entry]));
  const by = { siteId: actor.site.id, actorId: actor.personId, at: ctx.clock.now(), vocabulary: name };
  const nextId = createEntryIds(ctx);
  const wanted = accept === 'all' ? null : new Set(accept);
  const saved = await saveLibrary(ctx, {
    ...by,
    items: wanted ? texts.filter((text) => wanted.has(text)) : texts,
    async decide(db, version, items) {
      const rows = await findEntriesByText(db, by.siteId, version, items);
      const known = new Map(rows.filter((row) => row.kind === 'term').map((row) => [row.text, row]));
      return items.flatMap((text): EntryChange[] => {
        const [before, entry] = [known.get(text), shipped.get(text)];
        if (!entry) return before?.vocabulary === name ? [{ before, after: null }] : [];
        if (!before) return [{ before: null, after: newRow(entry, { ...by, id: nextId() }) }];
        return isOfAnotherLanguage(before, entry) ? [{ before, after: { ...before, language: null } }] : [];
      });
    },
    audit: ({ added, removed }) => many('library.vocabulary-accepted', { entry: name, added, removed }),
  });
  return { changed: saved.added + saved.changed + saved.removed, version: saved.version };
}

/** Untouched, from another language's vocabulary: from now on it is meant in texts of both. */
function isOfAnotherLanguage(before: LibraryEntryRow, entry: EntryValues): boolean {
  const isUntouched = before.vocabulary !== null && before.changed_at === null;
  return isUntouched && before.language !== null && before.language !== entry.language;
}

/** Takes everything of a vocabulary out, changed or not. @throws Refusal 404, 409 */
export async function removeVocabulary(ctx: AppContext, actor: Actor, name: string): Promise<ChangedAnswer> {
  requireManager(actor);
  packNamed(name);
  const { id: siteId, library_version } = actor.site;
  const has = await listFromVocabulary(ctx.db, siteId, library_version, name);
  const saved = await saveLibrary(ctx, {
    siteId,
    actorId: actor.personId,
    items: has.map((row) => row.text),
    async decide(db, version, texts) {
      const rows = await findEntriesByText(db, siteId, version, texts);
      return rows.filter((row) => row.vocabulary === name).map((before) => ({ before, after: null }));
    },
    audit: ({ removed }) => many('library.vocabulary-removed', { entry: name, removed }),
  });
  return { changed: saved.removed, version: saved.version };
}
