import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { SuggestionsAnswer } from '../../../../server/protocol/library.ts';
import { type Api, ApiError } from '../../api.ts';
import { locale } from '../../locales/index.ts';
import { debounce } from '../debounce.ts';
import type { EntryForm } from './entry-form.ts';
import { readLines } from './pasted-lines.ts';

/** The word other forms are looked for: a term alone in the box, with nothing left open. */
export function suggestible({ kind, text }: EntryForm): string | null {
  const { lines } = readLines(text);
  const [only, more] = lines;
  if (kind === 'link' || !only || more || only.text.includes('*')) return null;
  return only.text;
}

type Source = { api: () => Api; failed: (error: unknown) => void };

/** The feminine, plural and verb forms of the one word in the box, looked for once typing has paused. */
export class EntrySuggestions implements ReactiveController {
  forms: string[] = [];
  #word: string | null = null;
  #language: string | null = null;
  #soon = debounce(() => void this.#look());
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
    this.#word = null;
    this.forms = [];
  }

  /** @returns whether another word stands there now: forms ticked for the former are not meant any more. */
  changed(form: EntryForm): boolean {
    const word = suggestible(form);
    this.#language = form.language;
    if (word === this.#word) return false;
    this.clear();
    this.#word = word;
    if (word !== null) this.#soon.soon();
    return true;
  }

  async #look(): Promise<void> {
    const word = this.#word;
    if (word === null) return;
    try {
      const forms = await suggestForms(this.#source.api(), word, this.#language);
      if (word === this.#word) this.forms = forms;
      this.#host.requestUpdate();
    } catch (error) {
      this.#source.failed(error);
    }
  }
}

async function suggestForms(api: Api, text: string, language: string | null): Promise<string[]> {
  const known = language === 'en' || language === 'fr' ? language : locale();
  try {
    const { forms } = await api.get<SuggestionsAnswer>('library/suggestions', { text, language: known });
    return forms;
  } catch (error) {
    // A word without suggestions is still worth adding.
    if (error instanceof ApiError && error.status !== 401) return [];
    throw error;
  }
}
