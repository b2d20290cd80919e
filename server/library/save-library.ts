import { addAuditEntry } from '../../db/audit-log.ts';
import { type Reader, type Tx, transaction } from '../../db/database.ts';
import { findEntriesByText } from '../../db/library.ts';
import { writeCategories } from '../../db/library-categories.ts';
import {
  abandonChange,
  beginChange,
  type EntryChange,
  putInForce,
  writeEntries,
} from '../../db/library-changes.ts';
import type { EffectValue } from '../../db/schema.ts';
import type { AppContext } from '../context.ts';
import { conflict } from '../errors.ts';
import { everybodyElse } from '../slices.ts';
import { busy, holdFrom, holdLibrary, takeBack, takeBackCutShort } from './hold-library.ts';

/** More than this is written in several transactions, so that nobody waits for all of it. */
const SLICE = 200;
const TEXTS = 5;

export type Saved = { version: number; added: number; changed: number; removed: number; texts: string[] };

export type LibraryChange<Item> = {
  siteId: string;
  /** null = the system */
  actorId: string | null;
  /** What is to be changed, at most once each. */
  items: Item[];
  /** What some of the items become, read from the library as it stands in `version`. */
  decide(db: Reader, version: number, items: Item[]): Promise<EntryChange[]>;
  categories?: { name: string; effect: EffectValue }[];
  /** Whatever else is in force with the new version. */
  also?(tx: Tx): Promise<void>;
  audit(saved: Saved): AuditLine;
  onProgress?(done: number): void;
};
export type AuditLine = {
  act: string;
  targetKind: string;
  targetId: string | null;
  reason: string | null;
  details: Record<string, string | number | boolean | null>;
};

/**
 * Makes one new version of the library, in force at once for everybody, with one audit log entry. What
 * changes nothing makes no version.
 * @throws Refusal 409 while another large change is being saved
 */
export async function saveLibrary<Item>(
  ctx: AppContext,
  change: LibraryChange<Item>,
): Promise<Saved & { auditId: number | null }> {
  await takeBackCutShort(ctx, change.siteId);
  return change.items.length <= SLICE ? await saveAtOnce(ctx, change) : await saveInSlices(ctx, change);
}

async function saveAtOnce<Item>(ctx: AppContext, change: LibraryChange<Item>) {
  return await transaction(ctx.db, async (tx) => {
    const version = await begin(ctx, tx, change.siteId, null);
    const entries = await change.decide(tx, version, change.items);
    await write(tx, change.siteId, version + 1, entries);
    return await finish(ctx, tx, change, count(nothing(version), entries));
  });
}

async function saveInSlices<Item>(ctx: AppContext, change: LibraryChange<Item>) {
  const { siteId, items } = change;
  const until = holdFrom(ctx);
  const version = await transaction(ctx.db, (tx) => begin(ctx, tx, siteId, until));
  const hold = holdLibrary(ctx, siteId, until);
  try {
    let saved = nothing(version);
    for (let at = 0; at < items.length; at += SLICE) {
      // Read where it is written: what is counted in between would be lost.
      const entries = await hold.whileOurs(async (tx) => {
        const decided = await change.decide(tx, version, items.slice(at, at + SLICE));
        await write(tx, siteId, version + 1, decided);
        return decided;
      });
      saved = count(saved, entries);
      change.onProgress?.(Math.min(at + SLICE, items.length));
      await everybodyElse();
    }
    return await hold.whileOurs((tx) => finish(ctx, tx, change, saved));
  } catch (error) {
    await takeBack(hold, version);
    throw error;
  }
}

async function write(tx: Tx, siteId: string, version: number, entries: EntryChange[]): Promise<void> {
  await refuseTwice(tx, siteId, version, entries);
  await writeEntries(tx, siteId, version, entries);
}

/** @throws Refusal 409 when an entry would get a text that another one has */
async function refuseTwice(tx: Tx, siteId: string, version: number, entries: EntryChange[]): Promise<void> {
  const renamed = entries.flatMap(({ before, after }) =>
    before && after && before.text !== after.text ? [after] : [],
  );
  if (renamed.length === 0) return;
  const texts = renamed.map(({ text }) => text);
  const closed = new Set(entries.map(({ before }) => before?.id));
  const there = (await findEntriesByText(tx, siteId, version, texts)).filter(({ id }) => !closed.has(id));
  const opened = entries.flatMap(({ after }) => (after ? [after] : []));
  const keys = [...there, ...opened].map(({ kind, text }) => `${kind} ${text}`);
  if (new Set(keys).size < keys.length) throw conflict('The library has this already.');
}

async function begin(ctx: AppContext, tx: Tx, siteId: string, until: number | null): Promise<number> {
  const version = await beginChange(tx, siteId, { now: ctx.clock.now(), until });
  if (version === null) throw busy();
  return version;
}

const nothing = (version: number): Saved => ({ version, added: 0, changed: 0, removed: 0, texts: [] });

function count(saved: Saved, entries: EntryChange[]): Saved {
  return {
    version: saved.version,
    added: saved.added + entries.filter((entry) => !entry.before).length,
    changed: saved.changed + entries.filter((entry) => entry.before && entry.after).length,
    removed: saved.removed + entries.filter((entry) => !entry.after).length,
    texts: [...saved.texts, ...entries.map((entry) => (entry.after ?? entry.before)?.text ?? '')].slice(
      0,
      TEXTS,
    ),
  };
}

async function finish<Item>(ctx: AppContext, tx: Tx, change: LibraryChange<Item>, saved: Saved) {
  const { siteId, actorId, categories = [], also } = change;
  const isNothing = saved.added + saved.changed + saved.removed + categories.length === 0 && !also;
  if (isNothing) {
    await abandonChange(tx, siteId, saved.version);
    return { ...saved, auditId: null };
  }
  const made = { ...saved, version: saved.version + 1 };
  const at = ctx.clock.now();
  await writeCategories(tx, siteId, made.version, categories);
  await also?.(tx);
  const { texts, ...counts } = made;
  await putInForce(tx, {
    site_id: siteId,
    created_at: at,
    actor_id: actorId,
    ...counts,
    texts: JSON.stringify(texts),
  });
  const line = change.audit(made);
  const details = { ...line.details, version: made.version };
  const auditId = await addAuditEntry(tx, { siteId, actorId, at, ...line, details });
  tx.onCommit(() => ctx.broker.publish({ topic: 'back-office', siteId, changed: ['library', 'audit-log'] }));
  return { ...made, auditId };
}
