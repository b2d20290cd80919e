import { findBan } from '../../db/bans.ts';
import { findPerson } from '../../db/people.ts';
import { type ClaimWithName, listClaims } from '../../db/question-claims.ts';
import { freeQuestion } from '../actions/take-question.ts';
import { isAtLeast } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { LIMITS } from '../limits.ts';
import type { Hub } from '../realtime/hub.ts';

/** Whether somebody is connected, and since when they are not. */
export type Absence = { isHere(personId: string): boolean; since: Map<string, number> };

/** Frees questions nobody is on any more, every few seconds. @returns what stops it */
export function scheduleFreeing(ctx: AppContext, hub: Hub): () => void {
  const absence: Absence = { isHere: (id) => hub.directory.ofPerson(id).length > 0, since: new Map() };
  let stopped = false;
  const timer = setInterval(() => {
    freeQuestions(ctx, absence, () => stopped).catch((error) => {
      if (!stopped) ctx.log.error({ err: error }, 'questions could not be freed');
    });
  }, LIMITS.questions.sweepMs);
  return () => {
    stopped = true;
    clearInterval(timer);
  };
}

/** Those whose time is over, and those of people who have gone, or may answer here no longer. */
export async function freeQuestions(
  ctx: AppContext,
  absence: Absence,
  isStopped = () => false,
): Promise<void> {
  const claims = await listClaims(ctx.db);
  const holders = new Set(claims.map(({ person_id }) => person_id));
  for (const id of absence.since.keys()) if (!holders.has(id) || absence.isHere(id)) absence.since.delete(id);
  for (const claim of claims) {
    if (isStopped()) return;
    await freeUnheld(ctx, absence, claim).catch((error) => {
      // Tried again with the next look, a few seconds later.
      if (!isStopped())
        ctx.log.error({ err: error, id: claim.conversation_id }, 'a question could not be freed');
    });
  }
}

async function freeUnheld(ctx: AppContext, absence: Absence, claim: ClaimWithName): Promise<void> {
  if (await isHeld(ctx, absence, claim)) return;
  await freeQuestion(ctx, claim.site_id, claim.conversation_id, claim.person_id);
}

async function isHeld(ctx: AppContext, absence: Absence, claim: ClaimWithName): Promise<boolean> {
  const now = ctx.clock.now();
  const { person_id: id, site_id: siteId } = claim;
  if (claim.until <= now) return false;
  if (!absence.isHere(id)) {
    const since = absence.since.get(id) ?? now;
    absence.since.set(id, since);
    if (now - since >= LIMITS.questions.awayMs) return false;
  }
  const person = await findPerson(ctx.db, siteId, id);
  return person !== undefined && isAtLeast(person.role, 'expert') && !(await findBan(ctx.db, id, now));
}
