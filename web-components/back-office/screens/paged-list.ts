import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { Page } from '../../../server/protocol/back-office.ts';
import { ApiError } from '../api.ts';
import type { ListState } from '../parts/list-state.ts';
import { problemWords } from '../problem.ts';
import { joinPages } from './join-pages.ts';

type Source<Item, Answer> = {
  fetch: (after: string | null) => Promise<Answer>;
  /** Told of what went wrong while a list stays on screen, or when the session ended. */
  failed: (error: unknown) => void;
  /** Where an item may come with two pages, as when it moved between them: what tells it from others. */
  keyOf?: (item: Item) => string;
};

/**
 * A list of the server in pages. What is shown stays until its successor is there: asking again never makes
 * the screen jump. An answer that comes after a newer question is dropped, and when a new filter gets none, what
 * another filter showed is no longer shown.
 */
export class PagedList<Item, Answer extends Page<Item> = Page<Item>> implements ReactiveController {
  items: Item[] = [];
  next: string | null = null;
  state: ListState = 'loading';
  problem = '';
  /** The first page as it came, for what stands beside its items. */
  answer: Answer | null = null;
  #host: ReactiveControllerHost;
  #source: Source<Item, Answer>;
  #turn = 0;
  /** What is shown is not what was asked for: a new filter has no answer yet. */
  #isOfBefore = false;

  constructor(host: ReactiveControllerHost, source: Source<Item, Answer>) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
  }

  hostConnected(): void {}

  /** The first page, after a filter changed: a search cut short goes on when somebody asks it to. */
  async reload(): Promise<void> {
    this.#isOfBefore = true;
    await this.#read(0);
  }

  /** As much as is shown now, again. */
  async refresh(): Promise<void> {
    await this.#read(this.items.length);
  }

  /** After an error: the skeleton comes back first. */
  async retry(): Promise<void> {
    this.state = 'loading';
    this.#host.requestUpdate();
    await this.#read(0);
  }

  async more(): Promise<void> {
    const turn = this.#turn;
    const after = this.next;
    if (after === null) return;
    try {
      const page = await this.#source.fetch(after);
      const isNext = turn === this.#turn && after === this.next;
      if (isNext) this.#show(this.#joined(this.items, page.items), page.next);
    } catch (error) {
      this.#source.failed(error);
    }
  }

  async #read(atLeast: number): Promise<void> {
    const turn = ++this.#turn;
    try {
      const first = await this.#source.fetch(null);
      let { items, next } = first as Page<Item>;
      while (turn === this.#turn && next !== null && items.length < atLeast) {
        const page: Page<Item> = await this.#source.fetch(next);
        items = this.#joined(items, page.items);
        next = page.next;
      }
      if (turn !== this.#turn) return;
      this.answer = first;
      this.#isOfBefore = false;
      this.#show(items, next);
    } catch (error) {
      if (turn === this.#turn) this.#fail(error);
    }
  }

  #joined(items: Item[], more: Item[]): Item[] {
    const { keyOf } = this.#source;
    return keyOf ? joinPages(items, more, keyOf) : [...items, ...more];
  }

  #show(items: Item[], next: string | null): void {
    this.items = items;
    this.next = next;
    this.state = items.length === 0 ? 'empty' : 'ready';
    this.#host.requestUpdate();
  }

  #fail(error: unknown): void {
    const isShown = this.state !== 'loading' && !this.#isOfBefore;
    if (isShown || (error instanceof ApiError && error.status === 401)) {
      this.#source.failed(error);
      return;
    }
    this.items = [];
    this.next = null;
    this.state = 'error';
    this.problem = problemWords(error);
    this.#host.requestUpdate();
  }
}
