import type { Tx } from '../../db/database.ts';
import { findCustomer, findPerson, insertPerson, updatePerson } from '../../db/people.ts';
import { PLAIN_PERSON } from '../../db/plain-rows.ts';
import type { PersonRow } from '../../db/schema.ts';
import { isAtLeast } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { becomeOne } from './become-one.ts';

/** What the shop says, with a name that passed the filter, or none. */
export type Customer = { siteId: string; customerId: string; name: string | null; address: string };
/** `joined`: who the browser was before and is no more, with how many messages came along. */
export type Found = { person: PersonRow; joined: { id: string; messages: number } | null };

/**
 * The one person a customer is on a site, on whatever device: who they were before, or the browser until now,
 * or somebody new.
 * @param before who the browser was until now, as it showed by a token; null = nobody who wrote anything
 */
export async function personOfCustomer(
  ctx: AppContext,
  tx: Tx,
  customer: Customer,
  before: PersonRow | null,
): Promise<Found> {
  const known = await findCustomer(tx, customer.siteId, customer.customerId);
  const found = await joinedWith(ctx, tx, customer, known, before);
  const changes = vouched(customer, found.person);
  await updatePerson(tx, found.person.id, { ...changes, last_seen_at: ctx.clock.now() });
  return { ...found, person: (await findPerson(tx, customer.siteId, found.person.id))! };
}

async function joinedWith(
  ctx: AppContext,
  tx: Tx,
  customer: Customer,
  known: PersonRow | undefined,
  before: PersonRow | null,
): Promise<Found> {
  if (!before || before.id === known?.id || !mayBecome(before)) {
    return { person: known ?? (await newCustomer(ctx, tx, customer)), joined: null };
  }
  if (!known) return { person: before, joined: { id: before.id, messages: 0 } };
  // Two accounts stay two: only one of them could sign in afterwards.
  if (before.account_id && known.account_id) return { person: known, joined: null };
  // An account is kept, and with it the id: what is without one goes over to it.
  const [from, into] = before.account_id ? [known, before] : [before, known];
  const messages = await becomeOne(ctx, tx, from, into);
  return { person: into, joined: { id: from.id, messages } };
}

/**
 * Who was no customer until now may turn out to be one. Moderators and managers stay who they are: on a
 * machine of the shop's they would become whichever customer they look at.
 */
function mayBecome({ customer_id, role }: PersonRow): boolean {
  return customer_id === null && !isAtLeast(role, 'moderator');
}

/** Members keep the name they chose. */
function vouched({ customerId, name }: Customer, person: PersonRow): Partial<PersonRow> {
  const isNamedByShop = name !== null && !person.account_id;
  return { customer_id: customerId, verified: 1, ...(isNamedByShop ? { name } : {}) };
}

async function newCustomer(
  ctx: AppContext,
  tx: Tx,
  { siteId, customerId, name, address }: Customer,
): Promise<PersonRow> {
  const at = ctx.clock.now();
  const person: PersonRow = {
    ...PLAIN_PERSON,
    id: ctx.random.id(),
    site_id: siteId,
    role: 'visitor',
    name: name ?? '',
    account_id: null,
    address,
    created_at: at,
    last_seen_at: at,
    verified: 1,
    customer_id: customerId,
  };
  await insertPerson(tx, person);
  return person;
}
