/**
 * The search index: SQLite's full-text tables, in parts of a bounded size, so that whatever somebody looks
 * for, one question to the index is short (a single table took 140 ms for two frequent words that never
 * meet, and nothing can interrupt it). A part holds one site's messages only.
 *
 * It follows the messages by a moment: writing a text into it costs more than committing the message, and
 * a hundred at once cost hardly more than one. What is not in it yet, the search reads as it stands.
 * The SQL of this file and of search.ts is SQLite's own; another engine offers the same functions.
 */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { Db } from './connect.ts';
import type { Reader, Tx } from './database.ts';
import type { ConversationStateValue } from './schema.ts';
import { writeThreadOf } from './sqlite/dialect.ts';
import { rowOf, SEARCHED_TEXT as TEXT } from './sqlite/index-messages.ts';

/** A message's words, for `message` joined with `conversation`. */
export const SEARCHED_TEXT = sql.raw<string>(TEXT);
const ROW = sql.raw<number>(rowOf('message.number'));

/** @param state null = every one that is not deleted */
export function inState(state: ConversationStateValue | null): RawBuilder<SqlBool> {
  return state ? sql`conversation.state = ${state}` : sql`conversation.state <> 'deleted'`;
}

/** The number of the last message that is in the index. */
export async function indexedUpTo(db: Reader): Promise<number> {
  const row = await db
    .selectFrom('search_part')
    .select((eb) => eb.fn.max('last').as('last'))
    .executeTakeFirst();
  return Number(row?.last ?? 0);
}

/** Whether there are messages that the index does not have yet. */
export async function hasUnindexed(db: Reader): Promise<boolean> {
  const newer = await db
    .selectFrom('message')
    .select('number')
    .where('number', '>', await indexedUpTo(db))
    .limit(1)
    .executeTakeFirst();
  return newer !== undefined;
}

/**
 * Takes up to `most` messages into the index, oldest first, with what else is committed at that moment.
 * @returns how many there were.
 */
export async function indexMessages(db: Db, most: number): Promise<number> {
  return await writeThreadOf(db).unit('index', most);
}

/** Takes a conversation's words out of the index. Before its rows go: the index asks for the text again. */
export async function forgetWords(tx: Tx, conversationId: string): Promise<void> {
  const parts = await tx
    .selectFrom('message')
    .innerJoin('search_part', (join) =>
      join
        .onRef('search_part.site_id', '=', 'message.site_id')
        .onRef('search_part.first', '<=', 'message.number')
        .onRef('search_part.last', '>=', 'message.number'),
    )
    .select(['search_part.id', 'search_part.first', 'search_part.last'])
    .distinct()
    .where('message.conversation_id', '=', conversationId)
    .execute();
  for (const { id, first, last } of parts)
    await partsOf(tx)
      .insertInto(`search_${id}`)
      // The index's way to be told what to do: a column of its own name.
      .columns([`search_${id}` as 'command', 'rowid', 'body'])
      .expression((eb) =>
        eb
          .selectFrom('message')
          .innerJoin('conversation', 'conversation.id', 'message.conversation_id')
          .select([sql.lit('delete').as('command'), ROW.as('row'), SEARCHED_TEXT.as('text')])
          .where('message.conversation_id', '=', conversationId)
          .where('message.number', '>=', first)
          .where('message.number', '<=', last),
      )
      .execute();
}

/**
 * Keeps the index true while a message's text is replaced. Before and after: the index asks for the old text
 * to forget it. What is not in the index yet is taken into it later, as it is then.
 */
export async function replaceWords(tx: Tx, messageId: string, replace: () => Promise<void>): Promise<void> {
  const part = await tx
    .selectFrom('message')
    .innerJoin('search_part', (join) =>
      join
        .onRef('search_part.site_id', '=', 'message.site_id')
        .onRef('search_part.first', '<=', 'message.number')
        .onRef('search_part.last', '>=', 'message.number'),
    )
    .select('search_part.id')
    .where('message.id', '=', messageId)
    .executeTakeFirst();
  if (!part) return await replace();
  const table = `search_${part.id}` as const;
  const searched = () =>
    tx
      .selectFrom('message')
      .innerJoin('conversation', 'conversation.id', 'message.conversation_id')
      .where('message.id', '=', messageId);
  await partsOf(tx)
    .insertInto(table)
    .columns([table as 'command', 'rowid', 'body'])
    .expression(searched().select([sql.lit('delete').as('command'), ROW.as('row'), SEARCHED_TEXT.as('text')]))
    .execute();
  await replace();
  await partsOf(tx)
    .insertInto(table)
    .columns(['rowid', 'body'])
    .expression(searched().select([ROW.as('row'), SEARCHED_TEXT.as('text')]))
    .execute();
}

type Part = { rowid: number; body: string; command: string };

/** Written as tables by name: so the memory of rows knows that nothing it holds has changed. */
const partsOf = (tx: Tx) => tx.withTables<Record<`search_${number}`, Part>>();
