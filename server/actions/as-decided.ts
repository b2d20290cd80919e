import { rightsNow } from '../../db/commit-message.ts';
import { type Tx, transaction } from '../../db/database.ts';
import type { Actor } from '../actor.ts';
import { refreshActor, refuseBlocked } from '../authenticate.ts';
import type { AppContext } from '../context.ts';
import { Refusal } from '../errors.ts';

/** Runs in one transaction what was decided by what is still in force; what is not is decided anew. */
export type Commit = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

/** What it was decided by has changed meanwhile. */
export class Stale extends Error {}

/** Each time something that was decided by has changed meanwhile. */
const TRIES = 10;

/**
 * Lets somebody do something to a message by the rights they have at the commit, not at the request. `decide`
 * is given the actor as they are now, neither blocked nor banned, and may throw `Stale` in its commit.
 * @throws Refusal 403 blocked or banned, 503 when the rules change all the time
 */
export async function asDecided<T>(
  ctx: AppContext,
  actor: Actor,
  decide: (actor: Actor, commit: Commit) => Promise<T>,
): Promise<T> {
  for (let tries = 0; tries < TRIES; tries += 1) {
    const rights = rightsNow(ctx.db);
    const now = await refreshActor(ctx, actor);
    if (now.role !== 'manager') await refuseBlocked(ctx, now.site.id, now.address);
    if (now.ban) throw new Refusal(403, 'banned', 'You can read, but no longer write here.');
    const commit: Commit = (work) =>
      transaction(ctx.db, async (tx) => {
        // Nobody else commits while this transaction is open.
        if (rightsNow(ctx.db) !== rights) throw new Stale();
        return await work(tx);
      });
    try {
      return await decide(now, commit);
    } catch (error) {
      if (!(error instanceof Stale)) throw error;
    }
  }
  throw new Refusal(503, 'busy', 'The rules are being changed just now. Try again in a moment.', 1000);
}
