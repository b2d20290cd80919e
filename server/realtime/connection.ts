import type { Actor } from '../actor.ts';
import { LIMITS } from '../limits.ts';
import type { ClientFrame } from '../protocol/frames.ts';
import type { Viewer } from '../views.ts';
import { Pending } from './outgoing.ts';
import type { PageGroup } from './presence.ts';
import type { Subscription } from './topics.ts';
import type { Transport } from './transport.ts';

export type ConnectionState =
  | { name: 'awaiting-hello'; since: number }
  | { name: 'ready'; actor: Actor; mayModerate: boolean; seesMatches: boolean; url: string }
  | { name: 'closing'; since: number };

/** What the handshake said of who connects. `cookie` only where the request came from our own pages. */
export type Handshake = { address: string; origin: string; cookie: string | null };

/**
 * Frames that arrived and are not handled yet, and what is under way: one alone, or sends together, of which
 * the first began at `upsets`.
 */
export type Inbox = { frames: ClientFrame[]; alone: boolean; together: number; upsets: number };

/**
 * One open connection: who is behind it, what it listens to, and what waits for it. Kept small: most of them
 * are idle, and there are thousands.
 */
export class Connection {
  readonly transport: Transport;
  readonly from: Handshake;
  state: ConnectionState;
  subscriptions: readonly Subscription[] = [];
  pending: Pending = Pending.NOTHING;
  /** Whether it is in the queue to be flushed, and whether it waits for its transport to take what was written. */
  inQuick = false;
  stalled = false;
  inbox: Inbox | null = null;
  lastHeardAt: number;
  /** Whether it was asked if it is still there. */
  wasAsked = false;
  group: PageGroup | null = null;
  /** The number of people there that it was last told. */
  toldHere = -1;
  private framesSince = 0;
  private frames = 0;

  constructor(transport: Transport, from: Handshake, now: number) {
    this.transport = transport;
    this.from = from;
    this.lastHeardAt = now;
    this.state = { name: 'awaiting-hello', since: now };
  }

  get actor(): Actor | null {
    return this.state.name === 'ready' ? this.state.actor : null;
  }

  get mayModerate(): boolean {
    return this.state.name === 'ready' && this.state.mayModerate;
  }

  get seesMatches(): boolean {
    return this.state.name === 'ready' && this.state.seesMatches;
  }

  get viewer(): Viewer {
    const { mayModerate, seesMatches } = this;
    return { personId: this.actor?.personId ?? null, mayModerate, seesMatches };
  }

  /** Counts an arriving frame. @returns false when they come too fast. */
  countFrame(now: number): boolean {
    this.lastHeardAt = now;
    if (now - this.framesSince > 10_000) {
      this.framesSince = now;
      this.frames = 0;
    }
    this.frames += 1;
    return this.frames <= LIMITS.frames.perTenSeconds;
  }

  subscription(conversationId: string): Subscription | undefined {
    return this.subscriptions.find(({ topic }) => topic.conversationId === conversationId);
  }
}
