import { type AuthorPast, authorPast } from '../db/author-past.ts';
import { HISTORY, type JudgeInput, type Verdict } from '../moderation/index.ts';
import type { Actor } from './actor.ts';
import type { AppContext } from './context.ts';
import type { Filter } from './filter.ts';
import { LIMITS } from './limits.ts';
import { parseHttpUrl } from './page-rules.ts';
import type { PageView } from './protocol/frames.ts';

/** `replaces`: the id of a message that is to say this from now on. */
type Judged = { text: string; name: string; page: PageView | null; replaces?: string };

/**
 * What the filter says of a message, with what its author wrote lately; and of what is read with it: its
 * author's name, by the library of today, and what the page of a question says of itself.
 */
export async function judgeMessage(
  ctx: AppContext,
  actor: Actor,
  { text, name, page, replaces }: Judged,
): Promise<Verdict> {
  const now = ctx.clock.now();
  const past = await pastOf(ctx, actor, now);
  const filter = await ctx.filterOf(actor.site.id);
  const author = judgedAuthor(actor, past);
  const language = actor.site.locale;
  // What it said before is no repetition.
  const history = replaces ? past.recent.filter(({ id }) => id !== replaces) : past.recent;
  const verdict = await filter.judge({ text, author, history, now, language });
  const beside = page
    ? await filter.judge({ text: `${name}\n${pageText(page)}`, author, history: [], now, language })
    : await judgeName(filter, { text: name, author, history: [], now, language });
  return withBeside(verdict, beside);
}

/** What a filter said of names: people sign many messages with one. */
const said = new WeakMap<Filter, Map<string, Verdict>>();
const NAMES = 5_000;

async function judgeName(filter: Filter, input: JudgeInput): Promise<Verdict> {
  const { text, author, language } = input;
  const names = said.get(filter) ?? new Map<string, Verdict>();
  said.set(filter, names);
  const key = JSON.stringify([text, author, language]);
  const known = names.get(key);
  if (known) return known;
  const verdict = await filter.judge(input);
  if (names.size >= NAMES) names.clear();
  // That it failed is no opinion of the name.
  if (!verdict.reasons.some(({ kind }) => kind === 'filter-error')) names.set(key, verdict);
  return verdict;
}

/** Somebody the managers trust is judged as an expert is, and never as a newcomer. */
function judgedAuthor({ person, role }: Actor, { published }: AuthorPast): JudgeInput['author'] {
  if (role !== 'visitor') return { role };
  if (person?.trusted === 1) return { role: 'expert' };
  return { role, published };
}

async function pastOf(ctx: AppContext, { person }: Actor, now: number): Promise<AuthorPast> {
  if (!person) return { recent: [], published: 0 };
  return await authorPast(ctx.db, person.id, {
    since: now - HISTORY.withinMs,
    messages: HISTORY.messages,
    published: LIMITS.library.newcomerHeld,
  });
}

/** What a page says of itself is written by whoever sends it, and read by everybody. */
function pageText(page: PageView): string {
  const path = parseHttpUrl(page.url)?.pathname ?? '';
  return [page.title, page.productName ?? '', decodePath(path).replace(/[/_+-]+/g, ' ')].join('\n');
}

function decodePath(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    // Not well encoded: read as it stands.
    return path;
  }
}

/**
 * A forbidden word in the author's name, or in the page's title, product or address, holds the message.
 * Numbers and links there are ordinary.
 */
function withBeside(verdict: Verdict, beside: Verdict): Verdict {
  const found = beside.reasons.filter((reason) => reason.kind === 'term' || reason.kind === 'filter-error');
  if (found.length === 0) return verdict;
  const effect = verdict.effect === 'reject' ? 'reject' : 'hold';
  return {
    ...verdict,
    effect,
    reasons: [...verdict.reasons, ...found.map((reason) => ({ ...reason, spans: [] }))],
  };
}
