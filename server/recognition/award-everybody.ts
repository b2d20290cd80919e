import { transaction } from '../../db/database.ts';
import { listEarners } from '../../db/point-people.ts';
import type { AppContext } from '../context.ts';
import { awardEarned } from './award-earned.ts';

/**
 * After rules changed: who has already done what a badge asks for is given it. In the background, one by one; for
 * whom it fails, or who was not reached when the server stopped, it comes with the next thing they earn.
 */
export async function awardEverybody(ctx: AppContext, siteId: string): Promise<void> {
  const { signal } = ctx.stopping;
  try {
    for (let after: string | null = ''; after !== null; ) {
      const people: string[] = await listEarners(ctx.db, siteId, after, 100);
      for (const id of people) {
        if (signal.aborted) return;
        await awardOne(ctx, siteId, id);
      }
      after = people.at(-1) ?? null;
    }
  } catch (error) {
    if (!signal.aborted)
      ctx.log.error({ err: error }, 'badges could not be given to everybody who earned them');
  }
}

async function awardOne(ctx: AppContext, siteId: string, personId: string): Promise<void> {
  try {
    await transaction(ctx.db, (tx) => awardEarned(ctx, tx, siteId, personId));
  } catch (error) {
    if (!ctx.stopping.signal.aborted)
      ctx.log.error({ err: error, person: personId }, 'somebody could not be given the badges they earned');
  }
}
