import type { WebSocket } from 'ws';
import { type Actor, mayModerate } from '../actor.ts';
import type { Credentials } from '../authenticate.ts';
import { LIMITS } from '../limits.ts';
import { CLOSE, type PageView, type ServerFrame } from '../protocol/frames.ts';
import type { Viewer } from '../views.ts';

/** Where a connection stands in one conversation: collecting while history is read, then live. */
export type Subscription =
  | { state: 'collecting'; waiting: { seq: number; data: string }[] }
  | { state: 'live'; lastSeq: number };

export type ConnectionState =
  | { name: 'awaiting-hello' }
  | { name: 'ready'; actor: Actor; credentials: Credentials; page: PageView }
  | { name: 'closing' };

/** One open socket: who is behind it, what it listens to, and how much may wait to be sent. */
export class Connection {
  readonly address: string;
  readonly origin: string;
  readonly cookie: string | null;
  readonly subscriptions = new Map<string, Subscription>();
  state: ConnectionState = { name: 'awaiting-hello' };
  lastHeardAt: number;
  private readonly socket: WebSocket;
  private frames = { since: 0, count: 0 };

  constructor(
    socket: WebSocket,
    from: { address: string; origin: string; cookie: string | null; now: number },
  ) {
    this.socket = socket;
    this.address = from.address;
    this.origin = from.origin;
    this.cookie = from.cookie;
    this.lastHeardAt = from.now;
  }

  get actor(): Actor | null {
    return this.state.name === 'ready' ? this.state.actor : null;
  }

  get viewer(): Viewer {
    const { actor } = this;
    return actor
      ? { personId: actor.personId, mayModerate: mayModerate(actor) }
      : { personId: null, mayModerate: false };
  }

  /** Counts an arriving frame. @returns false when they come too fast. */
  countFrame(now: number): boolean {
    this.lastHeardAt = now;
    if (now - this.frames.since > 10_000) this.frames = { since: now, count: 0 };
    this.frames.count += 1;
    return this.frames.count <= LIMITS.frames.perTenSeconds;
  }

  send(frame: ServerFrame): void {
    this.sendData(JSON.stringify(frame));
  }

  /** Sends what was serialised once for many. A reader too slow is closed and resumes by its position. */
  sendData(data: string): void {
    if (this.state.name === 'closing') return;
    if (this.socket.bufferedAmount > LIMITS.outgoing.bytes) {
      this.close(CLOSE.tooSlow, 'too slow');
      return;
    }
    this.socket.send(data);
  }

  /** Delivers an event of a conversation in order: once, and never before the history it follows. */
  deliver(conversationId: string, seq: number, data: string): void {
    const subscription = this.subscriptions.get(conversationId);
    if (!subscription) return;
    if (subscription.state === 'collecting') {
      subscription.waiting.push({ seq, data });
    } else if (seq > subscription.lastSeq) {
      subscription.lastSeq = seq;
      this.sendData(data);
    }
  }

  /** History up to `lastSeq` has been sent: on with what was collected meanwhile, then live. */
  goLive(conversationId: string, lastSeq: number): void {
    const subscription = this.subscriptions.get(conversationId);
    if (subscription?.state !== 'collecting') return;
    this.subscriptions.set(conversationId, { state: 'live', lastSeq });
    for (const { seq, data } of subscription.waiting) this.deliver(conversationId, seq, data);
  }

  close(code: number, reason: string): void {
    if (this.state.name === 'closing') return;
    this.state = { name: 'closing' };
    this.socket.close(code, reason);
    // A peer that does not answer the close must not keep the socket.
    const cut = setTimeout(() => this.socket.terminate(), 1000);
    cut.unref();
  }
}
