import type { Clock } from './clock.ts';

const SHOWN_MS = 5_000;
const TELL_EVERY_MS = 3_000;

/** Who is writing in the conversation on screen, and when to say that one writes oneself. */
export class TypingNames {
  readonly #clock: Clock;
  readonly #changed: () => void;
  readonly #timers = new Map<string, unknown>();
  #toldAt = Number.NEGATIVE_INFINITY;

  constructor(clock: Clock, changed: () => void) {
    this.#clock = clock;
    this.#changed = changed;
  }

  get names(): string[] {
    return [...this.#timers.keys()];
  }

  /** @returns whether it is time to tell the others again. */
  mayTell(): boolean {
    const now = this.#clock.now();
    if (now - this.#toldAt < TELL_EVERY_MS) return false;
    this.#toldAt = now;
    return true;
  }

  add(name: string): void {
    this.#clock.clearTimeout(this.#timers.get(name));
    this.#timers.set(
      name,
      this.#clock.setTimeout(() => this.remove(name), SHOWN_MS),
    );
    this.#changed();
  }

  remove(name: string): void {
    this.#clock.clearTimeout(this.#timers.get(name));
    if (this.#timers.delete(name)) this.#changed();
  }

  clear(): void {
    for (const name of this.names) this.remove(name);
  }
}
