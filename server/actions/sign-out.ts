/** Ending sessions: one's own alone, and at once wherever they are used. */
import { type Tx, transaction } from '../../db/database.ts';
import { listMemberships } from '../../db/people.ts';
import { endSession, endSessions } from '../../db/sessions.ts';
import type { AppContext } from '../context.ts';
import { notFound } from '../errors.ts';
import { auditAccount } from './audit-account.ts';

/** @throws Refusal 404 when it is no session of this account */
export async function signOutSession(ctx: AppContext, accountId: string, sessionId: string): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    if (!(await endSession(tx, accountId, sessionId))) throw notFound();
    await tellSignedOut(ctx, tx, accountId);
  });
}

/** Every session, this one too, with links on their way and codes for the shop. */
export async function signOutEverywhere(ctx: AppContext, accountId: string): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    await endSessions(tx, accountId);
    await auditAccount(ctx, tx, accountId, 'person.signed-out-everywhere');
    await tellSignedOut(ctx, tx, accountId);
  });
}

/** Every connection of theirs says hello again after the commit, and only the living get in. */
export async function tellSignedOut(ctx: AppContext, tx: Tx, accountId: string): Promise<void> {
  for (const { site_id: siteId, person_id: personId } of await listMemberships(tx, accountId)) {
    tx.onCommit(() => ctx.broker.publish({ topic: 'signed-out', siteId, personId }));
  }
}
