import { compileForMany } from './compile-once.ts';
import type { Reader, Tx } from './database.ts';
import type { QuestionClaimRow } from './schema-waiting.ts';

export type ClaimWithName = QuestionClaimRow & { name: string };

/** Who has taken these questions, also those whose time is over; in no order. */
export const listClaimsOf = compileForMany<string, ClaimWithName>((db, conversationIds) =>
  withNames(db).where('conversation_id', 'in', conversationIds),
);

export async function findClaim(db: Reader, conversationId: string): Promise<ClaimWithName | undefined> {
  return (await listClaimsOf(db, [conversationId]))[0];
}

/** Every claim there is: no more than experts at work. */
export async function listClaims(db: Reader): Promise<ClaimWithName[]> {
  return await withNames(db).execute();
}

const withNames = (db: Reader) =>
  db
    .selectFrom('question_claim')
    .innerJoin('person', 'person.id', 'question_claim.person_id')
    .selectAll('question_claim')
    .select('person.name');

export async function countClaimsOf(db: Reader, personId: string, now: number): Promise<number> {
  const { n } = await db
    .selectFrom('question_claim')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('person_id', '=', personId)
    .where('until', '>', now)
    .executeTakeFirstOrThrow();
  return Number(n);
}

/** Takes the question for this person, in place of whoever had it. */
export async function putClaim(tx: Tx, claim: QuestionClaimRow): Promise<void> {
  const { conversation_id: _, ...changes } = claim;
  await tx
    .insertInto('question_claim')
    .values(claim)
    .onConflict((oc) => oc.column('conversation_id').doUpdateSet(changes))
    .execute();
}

/** @returns whether this person had it */
export async function deleteClaim(tx: Tx, conversationId: string, personId: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('question_claim')
    .where('conversation_id', '=', conversationId)
    .where('person_id', '=', personId)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}
