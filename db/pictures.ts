import type { Reader, Tx } from './database.ts';
import type { PictureRow } from './schema-joining.ts';

/** One of the two squares. @returns undefined when there is no such picture, or no longer */
export async function findPicture(
  db: Reader,
  id: string,
  size: 'large' | 'small',
): Promise<Uint8Array | undefined> {
  const row = await db
    .selectFrom('picture')
    .select(`${size} as bytes`)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.bytes;
}

/** Gives a person this picture; the one before is deleted. */
export async function savePicture(tx: Tx, picture: PictureRow): Promise<void> {
  await deletePicture(tx, picture.person_id);
  await tx.insertInto('picture').values(picture).execute();
  await tx
    .updateTable('person')
    .set({ picture_id: picture.id })
    .where('id', '=', picture.person_id)
    .execute();
}

/** @returns whether there was one */
export async function deletePicture(tx: Tx, personId: string): Promise<boolean> {
  const deleted = await tx.deleteFrom('picture').where('person_id', '=', personId).executeTakeFirst();
  await tx.updateTable('person').set({ picture_id: null }).where('id', '=', personId).execute();
  return deleted.numDeletedRows > 0n;
}
