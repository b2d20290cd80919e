import type { ReactiveController, ReactiveControllerHost } from 'lit';

type Source<Work> = {
  fetch: (id: string) => Promise<Work>;
  isOver: (work: Work) => boolean;
  /** Told of what went wrong; the work is no longer followed. */
  failed: (error: unknown) => void;
  over?: (work: Work) => void;
};

/** Something the server does in the background, asked about until it is over or its host goes away. */
export class Followed<Work> implements ReactiveController {
  value: Work | null = null;
  #id: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = 0;
  #host: ReactiveControllerHost;
  #source: Source<Work>;

  constructor(host: ReactiveControllerHost, source: Source<Work>) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
  }

  hostConnected(): void {}

  hostDisconnected(): void {
    this.forget();
  }

  /** From now on this one: what was known of it stays until the answer, what was followed before is forgotten. */
  follow(id: string): void {
    if (id !== this.#id) this.forget();
    this.#id = id;
    clearTimeout(this.#timer);
    this.#turn += 1;
    void this.#ask(id, this.#turn);
  }

  forget(): void {
    this.#turn += 1;
    clearTimeout(this.#timer);
    this.#id = null;
    this.value = null;
    this.#host.requestUpdate();
  }

  async #ask(id: string, turn: number): Promise<void> {
    try {
      const work = await this.#source.fetch(id);
      if (turn !== this.#turn) return;
      this.value = work;
      if (this.#source.isOver(work)) this.#source.over?.(work);
      else this.#timer = setTimeout(() => void this.#ask(id, turn), PAUSE_MS);
    } catch (error) {
      if (turn === this.#turn) this.#source.failed(error);
    }
    this.#host.requestUpdate();
  }
}

const PAUSE_MS = 400;
