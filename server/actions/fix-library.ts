import { findEntries, findEntriesByText } from '../../db/library.ts';
import type { EntryChange } from '../../db/library-changes.ts';
import type { MessageWithAuthor } from '../../db/messages.ts';
import { accessMessage, requireManager } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { conflict } from '../errors.ts';
import { changedRow, completeEntry, newRow } from '../library/entry-values.ts';
import { refuseEntries } from '../library/entry-warnings.ts';
import { allowedPhrase, entryToMend, previewFix, wholeWord } from '../library/preview-fix.ts';
import { saveLibrary } from '../library/save-library.ts';
import type { LibraryFix, LibraryFixAnswer } from '../protocol/library.ts';
import { changeTrust } from './change-trust.ts';

/**
 * Mends the rule that held a message wrongly; the message stays held until somebody releases it. With
 * `preview` nothing changes and only the effect is told.
 * @throws Refusal 404 for a message that is not there, 409 for one not held or a fix made already, 422
 */
export async function fixLibrary(
  ctx: AppContext,
  actor: Actor,
  messageId: string,
  { fix, preview }: { fix: LibraryFix; preview: boolean },
): Promise<LibraryFixAnswer> {
  requireManager(actor);
  const { message } = await accessMessage(ctx, actor, messageId);
  if (message.state !== 'held') throw conflict('This message is not held any more.');
  const effect = await previewFix(ctx, actor, message, fix);
  const undo = preview ? null : String(await applyFix(ctx, actor, message, fix));
  return { ...effect, undo };
}

async function applyFix(
  ctx: AppContext,
  actor: Actor,
  message: MessageWithAuthor,
  fix: LibraryFix,
): Promise<number> {
  if (fix.kind === 'trust-author') return await changeTrust(ctx, actor, message.author_id, true);
  const by = { siteId: actor.site.id, actorId: actor.personId, at: ctx.clock.now(), vocabulary: null };
  const change = await entryChange(ctx, actor, fix, by);
  const { auditId } = await saveLibrary(ctx, {
    ...by,
    items: [change],
    decide: async (db, version, items) => {
      const mended = items.flatMap(({ before }) => (before ? [before] : []));
      const ids = mended.map(({ id }) => id);
      const current = await findEntries(db, by.siteId, version, ids);
      const sinceWhen = new Map(current.map((row) => [row.id, row.since_version]));
      if (mended.some((row) => row.since_version !== sinceWhen.get(row.id))) {
        throw conflict('This entry was changed meanwhile. Look at it again.');
      }
      const texts = items.flatMap(({ after }) => (after ? [after.text] : []));
      const there = (await findEntriesByText(db, by.siteId, version, texts)).filter(
        (row) => row.kind === 'term',
      );
      const isTaken = items.some(({ before, after }) =>
        there.some((row) => row.text === after?.text && row.id !== before?.id),
      );
      if (isTaken) throw conflict('The library has this already.');
      return items;
    },
    audit: () => ({
      act: fix.kind === 'allow-phrase' ? 'library.phrase-allowed' : 'library.whole-word-only',
      targetKind: 'term',
      targetId: (change.after ?? change.before)?.id ?? null,
      reason: null,
      details: { entry: change.after?.text ?? null, message: message.id },
    }),
  });
  if (auditId === null) throw conflict('The library says so already.');
  return auditId;
}

type By = { siteId: string; actorId: string; at: number; vocabulary: null };

async function entryChange(
  ctx: AppContext,
  actor: Actor,
  fix: Exclude<LibraryFix, { kind: 'trust-author' }>,
  by: By,
): Promise<EntryChange> {
  if (fix.kind === 'whole-word') {
    const before = await entryToMend(ctx, actor, fix.entryId);
    return { before, after: changedRow(before, wholeWord(before), by) };
  }
  const values = completeEntry(allowedPhrase(fix.text));
  refuseEntries(actor.site, [values]);
  return { before: null, after: newRow(values, { ...by, id: ctx.random.id() }) };
}
