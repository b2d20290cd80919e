/** What the job that mails invitations reads and writes. */
import type { Reader, Tx } from './database.ts';

type InvitationHashes = { token_hash: string; mail_hash: string };

/** Invitations whose mail is due, each with what the mail needs. */
export async function listDue(db: Reader, now: number, limit: number) {
  return await db
    .selectFrom('invitation')
    .innerJoin('site', 'site.id', 'invitation.site_id')
    .leftJoin('invitation_batch as batch', 'batch.id', 'invitation.batch_id')
    .select([
      'invitation.id',
      'invitation.site_id',
      'invitation.role',
      'invitation.email',
      'invitation.language',
      'invitation.attempts',
      'invitation.mailing',
      'site.name as site_name',
      'site.locale',
      'site.accent',
      'batch.message_fr',
      'batch.message_en',
    ])
    .where('invitation.send_state', '=', 'queued')
    .where('invitation.send_at', '<=', now)
    .where((eb) => eb.or([eb('batch.stopped_at', 'is', null), eb('invitation.mailing', '>', 1)]))
    .orderBy('invitation.send_at')
    .limit(limit)
    .execute();
}

export type DueInvitation = Awaited<ReturnType<typeof listDue>>[number];

/**
 * Takes these for sending, all that can still be accepted and nobody else took.
 * @param expiresAt their time counts from the mail @returns the ids that are now this job's
 */
export async function beginSending(tx: Tx, ids: string[], expiresAt: number): Promise<string[]> {
  const rows = await tx
    .updateTable('invitation')
    .set((eb) => ({ send_state: 'sending', attempts: eb('attempts', '+', 1), expires_at: expiresAt }))
    .where('id', 'in', ids)
    .where('send_state', '=', 'queued')
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .returning('id')
    .execute();
  return rows.map(({ id }) => id);
}

/** What was used or revoked while it waited has nothing to be sent. */
export async function forgetOver(tx: Tx, ids: string[]): Promise<void> {
  await tx
    .updateTable('invitation')
    .set({ send_state: 'none', send_at: null })
    .where('id', 'in', ids)
    .where('send_state', '=', 'queued')
    .where((eb) => eb.or([eb('used_at', 'is not', null), eb('revoked_at', 'is not', null)]))
    .execute();
}

export async function noteSent(tx: Tx, id: string, now: number): Promise<void> {
  await tx
    .updateTable('invitation')
    .set({ send_state: 'sent', sent_at: now, send_at: null, send_error: null })
    .where('id', '=', id)
    .execute();
}

/** @param again when it is tried again; null = never */
export async function noteRefused(tx: Tx, id: string, error: string, again: number | null): Promise<void> {
  await tx
    .updateTable('invitation')
    .set({ send_state: again === null ? 'failed' : 'queued', send_at: again, send_error: error })
    .where('id', '=', id)
    .execute();
}

/** Whether mails were on their way when the process ended. */
export async function hasInterruptedMails(db: Reader): Promise<boolean> {
  const row = await db
    .selectFrom('invitation')
    .select('id')
    .where('send_state', '=', 'sending')
    .executeTakeFirst();
  return row !== undefined;
}

/** What was on its way when the process ended goes back into the queue. @returns how many */
export async function queueInterrupted(tx: Tx, now: number): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('invitation')
    .set({ send_state: 'queued', send_at: now })
    .where('send_state', '=', 'sending')
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Mails it again, with a new time to live and the count of attempts begun anew. @returns whether it can be */
export async function queueAgain(
  tx: Tx,
  invitation: { siteId: string; id: string; hashes: InvitationHashes; expiresAt: number; now: number },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('invitation')
    .set((eb) => ({
      send_state: 'queued',
      send_at: invitation.now,
      attempts: 0,
      mailing: eb('mailing', '+', 1),
      send_error: null,
      ...invitation.hashes,
      expires_at: invitation.expiresAt,
    }))
    .where('id', '=', invitation.id)
    .where('site_id', '=', invitation.siteId)
    .where('email', 'is not', null)
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('declined_at', 'is', null)
    .where('send_state', 'not in', ['queued', 'sending'])
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
