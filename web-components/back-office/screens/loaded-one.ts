import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { ApiError } from '../api.ts';
import type { ListState } from '../parts/list-state.ts';
import { problemWords } from '../problem.ts';

type Source<Value> = { fetch: (id: string) => Promise<Value>; failed: (error: unknown) => void };

/** One thing of the server by its id. Asking for the same one again keeps what is shown meanwhile. */
export class LoadedOne<Value> implements ReactiveController {
  value: Value | null = null;
  state: ListState = 'loading';
  problem = '';
  #id = '';
  #turn = 0;
  #host: ReactiveControllerHost;
  #source: Source<Value>;

  constructor(host: ReactiveControllerHost, source: Source<Value>) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
  }

  hostConnected(): void {}

  async retry(id: string): Promise<void> {
    this.#id = '';
    await this.read(id);
  }

  async read(id: string): Promise<void> {
    const turn = ++this.#turn;
    if (id !== this.#id) this.#begin(id);
    try {
      const value = await this.#source.fetch(id);
      if (turn !== this.#turn) return;
      this.value = value;
      this.state = 'ready';
    } catch (error) {
      if (turn === this.#turn) this.#fail(error);
    }
    this.#host.requestUpdate();
  }

  #begin(id: string): void {
    this.#id = id;
    this.value = null;
    this.state = 'loading';
    this.#host.requestUpdate();
  }

  #fail(error: unknown): void {
    if (this.value !== null || (error instanceof ApiError && error.status === 401)) {
      this.#source.failed(error);
      return;
    }
    this.problem = problemWords(error);
    this.state = 'error';
  }
}
