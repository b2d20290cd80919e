/** Members' sessions. The sign-in library reads them by their token; they are opened, prolonged and ended here. */

import type { Reader, Tx } from './database.ts';
import { remembered } from './memory.ts';
import type { SessionRow } from './schema-joining.ts';
import { after, type Soon } from './soon.ts';

/** @param times milliseconds since the epoch */
export async function insertSession(
  tx: Tx,
  session: Pick<SessionRow, 'id' | 'token' | 'userId' | 'userAgent' | 'origin' | 'site_id'>,
  times: { at: number; expiresAt: number },
): Promise<void> {
  const at = new Date(times.at).toISOString();
  const expiresAt = new Date(times.expiresAt).toISOString();
  await tx
    .insertInto('session')
    .values({ ...session, createdAt: at, updatedAt: at, expiresAt, ipAddress: null })
    .execute();
}

/**
 * Whether a session was not ended. That its time is over is asked where somebody comes in, not at each act: a
 * clock that is set forward by mistake must send nobody away. Asked at every act of a member, so it is remembered.
 */
export function isSessionKept(db: Reader, id: string): Soon<boolean> {
  return after(findSession(db, id), (session) => session !== undefined);
}

/** Whether a session opens this site: one that began in a shop opens that shop's site only. */
export async function doesSessionOpen(db: Reader, id: string, siteId: string): Promise<boolean> {
  const session = await findSession(db, id);
  return session !== undefined && (session.site_id === null || session.site_id === siteId);
}

function findSession(db: Reader, id: string) {
  const found = remembered(db, 'session', id, () =>
    db.selectFrom('session').select('site_id').where('id', '=', id).execute(),
  );
  return after(found, ([session]) => session);
}

/** Those that stand at `now`, the last used first. */
export async function listSessions(db: Reader, accountId: string, now: number): Promise<SessionRow[]> {
  return await db
    .selectFrom('session')
    .selectAll()
    .where('userId', '=', accountId)
    .where('expiresAt', '>', new Date(now).toISOString())
    .orderBy('updatedAt', 'desc')
    .execute();
}

/** Used at `at`, and open until `expiresAt`. One that was ended meanwhile stays ended. */
export async function prolongSession(
  tx: Tx,
  id: string,
  times: { at: number; expiresAt: number },
): Promise<void> {
  await tx
    .updateTable('session')
    .set({
      updatedAt: new Date(times.at).toISOString(),
      expiresAt: new Date(times.expiresAt).toISOString(),
    })
    .where('id', '=', id)
    .execute();
}

/** Ends one session of this account, and the codes that lead to the shop: they would open another. */
export async function endSession(tx: Tx, accountId: string, id: string): Promise<boolean> {
  const ended = await tx
    .deleteFrom('session')
    .where('id', '=', id)
    .where('userId', '=', accountId)
    .executeTakeFirst();
  await tx
    .deleteFrom('sign_in_link')
    .where('account_id', '=', accountId)
    .where('purpose', '=', 'shop')
    .execute();
  if (ended.numDeletedRows > 0n)
    await tx.deleteFrom('push_subscription').where('session_id', '=', id).execute();
  return ended.numDeletedRows > 0n;
}

/**
 * Ends every session but `kept`, with every link, half-made sign-in and device that is told anything.
 * @returns how many sessions
 */
export async function endSessions(tx: Tx, accountId: string, kept: string | null = null): Promise<number> {
  let ending = tx.deleteFrom('session').where('userId', '=', accountId);
  if (kept !== null) ending = ending.where('id', '!=', kept);
  const { numDeletedRows } = await ending.executeTakeFirst();
  await tx.deleteFrom('sign_in_link').where('account_id', '=', accountId).execute();
  await tx.deleteFrom('second_step').where('account_id', '=', accountId).execute();
  await forgetDevices(tx, accountId, kept);
  return Number(numDeletedRows);
}

/** Of all the account's persons; which session an older device is of is not known, so it goes. */
async function forgetDevices(tx: Tx, accountId: string, kept: string | null): Promise<void> {
  const persons = tx.selectFrom('person').select('id').where('account_id', '=', accountId);
  let forgetting = tx.deleteFrom('push_subscription').where('person_id', 'in', persons);
  if (kept !== null) {
    forgetting = forgetting.where((eb) =>
      eb.or([eb('session_id', 'is', null), eb('session_id', '!=', kept)]),
    );
  }
  await forgetting.execute();
}
