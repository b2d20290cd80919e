import { transaction } from '../../db/database.ts';
import { deletePasskey, renamePasskey } from '../../db/passkeys.ts';
import type { AppContext } from '../context.ts';
import { notFound } from '../errors.ts';
import { auditAccount } from './audit-account.ts';

/** @throws Refusal 404 */
export async function nameMyPasskey(
  ctx: AppContext,
  accountId: string,
  id: string,
  name: string,
): Promise<void> {
  await transaction(ctx.db, async (tx) => mine(await renamePasskey(tx, accountId, id, name)));
}

/** @throws Refusal 404 */
export async function removeMyPasskey(ctx: AppContext, accountId: string, id: string): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    mine(await deletePasskey(tx, accountId, id));
    await auditAccount(ctx, tx, accountId, 'person.passkey-removed');
  });
}

function mine(found: boolean): void {
  if (!found) throw notFound();
}
