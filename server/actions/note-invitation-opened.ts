import { transaction } from '../../db/database.ts';
import { noteOpened } from '../../db/invitation-funnel.ts';
import type { AppContext } from '../context.ts';

/** The first time an invitation's link is opened is a step of the funnel. */
export async function noteInvitationOpened(
  ctx: AppContext,
  { id, site_id: siteId, opened_at }: { id: string; site_id: string; opened_at: number | null },
): Promise<void> {
  if (opened_at !== null) return;
  await transaction(ctx.db, async (tx) => {
    if (!(await noteOpened(tx, id, ctx.clock.now()))) return;
    tx.onCommit(() => ctx.broker.publish({ topic: 'back-office', siteId, changed: ['invitations'] }));
  });
}
