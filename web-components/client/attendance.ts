import type { ChatParts } from './chat-parts.ts';
import type { Link } from './link.ts';
import type { Resting } from './resting.ts';

const ROLE = 'role';

export type AttendanceOptions = ChatParts & { link: Link; changed: () => void };

/** Whether somebody needs the connection: an open chat, what is still to be sent, who is to be told at once. */
export class Attendance {
  readonly #options: AttendanceOptions;
  #isClosed = false;
  #isAsleep = false;
  #resting: Promise<Resting> | null = null;

  constructor(options: AttendanceOptions) {
    this.#options = options;
  }

  open(): void {
    this.#isClosed = false;
    this.#options.link.open();
  }

  close(): void {
    const { link, followed } = this.#options;
    this.#isClosed = true;
    const mayMatter = link.state !== 'idle' || this.#isNeeded || followed.all().length > 0;
    if (mayMatter) this.#resting ??= this.#load();
    // Where the network is down there is nothing to let go, and it is loaded when somebody is back.
    this.#resting?.then(
      (resting) => resting.start(),
      () => {
        this.#resting = null;
      },
    );
  }

  sleep(): void {
    const { link } = this.#options;
    this.#isAsleep ||= link.state !== 'idle';
    link.leave();
  }

  wake(): void {
    const { link } = this.#options;
    if (this.#isAsleep) link.open();
    else link.wake();
    this.#isAsleep = false;
    if (this.#isClosed && link.state === 'idle') this.close();
  }

  end(): void {
    void this.#resting?.then((resting) => resting.end());
    this.#options.link.leave();
  }

  /** Remembered for the next pages: experts and moderators are told at once, whatever is open. */
  roleIs(role: string): void {
    this.#options.kept.write(ROLE, role);
  }

  get #isNeeded(): boolean {
    const { kept, identity, queue } = this.#options;
    return kept.read(ROLE, 'visitor') !== 'visitor' || identity.hasCode || queue.unsent().length > 0;
  }

  async #load(): Promise<Resting> {
    const { Resting } = await import('./resting.ts');
    return new Resting({
      ...this.#options,
      isClosed: () => this.#isClosed,
      isNeeded: () => this.#isNeeded,
    });
  }
}
