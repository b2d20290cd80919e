import { listPublishedTexts } from '../../db/messages.ts';
import type { SiteRow } from '../../db/schema.ts';
import type { JudgeInput } from '../../moderation/index.ts';
import type { AppContext } from '../context.ts';
import { LIMITS } from '../limits.ts';
import { createSlices } from '../slices.ts';
import type { EntryValues } from './entry-values.ts';
import { prepareModerator } from './prepare-moderator.ts';
import { wordsOnly } from './words-only.ts';

/** A share of last month's messages above which an entry stops too much, and the fewest that say so. */
const TOO_MUCH = { share: 0.005, messages: 3, read: 2000 };
const DAY = 24 * 60 * 60 * 1000;

/**
 * Which of these forbidden entries would have stopped too many of the messages people could read lately, each
 * with its share (0 to 1), by kind and text. A word may be rare elsewhere and the name of a product here.
 */
export async function frequentEntries(
  ctx: AppContext,
  site: SiteRow,
  entries: EntryValues[],
  allowed: EntryValues[],
): Promise<Map<string, number>> {
  if (entries.length === 0) return new Map();
  const since = ctx.clock.now() - LIMITS.library.backtestDays * DAY;
  const texts = await listPublishedTexts(ctx.db, site.id, since, TOO_MUCH.read);
  if (texts.length < TOO_MUCH.messages) return new Map();
  const hits = await countHits(texts, [...entries, ...allowed], site.locale);
  const shares = [...hits].map(([key, count]) => [key, count / texts.length, count] as const);
  const tooMuch = shares.filter(([, share, count]) => share > TOO_MUCH.share && count >= TOO_MUCH.messages);
  return new Map(tooMuch.map(([key, share]) => [key, share]));
}

async function countHits(
  texts: string[],
  entries: EntryValues[],
  language: string,
): Promise<Map<string, number>> {
  const prepared = await prepareModerator(wordsOnly(entries));
  const hits = new Map<string, number>();
  const slice = createSlices();
  try {
    for (const text of texts) {
      await slice();
      const { reasons } = await prepared.judge(inputOf(text, language));
      for (const key of new Set(reasons.map(({ kind, entry }) => `${kind} ${entry}`))) {
        hits.set(key, (hits.get(key) ?? 0) + 1);
      }
    }
  } finally {
    prepared.close();
  }
  return hits;
}

/** A text as only a word of the library could stop it. */
export const inputOf = (text: string, language: string | null): JudgeInput => ({
  text,
  author: { role: 'manager' },
  history: [],
  now: 0,
  language,
});
