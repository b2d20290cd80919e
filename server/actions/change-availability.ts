import { transaction } from '../../db/database.ts';
import { findExpertProfile, saveExpertProfile } from '../../db/expert-profiles.ts';
import type { ExpertProfileRow } from '../../db/schema-community.ts';
import { requireExpert } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { badRequest } from '../errors.ts';
import type { Availability, AvailabilityChanges } from '../protocol/waiting.ts';
import { isTimeZone } from '../quiet-hours.ts';

/** When somebody is told of waiting questions, and of which. @throws Refusal 404 not an expert */
export async function availabilityOf(ctx: AppContext, actor: Actor): Promise<Availability> {
  requireExpert(actor);
  return shown(await findExpertProfile(ctx.db, actor.site.id, actor.personId));
}

/** @throws Refusal 404 not an expert, 400 no such time zone, or quiet hours of no length */
export async function changeAvailability(
  ctx: AppContext,
  actor: Actor,
  changes: AvailabilityChanges,
): Promise<Availability> {
  requireExpert(actor);
  if (changes.timeZone !== undefined && !isTimeZone(changes.timeZone)) throw badRequest('timeZone: unknown');
  if (changes.quiet && changes.quiet.from === changes.quiet.to) throw badRequest('quiet: of no length');
  return await transaction(ctx.db, async (tx) => {
    await saveExpertProfile(tx, actor.site.id, actor.personId, columns(changes));
    return shown(await findExpertProfile(tx, actor.site.id, actor.personId));
  });
}

function columns({ available, quiet, timeZone, languages, topics }: AvailabilityChanges) {
  return {
    ...(available === undefined ? {} : { available: available ? (1 as const) : (0 as const) }),
    ...(quiet === undefined ? {} : { quiet_from: quiet?.from ?? null, quiet_to: quiet?.to ?? null }),
    ...(timeZone === undefined ? {} : { time_zone: timeZone }),
    ...(languages === undefined ? {} : { languages: JSON.stringify(languages) }),
    ...(topics === undefined ? {} : { topics: JSON.stringify(topics) }),
  };
}

function shown(row: ExpertProfileRow): Availability {
  const { quiet_from: from, quiet_to: to } = row;
  return {
    available: row.available === 1,
    quiet: from === null || to === null ? null : { from, to },
    timeZone: row.time_zone,
    languages: JSON.parse(row.languages) as string[],
    topics: JSON.parse(row.topics) as string[],
  };
}
