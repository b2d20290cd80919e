import type { ChatState } from './chat-state.ts';
import type { Clock } from './clock.ts';
import type { LinkState } from './link.ts';

const INTERRUPTED_MS = 1_000;
const SHOWN = {
  idle: 'offline',
  waiting: 'offline',
  connecting: 'connecting',
  ready: 'ready',
  refused: 'refused',
} as const satisfies Record<LinkState, ChatState['connection']>;

/** How the connection stands, for a screen: an interruption is one when it lasts longer than a moment. */
export class ConnectionShown {
  readonly #clock: Clock;
  readonly #change: (changed: Partial<ChatState>) => void;
  #timer: unknown;

  constructor(clock: Clock, change: (changed: Partial<ChatState>) => void) {
    this.#clock = clock;
    this.#change = change;
  }

  is(state: LinkState): void {
    this.#change({ connection: SHOWN[state] });
    if (state !== 'ready' && state !== 'idle') {
      this.#timer ??= this.#clock.setTimeout(() => this.#change({ interrupted: true }), INTERRUPTED_MS);
      return;
    }
    this.#clock.clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#change({ interrupted: false });
  }
}
