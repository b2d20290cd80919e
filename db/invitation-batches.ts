/** People invited together: confirmed in one go, turned into invitations part by part. */
import type { ExpressionBuilder } from 'kysely';
import type { Db } from './connect.ts';
import type { Reader, Tx } from './database.ts';
import type { Database, InvitationRow } from './schema.ts';
import type { InvitationBatchPartRow, InvitationBatchRow, InvitedPerson } from './schema-invitations.ts';

/** @param parts so many people each as one short transaction turns into invitations */
export async function insertBatch(
  tx: Tx,
  batch: InvitationBatchRow,
  parts: InvitedPerson[][],
): Promise<void> {
  await tx.insertInto('invitation_batch').values(batch).execute();
  for (const [position, people] of parts.entries()) {
    const part = { batch_id: batch.id, position, people: JSON.stringify(people) };
    await tx.insertInto('invitation_batch_part').values(part).execute();
  }
}

export async function findBatch(
  db: Reader,
  siteId: string,
  id: string,
): Promise<InvitationBatchRow | undefined> {
  return await db
    .selectFrom('invitation_batch')
    .selectAll()
    .where('id', '=', id)
    .where('site_id', '=', siteId)
    .executeTakeFirst();
}

/** A site's batches, newest first, each with who confirmed it. */
export async function listBatches(db: Reader, siteId: string, limit: number) {
  return await db
    .selectFrom('invitation_batch')
    .leftJoin('person', 'person.id', 'invitation_batch.created_by')
    .selectAll('invitation_batch')
    .select('person.name as by')
    .where('invitation_batch.site_id', '=', siteId)
    .orderBy('invitation_batch.created_at', 'desc')
    .limit(limit)
    .execute();
}

/** The next people of any batch who have no invitation yet, behind `after`, with their batch. */
export async function nextPart(db: Reader, after: { id: string; position: number }) {
  return await db
    .selectFrom('invitation_batch_part as part')
    .innerJoin('invitation_batch as batch', 'batch.id', 'part.batch_id')
    .selectAll('batch')
    .select(['part.position', 'part.people'])
    .where((eb) => eb(eb.refTuple('part.batch_id', 'part.position'), '>', eb.tuple(after.id, after.position)))
    .orderBy('part.batch_id')
    .orderBy('part.position')
    .limit(1)
    .executeTakeFirst();
}

/** @returns whether the part was still there: of two who use it up, one does */
export async function deletePart(
  tx: Tx,
  { batch_id, position }: Pick<InvitationBatchPartRow, 'batch_id' | 'position'>,
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('invitation_batch_part')
    .where('batch_id', '=', batch_id)
    .where('position', '=', position)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

export async function countLeftOut(tx: Tx, batchId: string, people: number): Promise<void> {
  await tx
    .updateTable('invitation_batch')
    .set((eb) => ({ left_out: eb('left_out', '+', people) }))
    .where('id', '=', batchId)
    .execute();
}

export async function insertInvitations(
  tx: Tx,
  rows: (InvitationRow & { batch_id: string; language: 'fr' | 'en' | null; topics: string | null })[],
): Promise<void> {
  if (rows.length > 0) await tx.insertInto('invitation').values(rows).execute();
}

/** Nobody of the batch is mailed any more; `revokeStopped` then ends what is queued. */
export async function stopBatch(tx: Tx, batchId: string, now: number): Promise<void> {
  await tx.updateTable('invitation_batch').set({ stopped_at: now }).where('id', '=', batchId).execute();
  await tx.deleteFrom('invitation_batch_part').where('batch_id', '=', batchId).execute();
}

/** Revokes what stopped batches have in the queue, so many at a time. @returns how many it were */
export async function revokeStopped(tx: Tx, limit: number, now: number): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('invitation')
    .set({ revoked_at: now, send_state: 'none', send_at: null })
    .where('id', 'in', (eb) => queuedOfStopped(eb).limit(limit))
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

export async function hasStopped(db: Reader): Promise<boolean> {
  const stopped = await db
    .selectFrom('invitation_batch as batch')
    .select('batch.id')
    .where('batch.stopped_at', 'is not', null)
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('invitation')
          .select('invitation.id')
          .whereRef('invitation.site_id', '=', 'batch.site_id')
          .whereRef('invitation.batch_id', '=', 'batch.id')
          .where('invitation.send_state', '=', 'queued')
          .where('invitation.mailing', '=', 1),
      ),
    )
    .limit(1)
    .executeTakeFirst();
  return stopped !== undefined;
}

