import { countWrittenSince, listWrittenSince, type WrittenMessage } from '../../db/messages.ts';
import type { SiteRow } from '../../db/schema.ts';
import type { Verdict } from '../../moderation/index.ts';
import type { AppContext } from '../context.ts';
import { conflict, notFound } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import type { Backtest, BacktestSample, LibraryDraft } from '../protocol/library.ts';
import { createSlices } from '../slices.ts';
import { NO_DRAFT, prepareDraft } from './library-draft.ts';
import type { Prepared } from './prepare-moderator.ts';
import { storedReasons } from './reasons.ts';

export type RunningBacktest = { siteId: string; view: Backtest; startedAt: number; stop: boolean };

const DAY = 24 * 60 * 60 * 1000;
const PAGE = 50;

/**
 * Runs a draft over the site's messages of the last days, in the background, and counts what it would treat
 * otherwise than the library does now. What an author wrote before a message is left out of both.
 * @throws Refusal 409 while another one runs on this site, 404 or 422 for a draft that could not be saved
 */
export async function startBacktest(
  ctx: AppContext,
  site: SiteRow,
  draft: LibraryDraft,
  days: number,
): Promise<string> {
  const { backtests } = ctx.libraryWork;
  const now = ctx.clock.now();
  for (const [id, test] of backtests) {
    if (test.startedAt < now - LIMITS.library.keptMs && test.view.state !== 'running') backtests.delete(id);
    else if (test.siteId === site.id && test.view.state === 'running') throw oneAtATime();
  }
  const test: RunningBacktest = {
    siteId: site.id,
    view: emptyView(ctx.random.id()),
    startedAt: now,
    stop: false,
  };
  backtests.set(test.view.id, test);
  const compared = await prepareBoth(ctx, site, draft).catch((error) => {
    backtests.delete(test.view.id);
    throw error;
  });
  void run(ctx, site, test, compared, now - days * DAY)
    .catch((error) => {
      ctx.log.error({ err: error, siteId: site.id }, 'a backtest failed');
      test.view.state = 'failed';
    })
    .finally(() => {
      compared.now.close();
      compared.drafted.close();
    });
  return test.view.id;
}

type Compared = { now: Prepared; drafted: Prepared };

/** The library of now is its own, too: the one in force goes when it is changed, long before a backtest ends. */
async function prepareBoth(ctx: AppContext, site: SiteRow, draft: LibraryDraft): Promise<Compared> {
  const drafted = await prepareDraft(ctx, site, draft);
  try {
    return { now: await prepareDraft(ctx, site, NO_DRAFT), drafted };
  } catch (error) {
    drafted.close();
    throw error;
  }
}

/** @throws Refusal 404 for another site's, too */
export function findBacktest(ctx: AppContext, siteId: string, id: string): RunningBacktest {
  const test = ctx.libraryWork.backtests.get(id);
  if (test?.siteId !== siteId) throw notFound();
  return test;
}

const oneAtATime = () => conflict('A backtest is running already. Stop it, or wait until it is done.');

function emptyView(id: string): Backtest {
  const stopped = { hold: 0, reject: 0, flag: 0 };
  return { id, state: 'running', read: 0, total: 0, stopped, freed: 0, samples: [] };
}

async function run(
  ctx: AppContext,
  site: SiteRow,
  test: RunningBacktest,
  { now, drafted }: Compared,
  since: number,
): Promise<void> {
  const { view } = test;
  view.total = await countWrittenSince(ctx.db, site.id, since);
  const slice = createSlices();
  let before: WrittenMessage | null = null;
  while (!test.stop) {
    await slice();
    const page: WrittenMessage[] = await listWrittenSince(ctx.db, site.id, { since, before, limit: PAGE });
    for (const message of page) {
      await slice();
      if (test.stop) break;
      const input = inputOf(message, site);
      note(view, message, await now.judge(input), await drafted.judge(input));
    }
    before = page.at(-1) ?? null;
    if (!before || page.length < PAGE) break;
  }
  if (!test.stop) view.total = view.read;
  view.state = test.stop ? 'stopped' : 'done';
}

function inputOf({ body, author_role, trusted, created_at }: WrittenMessage, site: SiteRow) {
  const isTrusted = trusted === 1 && author_role === 'visitor';
  const author = { role: isTrusted ? ('expert' as const) : author_role };
  return { text: body, author, history: [], now: created_at, language: site.locale };
}

function note(view: Backtest, message: WrittenMessage, now: Verdict, then: Verdict): void {
  view.read += 1;
  if (now.effect === then.effect) return;
  if (STRENGTH[then.effect] < STRENGTH[now.effect]) view.freed += 1;
  else if (then.effect !== 'allow') view.stopped[then.effect] += 1;
  keepSample(view.samples, sampleOf(message, now, then));
}

const STRENGTH = { allow: 0, flag: 1, hold: 2, reject: 3 };

/** Those that people read already are what a manager must see: they push out the others. */
function keepSample(samples: BacktestSample[], sample: BacktestSample): void {
  const isPublished = (one: BacktestSample) => one.state === 'published';
  const place = isPublished(sample) ? samples.findLastIndex(isPublished) + 1 : samples.length;
  samples.splice(place, 0, sample);
  if (samples.length > LIMITS.library.samples) samples.pop();
}

function sampleOf(message: WrittenMessage, now: Verdict, then: Verdict): BacktestSample {
  return {
    messageId: message.id,
    conversationId: message.conversation_id,
    text: message.body,
    author: { id: message.author_id, name: message.author_name, role: message.author_role },
    at: message.created_at,
    state: message.state,
    now: now.effect,
    // biome-ignore lint/suspicious/noThenProperty: the contract says so, and a text is no promise
    then: then.effect,
    reasons: storedReasons(then),
  };
}
