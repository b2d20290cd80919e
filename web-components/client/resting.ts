import type { ChatParts } from './chat-parts.ts';
import type { Link } from './link.ts';
import { WaitingPoll } from './waiting-poll.ts';

const REST_MS = 5 * 60_000;

export type RestingOptions = ChatParts & {
  link: Link;
  changed: () => void;
  /** Whether the chat is closed. */
  isClosed: () => boolean;
  /** Whether something needs the connection though nobody looks. */
  isNeeded: () => boolean;
};

/** What a closed chat costs: no connection, unless something needs one or it was open a moment ago. */
export class Resting {
  readonly #options: RestingOptions;
  readonly #poll: WaitingPoll;
  #timer: unknown;

  constructor(options: RestingOptions) {
    const { link, options: given } = options;
    const isWorthwhile = () => link.state === 'idle' && given.isVisible?.() !== false;
    this.#options = options;
    this.#poll = new WaitingPoll({ ...options, isWorthwhile });
  }

  /** Somebody closed the chat, or is back before it closed. */
  start() {
    const { link, isClosed, isNeeded, clock } = this.#options;
    clock.clearTimeout(this.#timer);
    if (!isClosed()) return;
    if (isNeeded()) link.open();
    if (link.state === 'idle') return void this.#poll.start();
    this.#timer = clock.setTimeout(() => {
      if (isClosed() && !isNeeded()) link.close();
      this.start();
    }, REST_MS);
  }

  end(): void {
    this.#options.clock.clearTimeout(this.#timer);
    this.#poll.stop();
  }
}
