import { transaction } from '../../db/database.ts';
import { deletePicture, savePicture } from '../../db/pictures.ts';
import type { AppContext } from '../context.ts';
import type { EncodedPicture } from '../encode-picture.ts';

type Owner = { siteId: string; personId: string };

/** Gives a member the picture others see beside their name; the one before is gone. */
export async function choosePicture(
  ctx: AppContext,
  { siteId, personId }: Owner,
  { large, small }: EncodedPicture,
): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const row = { id: ctx.random.id(), site_id: siteId, person_id: personId, large, small };
    await savePicture(tx, { ...row, created_at: ctx.clock.now() });
    tx.onCommit(() => tellPeopleChanged(ctx, siteId));
  });
}

/** Back to initials and a colour, by their own wish. */
export async function dropPicture(ctx: AppContext, { siteId, personId }: Owner): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    await deletePicture(tx, personId);
    tx.onCommit(() => tellPeopleChanged(ctx, siteId));
  });
}

function tellPeopleChanged(ctx: AppContext, siteId: string): void {
  ctx.broker.publish({ topic: 'back-office', siteId, changed: ['people'] });
}
