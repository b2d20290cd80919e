/** One part of the search index: what is asked of it, the word that is seldom before the others. */
import { CompiledQuery } from 'kysely';
import type { Reader } from './database.ts';
import type { Hit, SearchFilter } from './search.ts';
import type { SearchWords } from './search-words.ts';
import { rowOf, SEARCHED_TEXT } from './sqlite/index-messages.ts';

export const BATCH = 128;
/** So few texts are read faster than the places of the other words. */
const FEW = 16;

/** All in quotation marks, so that no word is an operator; a star behind the mark finds beginnings. */
const termsOf = ({ words, phrases }: SearchWords): string[] => [
  ...words.map(({ text, whole }) => `"${text}"${whole ? '' : '*'}`),
  ...phrases.map((phrase) => `"${phrase.join(' ')}"`),
];

/** Of several words the one that is in so few messages of a part that reading those is less; null = none is. */
export async function rareTermOf(db: Reader, part: number, words: SearchWords): Promise<string | null> {
  const terms = termsOf(words);
  if (terms.length === 1) return null;
  let rare: string | null = null;
  for (let least = FEW, at = 0; at < terms.length && least > 0; at++) {
    const [row] = await ask<{ n: number }>(db, countSql(part), [terms[at]!]);
    if (row!.n > least) continue;
    rare = terms[at]!;
    least = row!.n;
  }
  return rare;
}

/** A part's messages that have the words, or with their text those that may, newest first, in batches. */
export async function* listInPart(
  db: Reader,
  { words, before, state }: SearchFilter,
  part: number,
  rare: string | null,
): AsyncGenerator<Hit[]> {
  const isState = state ? '=' : '<>';
  const wanted = state ?? 'deleted';
  let from = before ?? Number.MAX_SAFE_INTEGER;
  if (rare !== null) {
    const hits = await ask<Hit>(db, hitsSql(part, SEARCHED_TEXT, isState), [wanted, rare, from, FEW + 1]);
    if (hits.length <= FEW) return yield hits;
  }
  const all = termsOf(words).join(' AND ');
  for (;;) {
    const hits = await ask<Hit>(db, hitsSql(part, 'null', isState), [wanted, all, from, BATCH]);
    yield hits;
    if (hits.length < BATCH) return;
    from = hits.at(-1)!.number;
  }
}

// Written out: there are many parts, and building each question would cost more than asking it.

const countSql = (part: number) =>
  `select count(*) as n from (select 1 from search_${part} where search_${part} match ? limit ${FEW + 1})`;

/** The state is looked at afterwards: so a question ends, however seldom it is. */
const hitsSql = (part: number, text: string, isState: '=' | '<>') =>
  `select message.number, message.conversation_id, ${text} as text,
     conversation.state ${isState} ? as is_wanted
   from (select rowid as id from search_${part} as part
         where part.search_${part} match ? and part.rowid > ${rowOf('?')} order by part.rowid limit ?) as part
   cross join message on message.number = ${rowOf('part.id')}
   cross join conversation on conversation.id = message.conversation_id`;

async function ask<Row>(db: Reader, sql: string, parameters: readonly unknown[]): Promise<Row[]> {
  return (await db.executeQuery<Row>(CompiledQuery.raw(sql, [...parameters]))).rows;
}
