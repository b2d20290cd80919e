import { addAuditEntry } from '../../db/audit-log.ts';
import { type Tx, transaction } from '../../db/database.ts';
import { deleteEntry, findEntry, insertEntry, raiseLibraryVersion } from '../../db/library.ts';
import type { LibraryEntryRow } from '../../db/schema.ts';
import { requireManager } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { conflict, notFound, Refusal } from '../errors.ts';
import type { NewLibraryEntry } from '../protocol/back-office.ts';

/** Adds a term or a link; in force for the next message. @throws Refusal 409 already there, 422 matches too much. */
export async function addLibraryEntry(
  ctx: AppContext,
  actor: Actor,
  entry: NewLibraryEntry,
): Promise<LibraryEntryRow> {
  requireManager(actor);
  const row: LibraryEntryRow = {
    ...entry,
    id: ctx.random.id(),
    site_id: actor.site.id,
    text: decideText(entry),
    vocabulary: null,
    added_by: actor.personId,
    added_at: ctx.clock.now(),
  };
  await transaction(ctx.db, async (tx) => {
    if (!(await insertEntry(tx, row))) throw conflict(`“${row.text}” is in the library already.`);
    await auditChange(ctx, actor, tx, 'library.entry-added', row);
  });
  return row;
}

export async function removeLibraryEntry(ctx: AppContext, actor: Actor, id: string): Promise<void> {
  requireManager(actor);
  await transaction(ctx.db, async (tx) => {
    const row = await findEntry(tx, actor.site.id, id);
    if (!row) throw notFound();
    await deleteEntry(tx, actor.site.id, id);
    await auditChange(ctx, actor, tx, 'library.entry-removed', row);
  });
}

/** One letter or no letter at all would hold half of what is written. */
function decideText(entry: NewLibraryEntry): string {
  const text = entry.text.trim().replace(/\s+/gu, ' ').toLowerCase();
  if (entry.kind === 'term' && (text.match(/[\p{L}\p{N}]/gu)?.length ?? 0) < 2) {
    throw new Refusal(422, 'too-short', 'A term needs two letters or digits at least.');
  }
  if (entry.kind === 'term') return text;
  const host = text
    .replace(/^[a-z]+:\/\//, '')
    .replace(/^www\./, '')
    .replace(/\/+$/, '');
  if (!/^[^\s/@]+\.[^\s/@.]{2,}(\/\S*)?$/u.test(host)) {
    throw new Refusal(
      422,
      'not-a-link',
      'Write a domain, such as example.com, or a domain with the start of a path.',
    );
  }
  return host;
}

async function auditChange(
  ctx: AppContext,
  actor: Actor,
  tx: Tx,
  act: string,
  row: LibraryEntryRow,
): Promise<void> {
  const siteId = actor.site.id;
  const version = await raiseLibraryVersion(tx, siteId);
  await addAuditEntry(tx, {
    siteId,
    actorId: actor.personId,
    act,
    targetKind: row.kind,
    targetId: row.id,
    reason: row.note,
    details: { entry: row.text, listing: row.listing, effect: row.effect, category: row.category, version },
    at: ctx.clock.now(),
  });
  tx.onCommit(() => ctx.broker.publish({ topic: 'back-office', siteId, changed: ['library', 'audit-log'] }));
}
