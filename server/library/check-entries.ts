import { findEntriesByText, listAllowed } from '../../db/library.ts';
import { listPublishedTexts } from '../../db/messages.ts';
import type { SiteRow } from '../../db/schema.ts';
import { createModerator, type JudgeInput, type Moderator } from '../../moderation/index.ts';
import type { AppContext } from '../context.ts';
import { LIMITS } from '../limits.ts';
import type { EntryWarning, NewLibraryEntry, WarningCode } from '../protocol/back-office.ts';
import { createSlices } from '../slices.ts';
import { isCommonWord } from './common-words.ts';
import { completeEntry, type EntryValues, valuesOf } from './entry-values.ts';
import { refusedFor, siteDomains } from './entry-warnings.ts';
import { wordsOnly } from './words-only.ts';

/** A share of last month's messages above which an entry stops too much, and the fewest that say so. */
const TOO_MUCH = { share: 0.005, messages: 3, read: 2000 };

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
    ...covered(rest.filter(isForbidden), allowed),
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
function covered(entries: Checked[], allowed: EntryValues[]): EntryWarning[] {
  if (allowed.length === 0) return [];
  const [alone, beside] = [wordsOnly(entries), wordsOnly([...entries, ...allowed])].map(createModerator);
  return entries
    .filter((entry) => finds(alone, entry) && !finds(beside, entry))
    .flatMap((entry) => warn(entry, 'covered-by-allowed'));
}

function finds(moderator: Moderator | undefined, { text, language }: EntryValues): boolean {
  const verdict = moderator?.judge(inputOf(text.replace(/\*/g, ''), language));
  return verdict?.reasons.some((reason) => reason.entry === text) ?? false;
}

const inputOf = (text: string, language: string | null): JudgeInput => ({
  text,
  author: { role: 'manager' },
  history: [],
  now: 0,
  language,
});

/** Tried on what people wrote lately: a word may be rare elsewhere and the name of a product here. */
async function frequent(
  ctx: AppContext,
  site: SiteRow,
  entries: Checked[],
  allowed: EntryValues[],
): Promise<EntryWarning[]> {
  if (entries.length === 0) return [];
  const since = ctx.clock.now() - LIMITS.library.backtestDays * 24 * 60 * 60 * 1000;
  const texts = await listPublishedTexts(ctx.db, site.id, since, TOO_MUCH.read);
  const moderator = createModerator(wordsOnly([...entries, ...allowed]));
  const hits = new Map<string, number>();
  const slice = createSlices();
  for (const text of texts) {
    await slice();
    const found = new Set(moderator.judge(inputOf(text, site.locale)).reasons.map((reason) => reason.entry));
    for (const entry of found) if (entry !== null) hits.set(entry, (hits.get(entry) ?? 0) + 1);
  }
  return entries.flatMap((entry) => {
    const count = hits.get(entry.text) ?? 0;
    const share = texts.length === 0 ? 0 : count / texts.length;
    if (count < TOO_MUCH.messages || share <= TOO_MUCH.share) return [];
    return warn(entry, 'common-word').map((warning) => ({ ...warning, share }));
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
