import type { ReasonKind, Verdict } from '../moderation/index.ts';
import type { AppContext } from './context.ts';
import { Refusal } from './errors.ts';

/** What a reader would mind; neither capitals nor being new here is a fault of a name. */
const MINDED: ReadonlySet<ReasonKind> = new Set(['term', 'link', 'personal-data']);

/**
 * What somebody is called is read by everybody, so it passes the filter like any text.
 * @throws Refusal 422 when the filter minds it. When the filter fails, that is no fault of the name: whatever
 * it is written on is held.
 */
export async function refuseBadName(ctx: AppContext, siteId: string, name: string): Promise<void> {
  const filter = await ctx.filterOf(siteId);
  const verdict: Verdict = await filter.judge({
    text: name,
    author: { role: 'visitor' },
    history: [],
    now: ctx.clock.now(),
  });
  if (verdict.reasons.some(({ kind }) => MINDED.has(kind))) {
    throw new Refusal(422, 'name-refused', 'Choose another name, please.');
  }
}
