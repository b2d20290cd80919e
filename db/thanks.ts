import { type SqlBool, sql } from 'kysely';
import { compileOnce } from './compile-once.ts';
import type { Reader, Tx } from './database.ts';
import { remembered } from './memory.ts';
import type { ThankRow } from './schema-exchange.ts';

/** Thanks, or thanks again after having taken it back. @returns whether anything changed. */
export async function giveThanks(tx: Tx, row: Omit<ThankRow, 'withdrawn_at'>): Promise<boolean> {
  const result = await tx
    .insertInto('thank')
    .values({ ...row, withdrawn_at: null })
    .onConflict((oc) =>
      oc
        .columns(['message_id', 'person_id'])
        .doUpdateSet({ withdrawn_at: null })
        .where('thank.withdrawn_at', 'is not', null),
    )
    .executeTakeFirst();
  return (result.numInsertedOrUpdatedRows ?? 0n) > 0n;
}

/** @returns whether there was anything to take back. */
export async function withdrawThanks(
  tx: Tx,
  messageId: string,
  personId: string,
  at: number,
): Promise<boolean> {
  const result = await tx
    .updateTable('thank')
    .set({ withdrawn_at: at })
    .where('message_id', '=', messageId)
    .where('person_id', '=', personId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows > 0n;
}

/** The messages of a conversation that somebody thanks for. */
export async function listThanked(db: Reader, conversationId: string, personId: string): Promise<string[]> {
  const thanks = await remembered(db, 'thank', conversationId, () => fewThanks(db, conversationId));
  if (thanks.areFew) return thanks.by.get(personId) ?? NONE;
  const rows = await thankedBy(db, [conversationId, personId]);
  return rows.map((row) => row.message_id);
}

const NONE: string[] = [];
/** A conversation with more thanks is asked each time. */
const FEW = 200;

type Thanks = { areFew: boolean; by: Map<string, string[]> };

/** Everybody who reads a conversation asks for what they thank for, and next to nobody does. */
async function fewThanks(db: Reader, conversationId: string): Promise<Thanks> {
  const rows = await someThanks(db, [conversationId, FEW + 1]);
  const by = new Map<string, string[]>();
  if (rows.length > FEW) return { areFew: false, by };
  for (const { person_id: personId, message_id: messageId } of rows)
    by.set(personId, [...(by.get(personId) ?? []), messageId]);
  return { areFew: true, by };
}

const someThanks = compileOnce((db) =>
  db
    .selectFrom('thank')
    .select(['person_id', 'message_id'])
    .where('conversation_id', '=', '')
    .where(sql<SqlBool>`withdrawn_at is null`)
    .limit(0),
);

const thankedBy = compileOnce((db) =>
  db
    .selectFrom('thank')
    .select('message_id')
    .where('conversation_id', '=', '')
    .where('person_id', '=', '')
    .where(sql<SqlBool>`withdrawn_at is null`),
);

/** How many thank for each published message of a conversation, where anybody does. */
export async function countThanks(db: Reader, conversationId: string): Promise<Record<string, number>> {
  const rows = await thankedIn(db, [conversationId]);
  return Object.fromEntries(rows.map(({ id, thanks }) => [id, thanks]));
}

/** Written as its index is, or it would not be used. */
const thankedIn = compileOnce((db) =>
  db
    .selectFrom('message')
    .select(['id', 'thanks'])
    .where('conversation_id', '=', '')
    .where(sql<SqlBool>`thanks > 0 and state = 'published'`),
);
