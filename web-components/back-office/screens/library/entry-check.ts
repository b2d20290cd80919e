import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { NewLibraryEntry } from '../../../../server/protocol/library.ts';
import { debounce } from '../debounce.ts';
import type { SortedWarnings } from './sorted-warnings.ts';

type Source = {
  check: (entries: NewLibraryEntry[]) => Promise<SortedWarnings>;
  failed: (error: unknown) => void;
};

/** What the server thinks of the entries being written: asked while they are typed, and for certain before saving. */
export class EntryCheck implements ReactiveController {
  sorted: SortedWarnings = NOTHING;
  #about = '';
  #entries: NewLibraryEntry[] = [];
  #turn = 0;
  #soon = debounce(() => void this.#look(), PAUSE_MS);
  #host: ReactiveControllerHost;
  #source: Source;

  constructor(host: ReactiveControllerHost, source: Source) {
    this.#host = host;
    this.#source = source;
    host.addController(this);
  }

  hostDisconnected(): void {
    this.clear();
  }

  clear(): void {
    this.#soon.cancel();
    this.#turn += 1;
    this.#about = '';
    this.sorted = NOTHING;
  }

  /** They changed: what was said of the former ones is kept until the pause, then asked again. */
  changed(entries: NewLibraryEntry[]): void {
    this.#entries = entries;
    if (entries.length === 0) this.clear();
    else this.#soon.soon();
  }

  /** Whether what is shown is about these. */
  isAbout(entries: NewLibraryEntry[]): boolean {
    return this.#about === JSON.stringify(entries);
  }

  /** What is thought of them now. @throws ApiError */
  async now(entries: NewLibraryEntry[]): Promise<SortedWarnings> {
    this.#soon.cancel();
    const turn = ++this.#turn;
    const sorted = await this.#source.check(entries);
    if (turn !== this.#turn) return sorted;
    this.sorted = sorted;
    this.#about = JSON.stringify(entries);
    this.#host.requestUpdate();
    return sorted;
  }

  async #look(): Promise<void> {
    try {
      await this.now(this.#entries);
    } catch (error) {
      this.#source.failed(error);
    }
  }
}

const PAUSE_MS = 500;
const NOTHING: SortedWarnings = { refused: [], doubtful: [], harmless: [] };
