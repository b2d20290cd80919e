/**
 * What messages change of their conversations and of their authors, so that lists and records need not count.
 * Gathered message by message and written once: a trigger would cost each of them a journal of its own.
 * Whatever inserts a message counts it here; what changes one later is counted by triggers.
 */
import type { MessageRow } from './schema.ts';

export type InsertedMessage = Pick<
  MessageRow,
  'id' | 'site_id' | 'conversation_id' | 'author_id' | 'state' | 'is_question' | 'created_at' | 'published_at'
>;
/** The conversation of a message as it is found. */
type Place = { askerId: string; state: string };
type Grown = {
  messages: number;
  answers: number;
  first: InsertedMessage | null;
  seq: number | null;
  at: number;
};
type Write = readonly [sql: string, parameters: readonly unknown[]];

export class MessageSums {
  readonly #conversations = new Map<string, Grown>();
  readonly #published = new Map<string, number>();
  readonly #rejected = new Map<string, number>();
  #held: InsertedMessage[] = [];

  /** @param seq the last one of its conversation from now on; null where it stays what it was */
  count(message: InsertedMessage, place: Place, seq: number | null): void {
    const { conversation_id: id, author_id: authorId, state } = message;
    let grown = this.#conversations.get(id);
    if (!grown) {
      grown = { messages: 0, answers: 0, first: null, seq: null, at: 0 };
      this.#conversations.set(id, grown);
    }
    grown.messages += 1;
    if (seq !== null) {
      grown.seq = seq;
      grown.at = message.created_at;
    }
    if (state === 'published') {
      addOne(this.#published, authorId);
      if (authorId !== place.askerId) addAnswer(grown, message);
    } else if (state === 'rejected') addOne(this.#rejected, authorId);
    else if (state === 'held' && place.state !== 'deleted') this.#held.push(message);
  }

  /** What is to be written, in this order and in the transaction of the messages; then nothing is left. */
  take(): Write[] {
    const writes: Write[] = [];
    for (const [id, grown] of this.#conversations) writes.push(...growing(id, grown));
    for (const [id, count] of this.#published) writes.push([PUBLISHED, [count, id]]);
    for (const [id, count] of this.#rejected) writes.push([REJECTED, [count, id]]);
    for (const { id, site_id, conversation_id, created_at } of this.#held)
      writes.push([WAITING, [id, site_id, conversation_id, created_at]]);
    this.forget();
    return writes;
  }

  /** The transaction was taken back. */
  forget(): void {
    this.#conversations.clear();
    this.#published.clear();
    this.#rejected.clear();
    this.#held = [];
  }
}

const addOne = (counts: Map<string, number>, id: string) => counts.set(id, (counts.get(id) ?? 0) + 1);

function addAnswer(grown: Grown, message: InsertedMessage): void {
  grown.answers += 1;
  if (message.is_question === 0) grown.first ??= message;
}

function growing(id: string, { messages, answers, first, seq, at }: Grown): Write[] {
  const writes: Write[] = [
    seq === null ? [COUNTED, [messages, answers, id]] : [GROWN, [messages, answers, seq, at, id]],
  ];
  if (first) writes.push([ANSWERED, [first.published_at, id]], [FIRST_ANSWER, [id, first.id]]);
  return writes;
}

const COUNTED = 'update conversation set messages = messages + ?, answers = answers + ? where id = ?';
const GROWN = COUNTED.replace(' where', ', last_seq = ?, last_activity_at = ? where');
/** Apart, so that whoever is answered already has no index of it written again. */
const ANSWERED = 'update conversation set first_answer_at = ? where id = ? and first_answer_at is null';
const PUBLISHED = 'update person set published = published + ? where id = ?';
const REJECTED = 'update person set rejected = rejected + ? where id = ?';
const FIRST_ANSWER = `insert into first_answer (conversation_id, message_id, settled_at) values (?, ?, null)
  on conflict do nothing`;
/** Held, neither reported nor alerted: nobody knew of it. */
const WAITING =
  'insert into waiting (message_id, site_id, conversation_id, kinds, since) values (?, ?, ?, 1, ?)';
