/** Conversations by what was written in them, where and by whom: newest first, a page at a time. */
import { setImmediate } from 'node:timers/promises';
import { CompiledQuery, sql } from 'kysely';
import type { Reader } from './database.ts';
import type { ConversationStateValue } from './schema.ts';
import { indexedUpTo, inState, SEARCHED_TEXT } from './search-index.ts';
import { listByAuthors, listPeopleNamed, type NamedHits } from './search-names.ts';
import { hasWords, type SearchWords } from './search-words.ts';
import { rowOf } from './sqlite/index-messages.ts';

export type SearchFilter = {
  siteId: string;
  typed: string;
  words: SearchWords;
  /** null = every one that is not deleted */
  state: ConversationStateValue | null;
  /** Where the page before ended. */
  before: number | null;
  limit: number;
};
/** `next`: where to go on; `cutShort`: because it took long, not because the page is full. */
export type SearchPage = { conversationIds: string[]; next: number | null; cutShort: boolean };

/** A message that has the words, or one that may have them, with its text. */
export type Hit = { number: number; conversation_id: string; text: string | null };

/** What one page may cost: messages looked at, and parts of the index asked. */
const MOST_HITS = 3000;
const MOST_PARTS = 64;
const BATCH = 128;

/** A page of the conversations that have all the words in one message, or an author of that name. */
export async function searchConversations(db: Reader, filter: SearchFilter): Promise<SearchPage> {
  const named = await listByAuthors(db, filter, await listPeopleNamed(db, filter.siteId, filter.typed));
  const page = new Page(db, filter, named);
  const upTo = await indexedUpTo(db);
  if (await page.take(unindexed(db, filter, upTo))) return page.answer();
  for (const [place, part] of (await listParts(db, filter)).entries()) {
    if (place === MOST_PARTS) return page.cutShort(part.last + 1);
    // Each question is short; between two of them whatever else waits has its turn.
    if (place > 0) await setImmediate();
    if (await page.take(inPart(db, filter, part.id))) return page.answer();
  }
  await page.takeNamed(0);
  return page.answer();
}

/** What is newer than the index, as it stands; by the number, and never by the site's whole index (`+`). */
async function* unindexed(db: Reader, filter: SearchFilter, upTo: number): AsyncGenerator<Hit[]> {
  let before = filter.before ?? Number.MAX_SAFE_INTEGER;
  while (before > upTo + 1) {
    const { rows } = await sql<Hit>`select message.number, message.conversation_id, ${SEARCHED_TEXT} as text
      from message cross join conversation on conversation.id = message.conversation_id
      where message.number > ${upTo} and message.number < ${before} and +message.site_id = ${filter.siteId}
        and ${inState(filter.state)}
      order by message.number desc limit ${BATCH}`.execute(db);
    yield rows;
    if (rows.length < BATCH) return;
    before = rows.at(-1)!.number;
  }
}

async function* inPart(db: Reader, filter: SearchFilter, part: number): AsyncGenerator<Hit[]> {
  // Written out: there are many parts, and building each question would cost more than asking it.
  const question = `select message.number, message.conversation_id, null as text
    from search_${part} as part
    cross join message on message.number = ${rowOf('part.rowid')}
    cross join conversation on conversation.id = message.conversation_id
    where part.search_${part} match ? and part.rowid > ${rowOf('?')}
      and conversation.state ${filter.state ? '=' : '<>'} ?
    order by part.rowid limit ${BATCH}`;
  const words = matching(filter.words);
  for (let before = filter.before ?? Number.MAX_SAFE_INTEGER; ; ) {
    const parameters = [words, before, filter.state ?? 'deleted'];
    const { rows } = await db.executeQuery<Hit>(CompiledQuery.raw(question, parameters));
    yield rows;
    if (rows.length < BATCH) return;
    before = rows.at(-1)!.number;
  }
}

/** All in quotation marks, so that no word is an operator; a star behind the mark finds beginnings. */
const matching = ({ words, phrases }: SearchWords): string =>
  [
    ...words.map(({ text, whole }) => `"${text}"${whole ? '' : '*'}`),
    ...phrases.map((phrase) => `"${phrase.join(' ')}"`),
  ].join(' AND ');

async function listParts(db: Reader, { siteId, before }: SearchFilter) {
  let query = db.selectFrom('search_part').select(['id', 'last']).where('site_id', '=', siteId);
  if (before !== null) query = query.where('first', '<', before);
  return await query
    .orderBy('last', 'desc')
    .limit(MOST_PARTS + 1)
    .execute();
}

/** Gathers a page from the two streams, texts and names, newest first: a conversation at its newest hit. */
class Page {
  #db: Reader;
  #filter: SearchFilter;
  #named: NamedHits;
  #found = new Set<string>();
  #looked = 0;
  #next: number | null = null;
  #cutShort = false;

  constructor(db: Reader, filter: SearchFilter, named: NamedHits) {
    this.#db = db;
    this.#filter = filter;
    this.#named = { ...named, hits: [...named.hits] };
  }

  answer(): SearchPage {
    return { conversationIds: [...this.#found], next: this.#next, cutShort: this.#cutShort };
  }

  cutShort(next: number): SearchPage {
    this.#next = next;
    this.#cutShort = true;
    return this.answer();
  }

  /** @returns whether the page is done. */
  async take(batches: AsyncGenerator<Hit[]>): Promise<boolean> {
    for await (const hits of batches) {
      for (const hit of hits) {
        if (await this.takeNamed(hit.number)) return true;
        if (hit.text === null || hasWords(this.#filter.words, hit.text)) await this.#add(hit);
        if (this.#isDone(hit.number)) return true;
      }
    }
    return false;
  }

  /** What people of that name wrote after message `until`. @returns whether the page is done. */
  async takeNamed(until: number): Promise<boolean> {
    const { hits, downTo } = this.#named;
    while (hits.length > 0 && hits[0]!.number > until) {
      const hit = hits.shift()!;
      await this.#add(hit);
      if (this.#isDone(hit.number)) return true;
    }
    // Below, more of theirs may follow than was read.
    if (downTo > until && this.#next === null) this.#next = downTo;
    return this.#next !== null;
  }

  async #add(hit: Hit): Promise<void> {
    if (!this.#found.has(hit.conversation_id) && !(await this.#wasShown(hit.conversation_id)))
      this.#found.add(hit.conversation_id);
  }

  #isDone(number: number): boolean {
    this.#cutShort = ++this.#looked >= MOST_HITS;
    if (this.#cutShort || this.#found.size === this.#filter.limit) this.#next = number;
    return this.#next !== null;
  }

  /** On an earlier page, by a newer message. */
  async #wasShown(conversationId: string): Promise<boolean> {
    const { before, words } = this.#filter;
    if (before === null) return false;
    const { rows } = await sql<{ author_id: string; text: string }>`
      select message.author_id, ${SEARCHED_TEXT} as text
      from message join conversation on conversation.id = message.conversation_id
      where message.conversation_id = ${conversationId} and message.number >= ${before}
      order by message.number desc limit 200`.execute(this.#db);
    return rows.some((row) => this.#named.people.includes(row.author_id) || hasWords(words, row.text));
  }
}
