import type { Reader, Tx } from './database.ts';
import type { NoteRow } from './schema-moderators.ts';

export async function insertNote(tx: Tx, row: NoteRow): Promise<void> {
  await tx.insertInto('note').values(row).execute();
}

/** The notes on a person, newest first, each with who wrote it. */
export async function listNotes(db: Reader, siteId: string, personId: string, limit: number) {
  return await db
    .selectFrom('note')
    .leftJoin('person as author', 'author.id', 'note.author_id')
    .selectAll('note')
    .select('author.name as author_name')
    .where('note.person_id', '=', personId)
    .where('note.site_id', '=', siteId)
    .orderBy('note.created_at', 'desc')
    .orderBy('note.id', 'desc')
    .limit(limit)
    .execute();
}

export async function countNotes(db: Reader, siteId: string, personId: string): Promise<number> {
  const row = await db
    .selectFrom('note')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('person_id', '=', personId)
    .where('site_id', '=', siteId)
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

export async function findNote(db: Reader, siteId: string, id: string): Promise<NoteRow | undefined> {
  return await db
    .selectFrom('note')
    .selectAll()
    .where('id', '=', id)
    .where('site_id', '=', siteId)
    .executeTakeFirst();
}

/** @returns whether it was there. */
export async function deleteNote(tx: Tx, id: string): Promise<boolean> {
  const result = await tx.deleteFrom('note').where('id', '=', id).executeTakeFirst();
  return result.numDeletedRows === 1n;
}

/** A visitor who wrote nothing that is still there is nobody to have notes or alerts about. */
export async function eraseNotesOnGone(tx: Tx, personId: string): Promise<void> {
  const left = await tx
    .selectFrom('person')
    .select('id')
    .where('id', '=', personId)
    .where((eb) =>
      eb.or([
        eb('account_id', 'is not', null),
        eb.exists(eb.selectFrom('message').select('message.id').where('author_id', '=', personId)),
      ]),
    )
    .executeTakeFirst();
  if (left) return;
  await tx.deleteFrom('note').where('person_id', '=', personId).execute();
  await tx.deleteFrom('alert').where('person_id', '=', personId).execute();
}
