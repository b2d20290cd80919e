import type { Reader, Tx } from './database.ts';
import type { SignInLinkRow } from './schema.ts';

export async function insertSignInLink(tx: Tx, row: SignInLinkRow): Promise<void> {
  await tx.insertInto('sign_in_link').values(row).execute();
}

/** Uses the link up. @returns whose it is; undefined when it is unknown, used, expired or for something else. */
export async function useSignInLink(
  tx: Tx,
  link: { tokenHash: string; purposes: SignInLinkRow['purpose'][]; siteId: string | null; now: number },
): Promise<SignInLinkRow | undefined> {
  return await tx
    .updateTable('sign_in_link')
    .set({ used_at: link.now })
    .where('token_hash', '=', link.tokenHash)
    .where('purpose', 'in', link.purposes)
    .where('site_id', 'is', link.siteId)
    .where('used_at', 'is', null)
    .where('expires_at', '>', link.now)
    .returningAll()
    .executeTakeFirst();
}

/** Whether a link would still work, without using it up. */
export async function isUsable(db: Reader, tokenHash: string, now: number): Promise<boolean> {
  const row = await db
    .selectFrom('sign_in_link')
    .select('token_hash')
    .where('token_hash', '=', tokenHash)
    .where('used_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row !== undefined;
}
