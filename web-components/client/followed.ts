import type { ConversationEvent, ServerFrame } from '../../server/protocol/frames.ts';
import type { SiteStorage } from './site-storage.ts';

type Subscribed = Extract<ServerFrame, { op: 'subscribed' }>;
/**
 * `seq` is the newest event counted, of `epoch`; where that is null, what comes next is taken as read.
 * `news` are the events that brought something of others.
 */
export type Followed = { id: string; seq: number; epoch: string | null; news: number[] };
/** How far a conversation was read. */
export type Position = { readonly id: string; readonly lastSeq: number; readonly epoch: string | null };
/** What the server said is waiting after `seq` while no socket was open. */
type Waiting = { seq: number; waiting: number };

const KEY = 'followed';
const READ = 'read:';
const WAITING = 'waiting:';
const AT_MOST = 10;
const NEWS_AT_MOST = 100;

/**
 * The conversations the viewer wrote in, and how many messages of others they have not seen there. What came
 * is written by the one tab that holds the connection, what was read by any, each in a place of its own: so
 * tabs that count and read at once come to the same number, whoever writes last.
 */
export class FollowedConversations {
  readonly #storage: SiteStorage;

  constructor(storage: SiteStorage) {
    this.#storage = storage;
  }

  all(): Followed[] {
    return this.#storage.read<Followed[]>(KEY, []).filter((one) => Array.isArray(one?.news));
  }

  get unread(): number {
    return this.all().reduce((sum, one) => sum + this.#unreadOf(one), 0);
  }

  get unreadIn(): string | null {
    return (
      this.all()
        .filter((one) => this.#unreadOf(one) > 0)
        .pop()?.id ?? null
    );
  }

  isFollowed(id: string): boolean {
    return this.all().some((one) => one.id === id);
  }

  /** Follows a conversation one wrote in, from there; the oldest is let go. @returns false when it was followed before. */
  follow({ id, lastSeq: seq, epoch }: Position): boolean {
    if (this.isFollowed(id)) return false;
    const all = [...this.all(), { id, seq, epoch, news: [] }];
    for (const left of all.slice(0, -AT_MOST)) this.#clear(left.id);
    this.#write(all.slice(-AT_MOST));
    return true;
  }

  leave(id: string): void {
    this.#clear(id);
    this.#write(this.all().filter((one) => one.id !== id));
  }

  /** The position is unknown to the server: what comes next is taken as read. */
  startAgain(id: string): void {
    this.#clear(id);
    this.#change(id, () => ({ id, seq: 0, epoch: null, news: [] }));
  }

  /** The viewer has it before their eyes, up to `seq`. */
  read(id: string, seq: number): void {
    if (this.isFollowed(id)) this.#storage.write(READ + id, seq);
  }

  /** While no socket was open, so much came after `seq`. */
  wait(id: string, told: Waiting): void {
    this.#storage.write(WAITING + id, told);
  }

  /** What follows what is known; another tab's answer may begin elsewhere. */
  catchUp({ conversation, events, epoch }: Subscribed): void {
    const position = conversation.lastSeq;
    const start = events[0] ? events[0].seq - 1 : position;
    this.#change(conversation.id, (one) => {
      if (!one.epoch) return { id: one.id, epoch, seq: position, news: [] };
      if (epoch !== one.epoch || start > one.seq || position < one.seq) return one;
      return { id: one.id, epoch, seq: position, news: withNews(one, events) };
    });
  }

  /** An event that came; one that does not follow what is known is not taken. */
  take(id: string, event: ConversationEvent): void {
    this.#change(id, (one) =>
      one.epoch && event.seq === one.seq + 1 ? { ...one, seq: event.seq, news: withNews(one, [event]) } : one,
    );
  }

  #unreadOf({ id, seq, news }: Followed): number {
    const read = this.#storage.read(READ + id, 0);
    const told = this.#storage.read<Waiting>(WAITING + id, { seq: -1, waiting: 0 });
    return news.filter((one) => one > read).length + (told.seq === seq ? told.waiting : 0);
  }

  #change(id: string, change: (one: Followed) => Followed): void {
    if (this.isFollowed(id)) this.#write(this.all().map((one) => (one.id === id ? change(one) : one)));
  }

  #clear(id: string): void {
    this.#storage.remove(READ + id);
    this.#storage.remove(WAITING + id);
  }

  #write(followed: Followed[]): void {
    this.#storage.write(KEY, followed);
  }
}

function withNews({ seq, news }: Followed, events: ConversationEvent[]): number[] {
  const added = events.filter(
    (event) =>
      event.seq > seq &&
      event.kind === 'message' &&
      !event.message.mine &&
      event.message.state === 'published',
  );
  return [...news, ...added.map((event) => event.seq)].slice(-NEWS_AT_MOST);
}
