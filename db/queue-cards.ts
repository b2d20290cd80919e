/** What the cards of the review queue show around their messages, for many cards at once. */
import { type SqlBool, sql } from 'kysely';
import { compileForMany } from './compile-once.ts';
import type { Reader } from './database.ts';
import type { RoleValue } from './schema.ts';

export type Neighbour = { number: number; body: string; author_name: string; author_role: RoleValue };
export type Around = { before: Neighbour[]; after: Neighbour[] };

/** The two published messages before and the two after each of these, oldest first. */
export async function listAround(db: Reader, messageIds: string[]): Promise<Map<string, Around>> {
  const places = await placesAround(db, messageIds);
  const numbers = places.flatMap((row) => [...beforeOf(row), ...afterOf(row)]);
  const byNumber = new Map((await neighbours(db, [...new Set(numbers)])).map((row) => [row.number, row]));
  const shown = (list: number[]) => list.flatMap((number) => byNumber.get(number) ?? []);
  return new Map(places.map((row) => [row.id, { before: shown(beforeOf(row)), after: shown(afterOf(row)) }]));
}

type Places = {
  id: string;
  before2: number | null;
  before1: number | null;
  after1: number | null;
  after2: number | null;
};
const beforeOf = ({ before2, before1 }: Places) => [before2, before1].filter((number) => number !== null);
const afterOf = ({ after1, after2 }: Places) => [after1, after2].filter((number) => number !== null);

const placesAround = compileForMany<string, Places>((db, ids) =>
  db
    .selectFrom('message')
    .select('id')
    .select([nextTo('<', 'desc', 1).as('before2'), nextTo('<', 'desc', 0).as('before1')])
    .select([nextTo('>', 'asc', 0).as('after1'), nextTo('>', 'asc', 1).as('after2')])
    .where('id', 'in', ids),
);

const nextTo = (side: '<' | '>', order: 'asc' | 'desc', further: number) => sql<number | null>`(
  select other.number from message as other
  where other.conversation_id = message.conversation_id and other.state = 'published'
    and other.created_at ${sql.raw(side)} message.created_at
  order by other.created_at ${sql.raw(order)}, other.id ${sql.raw(order)}
  limit 1 offset ${sql.lit(further)})`;

const neighbours = compileForMany<number, Neighbour>((db, numbers) =>
  db
    .selectFrom('message')
    .innerJoin('person as author', 'author.id', 'message.author_id')
    .select(['message.number', 'message.body'])
    .select(['author.name as author_name', 'author.role as author_role'])
    .where('message.number', 'in', numbers),
);

export type Question = { conversation_id: string; body: string };

/** The questions of these conversations. */
export const listQuestions = compileForMany<string, Question>((db, conversationIds) =>
  db
    .selectFrom('message')
    .select(['conversation_id', 'body'])
    .where('conversation_id', 'in', conversationIds)
    .where(sql<SqlBool>`is_question = 1`),
);
