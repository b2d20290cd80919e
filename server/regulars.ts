/** Who among those who answer deserves to be asked to do more, and why. */
import { type Evidence, evidenceOf, listRegulars } from '../db/regulars.ts';
import type { PersonRow } from '../db/schema.ts';
import type { AppContext } from './context.ts';
import { LIMITS } from './limits.ts';
import type { Regular } from './protocol/promotion.ts';
import { createSlices } from './slices.ts';

/** What is asked of who is proposed as what, in the last 90 days. */
export const WANTED = {
  expert: { answers: 10, activeDays: 3, rejectedShare: 0.1 },
  moderator: { answers: 40, activeDays: 15, rejectedShare: 0.02 },
} as const;

/** The regulars of a site, best first. Read person by person, in pieces that hold nobody up. */
export async function regularsOf(ctx: AppContext, siteId: string): Promise<Regular[]> {
  const now = ctx.clock.now();
  const { withinMs, seenMs, candidates: limit, messages } = LIMITS.regulars;
  const people = await listRegulars(ctx.db, siteId, {
    seen: now - seenMs,
    offered: now - LIMITS.promotion.againMs,
    now,
    limit,
  });
  const pause = createSlices();
  const regulars: Regular[] = [];
  for (const person of people) {
    const regular = proposal(person, await evidenceOf(ctx.db, person.id, now - withinMs, messages));
    if (regular) regulars.push(regular);
    await pause();
  }
  return regulars.sort((a, b) => b.score - a.score).slice(0, LIMITS.backOffice.page);
}

/** @returns null for who has not done enough for the role after theirs */
export function proposal(person: PersonRow, done: Evidence): Regular | null {
  const role = person.role === 'visitor' ? 'visitor' : 'expert';
  const proposed = role === 'visitor' ? 'expert' : 'moderator';
  const rejectedShare = done.written === 0 ? 0 : done.rejected / done.written;
  const wanted = WANTED[proposed];
  const isEnough = done.answers >= wanted.answers && done.activeDays >= wanted.activeDays;
  if (!isEnough || rejectedShare > wanted.rejectedShare) return null;
  return {
    id: person.id,
    name: person.name,
    role,
    verified: person.verified === 1,
    hasAccount: person.account_id !== null,
    since: person.created_at,
    lastSeenAt: person.last_seen_at ?? person.created_at,
    evidence: {
      answers: done.answers,
      thanks: done.thanks,
      accepted: done.accepted,
      rejectedShare,
      activeDays: done.activeDays,
    },
    score: scoreOf(done, rejectedShare),
    proposed,
  };
}

/** An answer counts one, a thank two, an accepted answer five; what share was rejected is taken off. */
function scoreOf({ answers, thanks, accepted }: Evidence, rejectedShare: number): number {
  return Math.round((answers + 2 * thanks + 5 * accepted) * (1 - rejectedShare));
}
