import { type SqlBool, sql } from 'kysely';
import { compileOnce } from './compile-once.ts';
import type { Reader, Tx } from './database.ts';
import { remembered } from './memory.ts';
import type { PersonRow, RoleValue } from './schema.ts';
import { after, type Soon } from './soon.ts';

export function findPerson(db: Reader, siteId: string, id: string): Soon<PersonRow | undefined> {
  // That somebody has no row, as most visitors have none, is remembered as well.
  const found = remembered(db, 'person', id, () => byId(db, [id]));
  return after(found, ([person]) => (person?.site_id === siteId ? person : undefined));
}

const byId = compileOnce((db) => db.selectFrom('person').selectAll().where('id', '=', ''));

export async function findMember(
  db: Reader,
  siteId: string,
  accountId: string,
): Promise<PersonRow | undefined> {
  return await db
    .selectFrom('person')
    .selectAll()
    .where('account_id', '=', accountId)
    .where('site_id', '=', siteId)
    .executeTakeFirst();
}

/** Who this is to the shop. */
export async function findCustomer(
  db: Reader,
  siteId: string,
  customerId: string,
): Promise<PersonRow | undefined> {
  return await db
    .selectFrom('person')
    .selectAll()
    .where('site_id', '=', siteId)
    .where('customer_id', '=', customerId)
    .executeTakeFirst();
}

/** Every site this account is a member of. */
export async function listMemberships(db: Reader, accountId: string) {
  return await db
    .selectFrom('person')
    .innerJoin('site', 'site.id', 'person.site_id')
    .select([
      'person.id as person_id',
      'person.role',
      'person.name',
      'site.id as site_id',
      'site.name as site_name',
    ])
    .select(['site.moderators_may_release', 'site.community'])
    .where('account_id', '=', accountId)
    .orderBy('site.name')
    .execute();
}

/** What these people are called, by their id. */
export async function listNames(db: Reader, ids: string[]): Promise<Map<string, string>> {
  if (ids.length === 0) return new Map();
  const rows = await db.selectFrom('person').select(['id', 'name']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}

export async function insertPerson(tx: Tx, row: PersonRow): Promise<void> {
  await tx.insertInto('person').values(row).execute();
}

export async function updatePerson(
  tx: Tx,
  id: string,
  changes: Partial<Omit<PersonRow, 'id' | 'site_id' | 'created_at'>>,
): Promise<void> {
  await tx.updateTable('person').set(changes).where('id', '=', id).execute();
}

/** Community managers who can act at `now`: with a sign-in, and not banned. */
export async function countManagers(db: Reader, siteId: string, now: number): Promise<number> {
  const row = await db
    .selectFrom('person')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('site_id', '=', siteId)
    .where('role', '=', 'manager')
    .where('account_id', 'is not', null)
    .where('id', 'not in', (eb) =>
      eb
        .selectFrom('ban')
        .select('person_id')
        .where('lifted_at', 'is', null)
        .where((inner) => inner.or([inner('expires_at', 'is', null), inner('expires_at', '>', now)])),
    )
    .executeTakeFirstOrThrow();
  return Number(row.n);
}

/** The community managers of a site who can sign in. */
export async function listManagerIds(db: Reader, siteId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('person')
    .select('id')
    .where('site_id', '=', siteId)
    .where('role', '=', 'manager')
    .where('account_id', 'is not', null)
    .execute();
  return rows.map(({ id }) => id);
}

export type PeoplePlace = { createdAt: number; id: string };
export type PeopleFilter = {
  q: string | null;
  role: RoleValue | null;
  before: PeoplePlace | null;
  limit: number;
};

/** The people screen: newest first, with how much of theirs was published and rejected. */
export async function listPeople(db: Reader, siteId: string, { q, role, before, limit }: PeopleFilter) {
  let query = db
    .selectFrom('person')
    .selectAll()
    .where('site_id', '=', siteId)
    .where('merged_into', 'is', null)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit);
  if (before) query = query.where(sql<SqlBool>`(created_at, id) < (${before.createdAt}, ${before.id})`);
  if (role) query = query.where('role', '=', role);
  if (q) query = query.where('name', 'like', containing(q));
  return await query.execute();
}

/** What an author has done here: the figures beside a name in moderation. */
export async function authorRecord(db: Reader, siteId: string, personId: string, address: string | null) {
  const [counts] = await countsOf(db, [personId]);
  const [names] = address ? await namesOn(db, [siteId, address]) : [{ n: 1 }];
  return {
    published: counts?.published ?? 0,
    rejected: counts?.rejected ?? 0,
    namesOnAddress: Number(names?.n ?? 1),
  };
}

const countsOf = compileOnce((db) =>
  db.selectFrom('person').select(['published', 'rejected']).where('id', '=', ''),
);
const namesOn = compileOnce((db) =>
  db
    .selectFrom('person')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('site_id', '=', '')
    .where('address', '=', ''),
);

/** Everybody who was seen with an address lately: for the preview of a block. */
export async function listAddresses(db: Reader, siteId: string) {
  return await db
    .selectFrom('person')
    .select(['id', 'name', 'role', 'address'])
    .where('site_id', '=', siteId)
    .where('address', 'is not', null)
    .execute();
}

/** `LIKE` pattern for "contains", its own wildcards taken out. */
export function containing(text: string): string {
  return `%${text.replace(/[%_\\]/g, ' ').trim()}%`;
}
