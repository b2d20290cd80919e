import type { ConversationEvent, ServerFrame } from '../../server/protocol/frames.ts';
import type { SiteStorage } from './site-storage.ts';

type Subscribed = Extract<ServerFrame, { op: 'subscribed' }>;
/** `seq` is the newest event counted; null = unknown, so that what comes next is taken as read. */
type Followed = { id: string; seq: number | null; epoch: string | null; unread: number };

const KEY = 'followed';
const AT_MOST = 10;

/** The conversations the viewer wrote in, and how many messages of others they have not seen there. */
export class FollowedConversations {
  readonly #storage: SiteStorage;

  constructor(storage: SiteStorage) {
    this.#storage = storage;
  }

  all(): Followed[] {
    return this.#storage.read<Followed[]>(KEY, []);
  }

  get unread(): number {
    return this.all().reduce((sum, { unread }) => sum + unread, 0);
  }

  /** Follows a conversation one wrote in; the oldest is let go. @returns false when it was followed before. */
  follow(id: string): boolean {
    if (this.all().some((one) => one.id === id)) return false;
    this.#write([...this.all(), { id, seq: null, epoch: null, unread: 0 }].slice(-AT_MOST));
    return true;
  }

  leave(id: string): void {
    this.#write(this.all().filter((one) => one.id !== id));
  }

  /** The viewer has it before their eyes, up to `seq`. */
  read(id: string, seq: number | null, epoch: string | null): void {
    this.#change(id, () => ({ id, seq, epoch, unread: 0 }));
  }

  catchUp({ conversation, events, epoch }: Subscribed): void {
    this.#change(conversation.id, (one) => ({
      id: one.id,
      epoch,
      seq: conversation.lastSeq,
      unread: one.unread + (one.seq === null ? 0 : countNew(events, one.seq)),
    }));
  }

  take(id: string, event: ConversationEvent): void {
    this.#change(id, (one) => {
      if (one.seq === null || event.seq <= one.seq) return one;
      return { ...one, seq: event.seq, unread: one.unread + countNew([event], one.seq) };
    });
  }

  #change(id: string, change: (one: Followed) => Followed): void {
    const all = this.all();
    if (all.some((one) => one.id === id)) this.#write(all.map((one) => (one.id === id ? change(one) : one)));
  }

  #write(followed: Followed[]): void {
    this.#storage.write(KEY, followed);
  }
}

function countNew(events: ConversationEvent[], after: number): number {
  return events.filter(
    (event) =>
      event.seq > after &&
      event.kind === 'message' &&
      !event.message.mine &&
      event.message.state === 'published',
  ).length;
}
