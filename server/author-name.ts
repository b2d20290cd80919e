import type { ReasonKind, Verdict } from '../moderation/index.ts';
import type { Actor } from './actor.ts';
import type { AppContext } from './context.ts';
import { Refusal } from './errors.ts';
import { displayName } from './text.ts';

/**
 * The name a message is signed with: a member's own, a customer's as the shop says it, or what a visitor wants
 * to be called.
 * @throws Refusal 422 when there is none yet, or the filter minds it
 */
export async function authorName(ctx: AppContext, actor: Actor, wanted: string | null): Promise<string> {
  const known = actor.person?.name || null;
  const isGiven = actor.person?.account_id || actor.person?.verified === 1;
  if (wanted === null || (isGiven && known)) {
    if (known) return known;
    throw new Refusal(422, 'name-required', 'Choose the name others will see.');
  }
  if (wanted === known) return wanted;
  const name = displayName(wanted);
  if (name === known) return name;
  await refuseBadName(ctx, actor.site.id, name);
  return name;
}

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