const queuedOfStopped = (eb: ExpressionBuilder<Database, 'invitation'>) =>
  eb
    .selectFrom('invitation as waiting')
    .innerJoin('invitation_batch as batch', (join) =>
      join.onRef('batch.id', '=', 'waiting.batch_id').onRef('batch.site_id', '=', 'waiting.site_id'),
    )
    .select('waiting.id')
    .where('waiting.send_state', '=', 'queued')
    // What somebody sent again since is meant to leave.
    .where('waiting.mailing', '=', 1)
    .where('batch.stopped_at', 'is not', null);

/** Puts those of a batch whom no mail reached into the queue, so many at a time. @returns how many it were */
export async function queueUnsent(
  tx: Tx,
  batch: { siteId: string; id: string },
  { now, expiresAt, limit }: { now: number; expiresAt: number; limit: number },
): Promise<number> {
  const { numUpdatedRows } = await tx
    .updateTable('invitation')
    .set((eb) => ({
      send_state: 'queued',
      send_at: now,
      attempts: 0,
      mailing: eb('mailing', '+', 1),
      expires_at: expiresAt,
    }))
    .where('id', 'in', (eb) =>
      eb
        .selectFrom('invitation as unsent')
        .select('unsent.id')
        .where('unsent.site_id', '=', batch.siteId)
        .where('unsent.batch_id', '=', batch.id)
        .where('unsent.send_state', 'in', ['none', 'failed'])
        .where('unsent.used_at', 'is', null)
        .where('unsent.revoked_at', 'is', null)
        .where('unsent.email', 'is not', null)
        .limit(limit),
    )
    .executeTakeFirst();
  return Number(numUpdatedRows);
}

/** Those of a batch whom no mail reached and who may still come, a page at a time after an id. */
export async function listUnsent(
  db: Reader,
  batch: { siteId: string; id: string },
  after: string,
  limit: number,
) {
  return await db
    .selectFrom('invitation')
    .select(['id', 'email', 'name', 'language', 'token_hash'])
    .where('site_id', '=', batch.siteId)
    .where('batch_id', '=', batch.id)
    .where('send_state', 'in', ['none', 'failed'])
    .where('used_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Why somebody cannot be invited: an invitation that waits, a membership, or their own wish. */
export type AlreadyKnown = 'waiting' | 'member' | 'declined';

/** What is known of these addresses at this site. @param emails lower case, at most a few hundred */
export async function listKnown(
  db: Reader,
  siteId: string,
  emails: string[],
  now: number,
): Promise<Map<string, AlreadyKnown>> {
  if (emails.length === 0) return new Map();
  const invited = await db
    .selectFrom('invitation')
    .select(['email', 'declined_at'])
    .where('site_id', '=', siteId)
    .where('email', 'in', emails)
    .where((eb) =>
      eb.or([
        eb('declined_at', 'is not', null),
        eb.and([eb('used_at', 'is', null), eb('revoked_at', 'is', null), eb('expires_at', '>', now)]),
      ]),
    )
    .execute();
  const members = await db
    .selectFrom('user')
    .innerJoin('person', 'person.account_id', 'user.id')
    .select('user.email')
    .where('user.email', 'in', emails)
    .where('person.site_id', '=', siteId)
    .where('person.role', '!=', 'visitor')
    .execute();
  const known = new Map<string, AlreadyKnown>();
  for (const { email, declined_at } of invited) {
    if (email && known.get(email) !== 'declined')
      known.set(email, declined_at === null ? 'waiting' : 'declined');
  }
  for (const { email } of members) known.set(email, 'member');
  return known;
}

/**
 * After a back-up was restored nobody knows who was mailed since: nothing leaves until a manager says so.
 * People without an invitation yet are left to be given again, as another life may have invited them.
 */
export async function holdMailing(db: Db, now: number): Promise<void> {
  await db
    .updateTable('invitation')
    .set({ send_state: 'failed', send_at: null, send_error: 'restored from a back-up' })
    .where('send_state', 'in', ['queued', 'sending'])
    .execute();
  await db
    .updateTable('invitation_batch')
    .set({ stopped_at: now })
    .where('id', 'in', (eb) => eb.selectFrom('invitation_batch_part').select('batch_id'))
    .where('stopped_at', 'is', null)
    .execute();
  await db.deleteFrom('invitation_batch_part').execute();
}
