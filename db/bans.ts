import type { Reader, Tx } from './database.ts';
import { remembered } from './memory.ts';
import type { BanRow } from './schema.ts';
import { after, type Soon } from './soon.ts';

/** The ban in force on this person at `now`. */
export function findBan(db: Reader, personId: string, now: number): Soon<BanRow | undefined> {
  const bans = remembered(db, 'ban', personId, () =>
    notLifted(db).where('person_id', '=', personId).execute(),
  );
  return after(bans, (all) => all.find(({ expires_at }) => expires_at === null || expires_at > now));
}

export async function listBansOf(db: Reader, personIds: string[], now: number): Promise<BanRow[]> {
  if (personIds.length === 0) return [];
  return await notLifted(db)
    .where('person_id', 'in', personIds)
    .where((eb) => eb.or([eb('expires_at', 'is', null), eb('expires_at', '>', now)]))
    .execute();
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

function notLifted(db: Reader) {
  return db.selectFrom('ban').selectAll().where('lifted_at', 'is', null).orderBy('created_at', 'desc');
}
