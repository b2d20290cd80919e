import { findEntriesByText, listAllowed } from '../../db/library.ts';
import type { SiteRow } from '../../db/schema.ts';
import type { AppContext } from '../context.ts';
import type { EntryWarning, NewLibraryEntry, WarningCode } from '../protocol/library.ts';
import { createSlices, everybodyElse } from '../slices.ts';
import { isCommonWord } from './common-words.ts';
import { completeEntry, type EntryValues, valuesOf } from './entry-values.ts';
import { refusedFor, siteDomains } from './entry-warnings.ts';
import { frequentEntries, inputOf } from './frequent-entries.ts';
import { type Prepared, prepareModerator } from './prepare-moderator.ts';
import { wordsOnly } from './words-only.ts';

type Checked = EntryValues & { index: number };

/** What to think of before these entries are saved. */
export async function checkEntries(
  ctx: AppContext,
  site: SiteRow,
  entries: NewLibraryEntry[],
): Promise<EntryWarning[]> {
  const checked = entries.map((entry, index) => ({ ...completeEntry(entry), index }));
  const domains = siteDomains(site);
  const refused = checked.flatMap((entry) => warn(entry, refusedFor(entry, domains), 'refused'));
  const rest = checked.filter((entry) => !refused.some((warning) => warning.index === entry.index));
  if (rest.length === 0) return refused;
  const allowed = (await listAllowed(ctx.db, site.id, site.library_version)).map(valuesOf);
  const doubtful = [
    ...(await known(ctx, site, rest)),
    ...twice(rest),
    ...rest
      .filter((entry) => isForbidden(entry) && isCommonWord(entry.text))
      .flatMap((e) => warn(e, 'common-word')),
    ...(await covered(rest.filter(isForbidden), allowed)),
    ...(await frequent(ctx, site, rest.filter(isForbidden), allowed)),
  ];
  return [...refused, ...firstOfEach(doubtful)];
}

const isForbidden = (entry: EntryValues) => entry.listing === 'forbidden';

function warn(entry: Checked, code: WarningCode | null, weight: EntryWarning['weight'] = 'doubtful') {
  return code ? [{ index: entry.index, code, weight }] : [];
}

async function known(ctx: AppContext, site: SiteRow, entries: Checked[]): Promise<EntryWarning[]> {
  const texts = entries.map((entry) => entry.text);
  const rows = await findEntriesByText(ctx.db, site.id, site.library_version, texts);
  const there = new Set(rows.map((row) => `${row.kind} ${row.text}`));
  return entries
    .filter(({ kind, text }) => there.has(`${kind} ${text}`))
    .flatMap((entry) => warn(entry, 'already-there'));
}

function twice(entries: Checked[]): EntryWarning[] {
  const seen = new Set<string>();
  return entries.flatMap((entry) => {
    const key = `${entry.kind} ${entry.text}`;
    if (seen.has(key)) return warn(entry, 'twice-in-list');
    seen.add(key);
    return [];
  });
}

/** What is found by itself but no longer beside the exceptions. */
async function covered(entries: Checked[], allowed: EntryValues[]): Promise<EntryWarning[]> {
  if (allowed.length === 0 || entries.length === 0) return [];
  const alone = await prepareModerator(wordsOnly(entries));
  await everybodyElse();
  const beside = await prepareModerator(wordsOnly([...entries, ...allowed]));
  const slice = createSlices();
  const warnings: EntryWarning[] = [];
  try {
    for (const entry of entries) {
      await slice();
      if (!(await finds(alone, entry)) || (await finds(beside, entry))) continue;
      warnings.push(...warn(entry, 'covered-by-allowed'));
    }
  } finally {
    alone.close();
    beside.close();
  }
  return warnings;
}

async function finds(moderator: Prepared, { text, language }: EntryValues): Promise<boolean> {
  const verdict = await moderator.judge(inputOf(text.replace(/\*/g, ''), language));
  return verdict.reasons.some((reason) => reason.entry === text);
}

async function frequent(
  ctx: AppContext,
  site: SiteRow,
  entries: Checked[],
  allowed: EntryValues[],
): Promise<EntryWarning[]> {
  const shares = await frequentEntries(ctx, site, entries, allowed);
  return entries.flatMap((entry) => {
    const share = shares.get(`${entry.kind} ${entry.text}`);
    return share === undefined ? [] : warn(entry, 'common-word').map((warning) => ({ ...warning, share }));
  });
}

/** One warning per entry, the one with the most to say: a share of messages before a mere suspicion. */
function firstOfEach(warnings: EntryWarning[]): EntryWarning[] {
  const byIndex = new Map<number, EntryWarning>();
  for (const warning of warnings) {
    const first = byIndex.get(warning.index);
    if (!first || (first.code === 'common-word' && warning.share !== undefined)) {
      byIndex.set(warning.index, warning);
    }
  }
  return [...byIndex.values()].sort((a, b) => a.index - b.index);
}
