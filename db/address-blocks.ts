import type { Reader, Tx } from './database.ts';
import { remembered } from './memory.ts';
import type { AddressBlockRow } from './schema.ts';
import { after } from './soon.ts';

/** Blocks in force at `now`, each with who made it. */
export function listBlocks(db: Reader, siteId: string, now: number) {
  const blocks = remembered(db, 'address_block', siteId, () =>
    db
      .selectFrom('address_block')
      .leftJoin('person', 'person.id', 'address_block.created_by')
      .selectAll('address_block')
      .select('person.name as by')
      .where('address_block.site_id', '=', siteId)
      .where('lifted_at', 'is', null)
      .orderBy('address_block.created_at', 'desc')
      .execute(),
  );
  return after(blocks, (all) => all.filter(({ expires_at }) => expires_at === null || expires_at > now));
}

export async function insertBlock(tx: Tx, row: AddressBlockRow): Promise<void> {
  await tx.insertInto('address_block').values(row).execute();
}

/** @returns the lifted block, undefined when there was none in force. */
export async function liftBlock(
  tx: Tx,
  siteId: string,
  id: string,
  at: number,
): Promise<AddressBlockRow | undefined> {
  return await tx
    .updateTable('address_block')
    .set({ lifted_at: at })
    .where('id', '=', id)
    .where('site_id', '=', siteId)
    .where('lifted_at', 'is', null)
    .returningAll()
    .executeTakeFirst();
}

/** How many blocks somebody made since a time. */
export async function countBlocksBy(db: Reader, siteId: string, personId: string, since: number) {
  const row = await db
    .selectFrom('address_block')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('site_id', '=', siteId)
    .where('created_by', '=', personId)
    .where('created_at', '>', since)
    .executeTakeFirstOrThrow();
  return Number(row.n);
}
