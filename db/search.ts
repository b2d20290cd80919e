/** Conversations by what was written in them, where and by whom: newest first, a page at a time. */
import { setImmediate } from 'node:timers/promises';
import { sql } from 'kysely';
import type { Reader } from './database.ts';
import type { ConversationStateValue, Flag } from './schema.ts';
import { indexedUpTo, inState, SEARCHED_TEXT } from './search-index.ts';
import { listByAuthors, listPeopleNamed, type NamedHits } from './search-names.ts';
import { BATCH, listInPart, rareTermOf } from './search-part.ts';
import { hasWords, type SearchWords } from './search-words.ts';

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

/** A message that has the words, or one that may have them, with its text; of a state that is wanted or not. */
export type Hit = { number: number; conversation_id: string; text: string | null; is_wanted: Flag };

/** What one page may cost: messages looked at, parts of the index asked, and milliseconds. */
const MOST_HITS = 3000;
const MOST_PARTS = 64;
const MOST_MS = 3.5;
const A_TURN_MS = 1;

/**
 * A page of the conversations that have all the words in one message, or an author of that name.
 * @param now milliseconds, by a clock that never goes back
 */
export async function searchConversations(
  db: Reader,
  filter: SearchFilter,
  now = () => performance.now(),
): Promise<SearchPage> {
  const budget = new Budget(now);
  const named = await listByAuthors(db, filter, await listPeopleNamed(db, filter.siteId, filter.typed));
  const page = new Page(db, filter, named, budget);
  const upTo = await indexedUpTo(db);
  if (await page.take(unindexed(db, filter, upTo))) return page.answer();
  const parts = await listParts(db, filter);
  // The newest is still being filled.
  const rare = parts.length > 2 ? await rareTermOf(db, parts[1]!.id, filter.words) : null;
  for (const [place, part] of parts.entries()) {
    if (place === MOST_PARTS || (place > 0 && budget.isSpent())) return await page.cutShort(part.last);
    // Each question is short.
    if (place > 0) await budget.pause();
    if (await page.take(listInPart(db, filter, part.id, rare))) return page.answer();
  }
  await page.takeNamed(0);
  return page.answer();
}

/** What is newer than the index, as it stands; by the number, and never by the site's whole index (`+`). */
async function* unindexed(db: Reader, filter: SearchFilter, upTo: number): AsyncGenerator<Hit[]> {
  let before = filter.before ?? Number.MAX_SAFE_INTEGER;
  while (before > upTo + 1) {
    const { rows } = await sql<Hit>`select message.number, message.conversation_id, ${SEARCHED_TEXT} as text,
        ${inState(filter.state)} as is_wanted
      from message cross join conversation on conversation.id = message.conversation_id
      where message.number > ${upTo} and message.number < ${before} and +message.site_id = ${filter.siteId}
      order by message.number desc limit ${BATCH}`.execute(db);
    yield rows;
    if (rows.length < BATCH) return;
    before = rows.at(-1)!.number;
  }
}

async function listParts(db: Reader, { siteId, before }: SearchFilter) {
  let query = db.selectFrom('search_part').select(['id', 'last']).where('site_id', '=', siteId);
  if (before !== null) query = query.where('first', '<', before);
  return await query
    .orderBy('last', 'desc')
    .limit(MOST_PARTS + 1)
    .execute();
}

/** What a page may take of this thread's time, what others have in between not counted. */
class Budget {
  #now: () => number;
  #end: number;
  #resumed: number;

  constructor(now: () => number) {
    this.#now = now;
    this.#resumed = now();
    this.#end = this.#resumed + MOST_MS;
  }

  isSpent = () => this.#now() >= this.#end;

  /** What costs by the hits that are found, not by the words that are looked for, is not counted. */
  async uncounted<T>(work: () => Promise<T>): Promise<T> {
    const began = this.#now();
    const result = await work();
    this.#end += this.#now() - began;
    return result;
  }

  /** Lets others have their turn now and then: a turn costs more than asking for a word that is nowhere. */
  async pause(): Promise<void> {
    const paused = this.#now();
    if (paused - this.#resumed < A_TURN_MS) return;
    await setImmediate();
    this.#resumed = this.#now();
    this.#end += this.#resumed - paused;
  }
}

/** Gathers a page from the two streams, texts and names, newest first: a conversation at its newest hit. */
class Page {
  #db: Reader;
  #filter: SearchFilter;
  #named: NamedHits;
  #budget: Budget;
  #found = new Set<string>();
  #looked = 0;
  #next: number | null = null;
  #cutShort = false;

  constructor(db: Reader, filter: SearchFilter, named: NamedHits, budget: Budget) {
    this.#db = db;
    this.#filter = filter;
    this.#named = { ...named, hits: [...named.hits] };
    this.#budget = budget;
  }

  answer(): SearchPage {
    return { conversationIds: [...this.#found], next: this.#next, cutShort: this.#cutShort };
  }

  /** Everything down to message `until` was looked at, but for that one. */
  async cutShort(until: number): Promise<SearchPage> {
    if (!(await this.takeNamed(until))) {
      this.#next = until + 1;
      this.#cutShort = true;
    }
    return this.answer();
  }

  /** @returns whether the page is done. */
  async take(batches: AsyncGenerator<Hit[]>): Promise<boolean> {
    for await (const hits of batches) {
      for (const hit of hits) {
        if (await this.takeNamed(hit.number)) return true;
        if (hit.is_wanted && (hit.text === null || hasWords(this.#filter.words, hit.text)))
          await this.#add(hit);
        if (this.#isDone(hit.number)) return true;
      }
      // A whole batch: another one follows.
      if (hits.length === BATCH && this.#budget.isSpent()) {
        await this.cutShort(hits.at(-1)!.number - 1);
        return true;
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
    const id = hit.conversation_id;
    if (this.#found.has(id) || (await this.#budget.uncounted(() => this.#wasShown(id)))) return;
    this.#found.add(id);
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
