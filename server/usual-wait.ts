/** How long a question usually waits: said only where it is true. */
import { type AnswerTime, listAnswerTimes } from '../db/answer-times.ts';
import type { SiteRow } from '../db/schema.ts';
import { communityOf } from './community-settings.ts';
import type { AppContext } from './context.ts';
import { LIMITS } from './limits.ts';
import { pageKey } from './page-rules.ts';

const HALF_HOUR = 30 * 60 * 1000;
const DAY = 48 * HALF_HOUR;
/** More than anybody asks on one page within an hour. */
const A_WINDOW = 500;

/**
 * The usual wait on a page at this hour, in milliseconds, null where nobody can say; known for a few minutes,
 * so that a busy page asks once.
 */
export function createUsualWait(ctx: Pick<AppContext, 'db' | 'clock'>) {
  const known = new Map<string, { at: number; wait: number | null }>();
  return async (site: SiteRow, url: string): Promise<number | null> => {
    if (!communityOf(site).showAnswerTime) return null;
    const now = ctx.clock.now();
    const key = `${site.id} ${pageKey(url)}`;
    const last = known.get(key);
    if (last && Math.abs(now - last.at) < LIMITS.answerTime.everyMs) return last.wait;
    const wait = usualWaitOf(await lately(ctx, site.id, pageKey(url), now), now);
    known.delete(key);
    if (known.size >= LIMITS.answerTime.pages) known.delete(known.keys().next().value!);
    known.set(key, { at: now, wait });
    return wait;
  };
}

/** What was asked on a page today and the days before at this time of day, give or take half an hour. */
async function lately(
  { db }: Pick<AppContext, 'db'>,
  siteId: string,
  key: string,
  now: number,
): Promise<AnswerTime[]> {
  const days = Array.from({ length: LIMITS.answerTime.days + 1 }, (_, ago) => now - ago * DAY);
  const windows = await Promise.all(
    days.map((then) =>
      listAnswerTimes(db, {
        siteId,
        pageKey: key,
        from: then - HALF_HOUR,
        to: then + HALF_HOUR,
        limit: A_WINDOW,
      }),
    ),
  );
  return windows.flat();
}

/**
 * The median wait. What nobody answered within an hour counts as waiting for ever: where that is the half of
 * it, nothing is usual. With fewer answers than `LIMITS.answerTime.samples` nothing is said.
 */
export function usualWaitOf(times: AnswerTime[], now: number): number | null {
  const waits = times.flatMap(({ askedAt, answeredAt }) => {
    if (answeredAt !== null) return Math.max(0, answeredAt - askedAt);
    return now - askedAt > 2 * HALF_HOUR ? Number.POSITIVE_INFINITY : [];
  });
  if (waits.filter(Number.isFinite).length < LIMITS.answerTime.samples) return null;
  const median = waits.toSorted((a, b) => a - b)[Math.floor(waits.length / 2)]!;
  return Number.isFinite(median) ? median : null;
}
