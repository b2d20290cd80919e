/** Messages by their author's name. */
import type { Reader } from './database.ts';
import { containing } from './people.ts';
import type { Hit, SearchFilter } from './search.ts';
import { inState } from './search-index.ts';

const MOST_PEOPLE = 20;
const MOST_EACH = 60;
/** One letter is in nearly every name. */
const SHORTEST = 2;

/** `hits`: newest first; `downTo`: below this message's number there may be more of them, 0 = all are here. */
export type NamedHits = { people: string[]; hits: Hit[]; downTo: number };

/** People whose name contains this, newcomers first. */
export async function listPeopleNamed(db: Reader, siteId: string, typed: string): Promise<string[]> {
  if (typed.length < SHORTEST) return [];
  const rows = await db
    .selectFrom('person')
    .select('id')
    .where('site_id', '=', siteId)
    .where('name', 'like', containing(typed))
    .orderBy('created_at', 'desc')
    .limit(MOST_PEOPLE)
    .execute();
  return rows.map((row) => row.id);
}

/** The latest messages of each of them. */
export async function listByAuthors(db: Reader, filter: SearchFilter, people: string[]): Promise<NamedHits> {
  const since = await timeOf(db, filter.before);
  const lists: Hit[][] = [];
  for (const id of people) lists.push(await listOf(db, filter, id, since));
  const downTo = Math.max(
    0,
    ...lists.flatMap((list) => (list.length === MOST_EACH ? list.at(-1)!.number : [])),
  );
  const hits = lists.flat().filter((hit) => hit.number >= downTo);
  return { people, hits: hits.sort((a, b) => b.number - a.number), downTo };
}

/** When message `number` was written: an author's messages are in the order of time. */
async function timeOf(db: Reader, number: number | null): Promise<number> {
  if (number === null) return Number.MAX_SAFE_INTEGER;
  const row = await db
    .selectFrom('message')
    .select('created_at')
    .where('number', '=', number)
    .executeTakeFirst();
  return row?.created_at ?? Number.MAX_SAFE_INTEGER;
}

async function listOf(
  db: Reader,
  { before, state }: SearchFilter,
  authorId: string,
  since: number,
): Promise<Hit[]> {
  let query = db
    .selectFrom('message')
    .innerJoin('conversation', 'conversation.id', 'message.conversation_id')
    .select(['message.number', 'message.conversation_id'])
    .where('message.author_id', '=', authorId)
    .where('message.created_at', '<=', since)
    .where(inState(state))
    .orderBy('message.created_at', 'desc')
    .limit(MOST_EACH);
  if (before !== null) query = query.where('message.number', '<', before);
  const rows = await query.execute();
  return rows.map((row) => ({ ...row, text: null, is_wanted: 1 }));
}
