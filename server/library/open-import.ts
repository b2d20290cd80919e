import { findEntriesByText, listAllowed } from '../../db/library.ts';
import type { SiteRow } from '../../db/schema.ts';
import type { AppContext } from '../context.ts';
import { conflict, notFound } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import type { Effect, ImportLine, ImportOutcome, LibraryImport } from '../protocol/library.ts';
import { createSlices } from '../slices.ts';
import { isCommonWord } from './common-words.ts';
import { decodeFile } from './decode-file.ts';
import { changedEntry, completeEntry, type EntryValues, sameValues, valuesOf } from './entry-values.ts';
import { refusedFor, siteDomains } from './entry-warnings.ts';
import { frequentEntries } from './frequent-entries.ts';
import { type FileEntry, readCsv, readJson, UnreadableFile } from './read-file.ts';

/** What a line of the file says, once it can be saved. `given` is all that an entry already there takes over. */
export type ReadLine = ImportLine & { entry: EntryValues; given: FileEntry['given'] };

/** A file that was sent, read in memory until it is saved or put aside. */
export type OpenImport = {
  siteId: string;
  startedAt: number;
  view: LibraryImport;
  lines: ReadLine[];
  stop: boolean;
};

export type ImportOptions = { format: 'csv' | 'json'; category: string; effect: Effect | null };

/**
 * Reads a file in the background: what each of its lines would do, and what cannot be read.
 * @throws Refusal 409 while another import of this site is being read or saved
 */
export function openImport(
  ctx: AppContext,
  site: SiteRow,
  file: Uint8Array,
  options: ImportOptions,
): OpenImport {
  const { imports } = ctx.libraryWork;
  for (const [id, other] of imports) {
    const isOld = other.startedAt < ctx.clock.now() - LIMITS.library.keptMs;
    if (other.siteId !== site.id && !isOld) continue;
    if (!isBusy(other)) imports.delete(id);
    else if (other.siteId === site.id) throw conflict('Another import is under way. Wait until it is done.');
  }
  const counts = { new: 0, changed: 0, same: 0, doubtful: 0, refused: 0 };
  const view: LibraryImport = {
    id: ctx.random.id(),
    state: 'reading',
    done: 0,
    total: 0,
    counts,
    version: null,
    problem: null,
  };
  const opened: OpenImport = { siteId: site.id, startedAt: ctx.clock.now(), view, lines: [], stop: false };
  imports.set(view.id, opened);
  setTimeout(() => isBusy(opened) || imports.delete(view.id), LIMITS.library.keptMs).unref();
  void read(ctx, site, opened, file, options).catch((error) => fail(ctx, opened, error));
  return opened;
}

export const isBusy = ({ view }: OpenImport) => view.state === 'reading' || view.state === 'saving';

/** @throws Refusal 404 for another site's, too */
export function findImport(ctx: AppContext, siteId: string, id: string): OpenImport {
  const found = ctx.libraryWork.imports.get(id);
  if (found?.siteId !== siteId) throw notFound();
  return found;
}

export function fail(ctx: AppContext, opened: OpenImport, error: unknown): void {
  const { view, siteId } = opened;
  opened.lines = [];
  view.state = 'failed';
  if (error instanceof UnreadableFile) {
    view.problem = error.problem;
    return;
  }
  ctx.log.error({ err: error, siteId }, 'an import failed');
  view.problem = 'failed';
}

async function read(
  ctx: AppContext,
  site: SiteRow,
  opened: OpenImport,
  file: Uint8Array,
  options: ImportOptions,
): Promise<void> {
  const { view, lines } = opened;
  const text = await decodeFile(file);
  const domains = siteDomains(site);
  view.total = await countLines(text);
  const seen = new Set<string>();
  const slice = createSlices();
  for (const batch of options.format === 'csv' ? readCsv(text) : readJson(text)) {
    if (opened.stop) return;
    await slice();
    if (batch.length === 0) continue;
    const said = batch.map((entry) => completeLine(entry, options));
    const known = await valuesByKey(ctx, site, said);
    for (const line of said) {
      const judged = judgeLine(line, { known, seen, domains });
      lines.push(judged);
      view.counts[judged.outcome] += 1;
    }
    if (lines.length > LIMITS.library.importLines) throw tooManyLines();
    view.done = batch.at(-1)?.line ?? view.done;
  }
  await doubtFrequent(ctx, site, opened);
  view.done = view.total;
  view.state = 'read';
}

/** New entries that would have stopped much of what people wrote lately want a second look. */
async function doubtFrequent(ctx: AppContext, site: SiteRow, { lines, view }: OpenImport): Promise<void> {
  const fresh = lines.filter((line) => line.outcome === 'new' && line.entry.listing === 'forbidden');
  const allowed = (await listAllowed(ctx.db, site.id, site.library_version)).map(valuesOf);
  const entries = fresh.map((line) => line.entry);
  const frequent = await frequentEntries(ctx, site, entries, allowed);
  for (const line of fresh) {
    if (!frequent.has(keyOf(line.entry))) continue;
    Object.assign(line, { outcome: 'doubtful', code: 'common-word' });
    view.counts.new -= 1;
    view.counts.doubtful += 1;
  }
}

const tooManyLines = () => new UnreadableFile('too-many-lines');

async function countLines(text: string): Promise<number> {
  const slice = createSlices();
  let count = 1;
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) {
    count += 1;
    if (count % 10_000 === 0) await slice();
  }
  return count;
}

type SaidLine = FileEntry & { entry: EntryValues };

function completeLine(said: FileEntry, { category, effect }: ImportOptions): SaidLine {
  const { kind, text, given } = said;
  const start = { kind, text, listing: 'forbidden' as const, category, effect, note: null };
  return { ...said, entry: completeEntry({ ...start, ...given }) };
}

const keyOf = ({ kind, text }: { kind: string; text: string }) => `${kind} ${text}`;

async function valuesByKey(
  ctx: AppContext,
  site: SiteRow,
  said: SaidLine[],
): Promise<Map<string, EntryValues>> {
  const texts = said.map(({ entry }) => entry.text);
  const rows = await findEntriesByText(ctx.db, site.id, site.library_version, texts);
  return new Map(rows.map((row) => [keyOf(row), valuesOf(row)]));
}

type Judging = { known: Map<string, EntryValues>; seen: Set<string>; domains: string[] };

function judgeLine({ line, entry, given, problem }: SaidLine, { known, seen, domains }: Judging): ReadLine {
  const is = (outcome: ImportOutcome, code: ImportLine['code'] = null, column: string | null = null) => ({
    line,
    outcome,
    text: entry.text,
    code,
    column,
    entry,
    given,
  });
  if (problem) return is('refused', problem.code, problem.column);
  const refused = refusedFor(entry, domains);
  if (refused) return is('refused', refused);
  const key = keyOf(entry);
  if (seen.has(key)) return is('doubtful', 'twice-in-list');
  seen.add(key);
  const before = known.get(key);
  if (before) return is(sameValues(before, changedEntry(before, given)) ? 'same' : 'changed');
  const isCommon = entry.listing === 'forbidden' && isCommonWord(entry.text);
  return isCommon ? is('doubtful', 'common-word') : is('new');
}
