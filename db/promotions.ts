import type { Reader, Tx } from './database.ts';
import { remembered } from './memory.ts';
import type { PromotionOutcome, PromotionRow } from './schema-identity.ts';

/** A site's offers that nobody has answered, by whom they are for: there are few, and everybody asks. */
async function openOffers(db: Reader, siteId: string): Promise<Map<string, PromotionRow>> {
  return await remembered(db, 'promotion', siteId, async () => {
    const rows = await db
      .selectFrom('promotion')
      .selectAll()
      .where('site_id', '=', siteId)
      .where('outcome', 'is', null)
      .execute();
    return new Map(rows.map((row) => [row.person_id, row]));
  });
}

/** What this person is asked to become, while it can be answered. */
export async function findOffer(
  db: Reader,
  siteId: string,
  personId: string,
  now: number,
): Promise<PromotionRow | undefined> {
  const offer = (await openOffers(db, siteId)).get(personId);
  return offer && offer.expires_at > now ? offer : undefined;
}

/** Offers made since then, newest first, each with whom it is for and who made it. */
export async function listOffers(db: Reader, siteId: string, since: number) {
  return await db
    .selectFrom('promotion')
    .innerJoin('person', 'person.id', 'promotion.person_id')
    .innerJoin('person as maker', 'maker.id', 'promotion.created_by')
    .selectAll('promotion')
    .select(['person.name as person_name', 'person.role as person_role', 'maker.name as by'])
    .where('promotion.site_id', '=', siteId)
    .where('promotion.created_at', '>=', since)
    .orderBy('promotion.created_at', 'desc')
    .limit(100)
    .execute();
}

export async function findPromotion(db: Reader, siteId: string, id: string) {
  return await db
    .selectFrom('promotion')
    .selectAll()
    .where('id', '=', id)
    .where('site_id', '=', siteId)
    .executeTakeFirst();
}

export async function insertPromotion(tx: Tx, row: PromotionRow): Promise<void> {
  await tx.insertInto('promotion').values(row).execute();
}

/** Answers an offer: of many at once, one. @returns whether this call did */
export async function endPromotion(
  tx: Tx,
  id: string,
  outcome: PromotionOutcome,
  at: number,
): Promise<boolean> {
  const result = await tx
    .updateTable('promotion')
    .set({ outcome, ended_at: at, email: null, code_hash: null, code_expires_at: null })
    .where('id', '=', id)
    .where('outcome', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Offers whose time is over make room for others. */
export async function expirePromotions(tx: Tx, now: number): Promise<void> {
  await tx
    .updateTable('promotion')
    .set({ outcome: 'expired', ended_at: now, email: null, code_hash: null, code_expires_at: null })
    .where('outcome', 'is', null)
    .where('expires_at', '<=', now)
    .execute();
}

export async function deletePromotions(tx: Tx, before: number): Promise<void> {
  await tx.deleteFrom('promotion').where('ended_at', '<', before).execute();
}

/** The code that was sent to an address, in place of any before. */
export async function keepCode(
  tx: Tx,
  id: string,
  code: Pick<PromotionRow, 'email' | 'code_hash' | 'code_expires_at'>,
): Promise<void> {
  await tx
    .updateTable('promotion')
    .set({ ...code, code_tries: 0 })
    .where('id', '=', id)
    .execute();
}

/** Counts a try before anything is compared. @returns the offer as it was, undefined when there is no code to try */
export async function takeCodeTry(tx: Tx, id: string, tries: number, now: number) {
  return await tx
    .updateTable('promotion')
    .set((eb) => ({ code_tries: eb('code_tries', '+', 1) }))
    .where('id', '=', id)
    .where('outcome', 'is', null)
    .where('code_hash', 'is not', null)
    .where('code_expires_at', '>', now)
    .where('code_tries', '<', tries)
    .returningAll()
    .executeTakeFirst();
}
