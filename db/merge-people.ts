import { sql } from 'kysely';
import { showFirstBadge } from './badges.ts';
import type { Tx } from './database.ts';
import { HELD_BY_PERSON } from './held-by-person.ts';
import type { PersonRow } from './schema.ts';

/**
 * Everything of one person becomes another's, bans included: what was shown to be `from` is dead from then on.
 * The row stays, so that the audit log can still name it.
 * @param at now @returns how many messages went over
 */
export async function mergePeople(tx: Tx, from: PersonRow, into: PersonRow, at: number): Promise<number> {
  let messages = 0;
  await keepOneOffer(tx, from.id, into.id);
  for (const place of HELD_BY_PERSON) {
    const moved = await moveRows(tx, place, from.id, into.id);
    if (place.table === 'message') messages = moved;
  }
  await withdrawOwnThanks(tx, from.id, into.id, at);
  await tx
    .updateTable('person')
    .set({ merged_into: into.id, customer_id: null, address: null })
    .where('id', '=', from.id)
    .execute();
  await tx
    .updateTable('person')
    .set({
      customer_id: into.customer_id ?? from.customer_id,
      verified: into.verified || from.verified ? 1 : 0,
      created_at: Math.min(into.created_at, from.created_at),
      // Whoever has no sign-in is an expert at most, as a manager decided: that is not lost.
      role: into.role === 'visitor' ? from.role : into.role,
    })
    .where('id', '=', into.id)
    .execute();
  await countAgain(tx, [from.id, into.id]);
  await showFirstBadge(tx, into.id);
  return messages;
}

/** Of two offers that wait for an answer, the one to who is still somebody is left. */
async function keepOneOffer(tx: Tx, from: string, into: string): Promise<void> {
  await sql`update promotion set outcome = 'withdrawn' where person_id = ${from} and outcome is null
    and exists (select 1 from promotion where person_id = ${into} and outcome is null)`.execute(tx);
}

type Place = (typeof HELD_BY_PERSON)[number];

async function moveRows(tx: Tx, { table, column, alone }: Place, from: string, into: string) {
  const [t, c] = [sql.table(table), sql.ref(column)];
  const free = alone
    ? sql`and ${sql.ref(alone)} not in (select ${sql.ref(alone)} from ${t} where ${c} = ${into})`
    : sql``;
  const done = await sql`update ${t} set ${c} = ${into} where ${c} = ${from} ${free}`.execute(tx);
  return Number(done.numAffectedRows ?? 0);
}

/** Nobody thanks themself, nor twice for one message: thanks that have become that are taken back. */
async function withdrawOwnThanks(tx: Tx, from: string, into: string, at: number): Promise<void> {
  await sql`update thank set withdrawn_at = ${at} where withdrawn_at is null and (person_id = ${from}
    or person_id = ${into} and message_id in (select id from message where author_id = ${into}))`.execute(tx);
}

/** What triggers count of people and conversations goes by who wrote what, which has changed. */
async function countAgain(tx: Tx, people: [string, string]): Promise<void> {
  for (const id of people) {
    await sql`update person set
      published = (select count(*) from message where author_id = ${id} and state = 'published'),
      rejected = (select count(*) from message where author_id = ${id} and state = 'rejected')
      where id = ${id}`.execute(tx);
  }
  await sql`update conversation set (answers, first_answer_at) = (
      select count(*), min(message.published_at) from message where message.conversation_id = conversation.id
      and message.state = 'published' and message.author_id <> conversation.author_id)
    where id in (select conversation_id from message where author_id = ${people[1]})
      or author_id = ${people[1]}`.execute(tx);
}
