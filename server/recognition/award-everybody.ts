import { transaction } from '../../db/database.ts';
import { listEarners } from '../../db/point-people.ts';
import type { AppContext } from '../context.ts';
import { awardEarned } from './award-earned.ts';

/** After rules changed: who has already done what a badge asks for is given it. In the background, one by one. */
export function awardEverybody(ctx: AppContext, siteId: string): void {
  awardOneByOne(ctx, siteId).catch((error) =>
    ctx.log.error({ err: error }, 'badges could not be given to everybody who earned them'),
  );
}

async function awardOneByOne(ctx: AppContext, siteId: string): Promise<void> {
  for (let after: string | null = ''; after !== null; ) {
    const people = await listEarners(ctx.db, siteId, after, 100);
    for (const id of people) await transaction(ctx.db, (tx) => awardEarned(ctx, tx, siteId, id));
    after = people.at(-1) ?? null;
  }
}
