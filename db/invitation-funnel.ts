/** How far invitations have come. */
import { type SqlBool, sql } from 'kysely';
import type { Reader, Tx } from './database.ts';

/** Of a batch, or of everything the site ever sent where `batchId` is null. */
export async function countFunnel(db: Reader, siteId: string, batchId: string | null) {
  const counts = await db
    .selectFrom('invitation')
    .select((eb) => [
      eb.fn.countAll<number>().as('invited'),
      counted(sql`send_state in ('queued', 'sending') and used_at is null and revoked_at is null`).as(
        'queued',
      ),
      counted(sql`send_state = 'failed'`).as('failed'),
      counted(sql`send_state in ('none', 'failed') and used_at is null and revoked_at is null`).as('unsent'),
      counted(sql`send_state = 'sent'`).as('sent'),
      // Who joined has opened the link, even where it was made before this was noted.
      counted(sql`opened_at is not null or used_at is not null`).as('opened'),
      counted(sql`used_at is not null`).as('joined'),
      counted(sql`revoked_at is not null`).as('revoked'),
    ])
    .where('site_id', '=', siteId)
    .$if(batchId !== null, (query) => query.where('batch_id', '=', batchId))
    .executeTakeFirstOrThrow();
  const { answered } = await db
    .selectFrom('invitation')
    .select((eb) => eb.fn.countAll<number>().as('answered'))
    .where('site_id', '=', siteId)
    .where('used_at', 'is not', null)
    .$if(batchId !== null, (query) => query.where('batch_id', '=', batchId))
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('message')
          .select('message.id')
          .whereRef('message.author_id', '=', 'invitation.used_by')
          .whereRef('message.created_at', '>=', 'invitation.used_at')
          .where('message.is_question', '=', 0)
          .where('message.state', '=', 'published'),
      ),
    )
    .executeTakeFirstOrThrow();
  return { ...counts, answered };
}

const counted = (is: ReturnType<typeof sql>) =>
  sql<number>`count(case when ${is as ReturnType<typeof sql<SqlBool>>} then 1 end)`;

/** When each of these people first answered somebody since they joined: person → epoch ms. */
export async function firstAnswers(
  db: Reader,
  joined: { personId: string; since: number }[],
): Promise<Map<string, number>> {
  const found = new Map<string, number>();
  for (const { personId, since } of joined) {
    const row = await db
      .selectFrom('message')
      .select('created_at')
      .where('author_id', '=', personId)
      .where('created_at', '>=', since)
      .where('is_question', '=', 0)
      .where('state', '=', 'published')
      .orderBy('created_at')
      .limit(1)
      .executeTakeFirst();
    if (row) found.set(personId, row.created_at);
  }
  return found;
}

/** The first time its link was opened. @returns whether this was it */
export async function noteOpened(tx: Tx, id: string, now: number): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('invitation')
    .set({ opened_at: now })
    .where('id', '=', id)
    .where('opened_at', 'is', null)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}
