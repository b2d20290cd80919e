import { type Tx, transaction } from '../../db/database.ts';
import { abandonChange, discardSome, findHold, prolongChange } from '../../db/library-changes.ts';
import type { AppContext } from '../context.ts';
import { conflict, Refusal } from '../errors.ts';
import { everybodyElse } from '../slices.ts';

const SAVING_MS = 60_000;

/** A library that nobody else may change, as long as something is done with it every minute. */
export type Hold = { siteId: string; whileOurs<T>(work: (tx: Tx) => Promise<T>): Promise<T> };

export const holdFrom = (ctx: AppContext) => ctx.clock.now() + SAVING_MS;

/** Goes on with a hold that was committed with `since`. */
export function holdLibrary(ctx: AppContext, siteId: string, since: number): Hold {
  let until = since;
  return {
    siteId,
    async whileOurs(work) {
      const next = Math.max(until + 1, holdFrom(ctx));
      const done = await transaction(ctx.db, async (tx) => {
        if (!(await prolongChange(tx, siteId, until, next))) throw busy();
        return await work(tx);
      });
      until = next;
      return done;
    },
  };
}

/** Takes back what was written for a version that does not come into force, in turns, then lets others in. */
export async function takeBack({ siteId, whileOurs }: Hold, inForce: number): Promise<void> {
  try {
    while (await whileOurs((tx) => discardSome(tx, siteId, inForce))) await everybodyElse();
    await whileOurs((tx) => abandonChange(tx, siteId, inForce));
  } catch (error) {
    // Somebody else began a change: they took it back.
    if (!(error instanceof Refusal)) throw error;
  }
}

/** What a change left behind that was cut short, by a server that was stopped for one. */
export async function takeBackCutShort(ctx: AppContext, siteId: string): Promise<void> {
  const hold = await findHold(ctx.db, siteId);
  if (hold?.until == null || hold.until > ctx.clock.now()) return;
  await takeBack(holdLibrary(ctx, siteId, hold.until), hold.inForce);
}

export const busy = () =>
  conflict('Another large change of the library is being saved. Try again in a moment.');
