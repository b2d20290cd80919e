import { authorRecord } from '../db/people.ts';
import type { ReporterRecord } from '../db/reports.ts';
import { type Actor, isAtLeast } from './actor.ts';
import type { AppContext } from './context.ts';
import { LIMITS } from './limits.ts';

/** Whether the word of this person counts as that of somebody known here, and not as a newcomer's. */
export async function hasStanding(
  ctx: AppContext,
  { site, person, role }: Actor,
  { upheld, dismissed }: ReporterRecord,
): Promise<boolean> {
  if (isAtLeast(role, 'expert') || person?.trusted === 1) return true;
  if (upheld > 0 && upheld >= dismissed) return true;
  if (!person || ctx.clock.now() - person.created_at < LIMITS.standing.forMs) return false;
  const { published } = await authorRecord(ctx.db, site.id, person.id, null);
  return published >= LIMITS.standing.published;
}
