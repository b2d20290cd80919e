import type { Reader, Tx } from './database.ts';
import type { BanRow } from './schema.ts';

/** The ban in force on this person at `now`. */
export async function findBan(db: Reader, personId: string, now: number): Promise<BanRow | undefined> {
  return await inForce(db, now).where('person_id', '=', personId).executeTakeFirst();
}

export async function listBansOf(db: Reader, personIds: string[], now: number): Promise<BanRow[]> {
  if (personIds.length === 0) return [];
  return await inForce(db, now).where('person_id', 'in', personIds).execute();
}

export async function insertBan(tx: Tx, row: BanRow): Promise<void> {
  await tx.insertInto('ban').values(row).execute();
}

export async function liftBans(tx: Tx, personId: string, at: number): Promise<number> {
  const result = await tx
    .updateTable('ban')
    .set({ lifted_at: at })
    .where('person_id', '=', personId)
    .where('lifted_at', 'is', null)
    .executeTakeFirst();
  return Number(result.numUpdatedRows);
}

function inForce(db: Reader, now: number) {
  return db
    .selectFrom('ban')
    .selectAll()
    .where('lifted_at', 'is', null)
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
    .orderBy('created_at', 'desc');
}
