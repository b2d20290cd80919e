import type { Reader, Tx } from './database.ts';
import type { FollowRow } from './schema-notifications.ts';

export async function findFollow(
  db: Reader,
  conversationId: string,
  personId: string,
): Promise<FollowRow | undefined> {
  return await db
    .selectFrom('follow')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
}

export async function findFollowById(db: Reader, id: string): Promise<FollowRow | undefined> {
  return await db.selectFrom('follow').selectAll().where('id', '=', id).executeTakeFirst();
}

export async function listFollowsOf(db: Reader, conversationId: string): Promise<FollowRow[]> {
  return await db.selectFrom('follow').selectAll().where('conversation_id', '=', conversationId).execute();
}

/** The next ones after `after` in the order of their ids. */
export async function listFollows(db: Reader, after: string, limit: number): Promise<FollowRow[]> {
  return await db
    .selectFrom('follow')
    .selectAll()
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute();
}

/** Another wish of the same person for the same conversation takes the place of the one before. */
export async function putFollow(tx: Tx, row: FollowRow): Promise<void> {
  await deleteFollow(tx, row.conversation_id, row.person_id);
  await tx.insertInto('follow').values(row).execute();
}

export async function updateFollow(
  tx: Tx,
  id: string,
  changes: Partial<Pick<FollowRow, 'confirmed_at' | 'read_seq' | 'looked_seq' | 'told' | 'told_at'>>,
): Promise<void> {
  await tx.updateTable('follow').set(changes).where('id', '=', id).execute();
}

export async function deleteFollow(tx: Tx, conversationId: string, personId: string): Promise<void> {
  await tx
    .deleteFrom('follow')
    .where('conversation_id', '=', conversationId)
    .where('person_id', '=', personId)
    .execute();
}
