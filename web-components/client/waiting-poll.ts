import { ChatError } from './api.ts';
import type { ChatParts } from './chat-parts.ts';

const EVERY_MS = 60_000;
const JITTER_MS = 20_000;
/** What another tab asked so shortly before need not be asked again. */
const FRESH_MS = 45_000;
const KEY = 'asked';

export type WaitingPollOptions = ChatParts & {
  /** Whether nobody is told through a connection, and somebody could see the answer. */
  isWorthwhile: () => boolean;
  changed: () => void;
};

/** Learns what is waiting while no connection is open: one small request a minute, of all tabs together. */
export class WaitingPoll {
  readonly #options: WaitingPollOptions;
  #timer: unknown;

  constructor(options: WaitingPollOptions) {
    this.#options = options;
  }

  /** Asks now, unless that was done a moment ago, and again every minute. */
  async start(): Promise<void> {
    const { isWorthwhile, clock, random } = this.#options;
    clock.clearTimeout(this.#timer);
    this.#timer = clock.setTimeout(() => void this.start(), EVERY_MS + (random() - 0.5) * JITTER_MS);
    if (!isWorthwhile() || !this.#takeTurn()) return;
    try {
      await this.#ask();
    } catch (error) {
      // Asked again in a minute: nobody waits for this.
      if (!(error instanceof ChatError)) throw error;
    }
  }

  stop(): void {
    this.#options.clock.clearTimeout(this.#timer);
  }

  #takeTurn(): boolean {
    const { kept, clock } = this.#options;
    const ago = clock.now() - kept.read(KEY, 0);
    if (ago >= 0 && ago < FRESH_MS) return false;
    kept.write(KEY, clock.now());
    return true;
  }

  async #ask(): Promise<void> {
    const { api, identity, followed, changed } = this.#options;
    const known = followed.all().flatMap(({ id, seq, epoch }) => (epoch ? { id, seq, epoch } : []));
    if (!known.length) return;
    const answer = await api.waiting(await identity.token(), known);
    for (const { id, seq } of known) {
      const told = answer.conversations.find((one) => one.id === id);
      followed.wait(id, { seq, waiting: told?.seq === seq ? told.waiting : 0 });
    }
    changed();
  }
}
