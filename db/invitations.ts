import type { Reader, Tx } from './database.ts';
import type { InvitationRow } from './schema.ts';

export async function insertInvitation(tx: Tx, row: InvitationRow): Promise<void> {
  await tx.insertInto('invitation').values(row).execute();
}

/** By either of its links. */
export async function findInvitationByHash(db: Reader, hash: string) {
  return await db
    .selectFrom('invitation')
    .selectAll()
    .where((eb) => eb.or([eb('token_hash', '=', hash), eb('mail_hash', '=', hash)]))
    .executeTakeFirst();
}

export async function findInvitation(db: Reader, siteId: string, id: string) {
  return await db
    .selectFrom('invitation')
    .selectAll()
    .where('id', '=', id)
    .where('site_id', '=', siteId)
    .executeTakeFirst();
}

/** Uses an invitation up: of many at once, one. @returns whether this call did. */
export async function useInvitation(tx: Tx, id: string, by: string, now: number): Promise<boolean> {
  const result = await tx
    .updateTable('invitation')
    .set({ used_at: now, used_by: by })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** @returns the revoked invitation; undefined when it was used or revoked before. */
export async function revokeInvitation(
  tx: Tx,
  siteId: string,
  id: string,
  now: number,
): Promise<InvitationRow | undefined> {
  return await tx
    .updateTable('invitation')
    .set({ revoked_at: now })
    .where('id', '=', id)
    .where('site_id', '=', siteId)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
}

/** Takes back what the operator's command line invited to and nobody used: new links follow at once. */
export async function revokeOperatorInvitations(tx: Tx, siteId: string, now: number): Promise<void> {
  await tx
    .updateTable('invitation')
    .set({ revoked_at: now })
    .where('site_id', '=', siteId)
    .where('created_by', 'is', null)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute();
}

/** Gives an invitation that can still be accepted this token. @returns whether it can */
export async function replaceToken(
  tx: Tx,
  { siteId, id, tokenHash, now }: { siteId: string; id: string; tokenHash: string; now: number },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('invitation')
    .set({ token_hash: tokenHash })
    .where('id', '=', id)
    .where('site_id', '=', siteId)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Ends an invitation at the wish of who got it. @returns whether this call did */
export async function decline(tx: Tx, id: string, now: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('invitation')
    .set({ declined_at: now, revoked_at: now, send_state: 'none', send_at: null })
    .where('id', '=', id)
    .where('used_at', 'is', null)
    .where('declined_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
