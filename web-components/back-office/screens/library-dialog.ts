import '@awesome.me/webawesome/dist/components/dialog/dialog.js';
import { html, nothing } from 'lit';
import type { Effect, EntryKind, LibraryEntry, Listing } from '../../../server/protocol/back-office.ts';
import { type Api, ApiError } from '../api.ts';
import { ToastEvent } from '../events.ts';
import { translator } from '../locales/index.ts';
import words from '../locales/library.ts';
import { LocalizedElement } from '../localized.ts';
import { problemWords } from '../problem.ts';
import { categoryWords } from '../reason-words.ts';
import { shared } from '../styles/shared.ts';
import { fieldValue } from './field-value.ts';
import { filterStyles } from './filter-styles.ts';
import { libraryDialogStyles } from './library-dialog-styles.ts';
import { type LineResult, leftToMend, looksLikeLink, readLines } from './library-lines.ts';
import { lineResults } from './library-results.ts';
import { type NamedShelf, SHELVES } from './library-shelves.ts';

const t = translator(words);
const NAMED: NamedShelf[] = ['forbidden-term', 'forbidden-link', 'allowed-term', 'allowed-link'];
const EFFECTS = [
  ['hold', 'effectHoldChoice'],
  ['reject', 'effectRejectChoice'],
  ['flag', 'effectFlagChoice'],
] as const satisfies readonly (readonly [Effect, string])[];

/** Adds one entry or a pasted list; what was refused stays in the box. Fires `bo-added`. */
export class BoLibraryDialog extends LocalizedElement {
  static override properties = {
    api: { attribute: false },
    categories: { attribute: false },
    open: { state: true },
    shelf: { state: true },
    text: { state: true },
    category: { state: true },
    effect: { state: true },
    note: { state: true },
    results: { state: true },
    progress: { state: true },
    missing: { state: true },
  };
  static override styles = [shared, filterStyles, libraryDialogStyles];
  declare api: Api;
  declare categories: string[];
  declare open: boolean;
  declare shelf: NamedShelf;
  declare text: string;
  declare category: string;
  declare effect: Effect;
  declare note: string;
  declare results: LineResult[];
  declare progress: { done: number; count: number } | null;
  declare missing: 'lines' | 'category' | null;

  constructor() {
    super();
    this.categories = [];
    this.open = false;
    this.category = '';
    this.effect = 'hold';
    this.#clear('forbidden-term');
  }

  /** Opens it for this sort of entries; the category and effect of last time are kept. */
  show(kind: EntryKind, listing: Listing): void {
    this.#clear(`${listing}-${kind}`);
    this.open = true;
  }

  protected override render() {
    return html`<wa-dialog label=${t('dialogTitle')} ?open=${this.open} @wa-after-hide=${this.#hidden}>
      <form novalidate @submit=${this.#submit}>
        ${this.#shelfField()} ${this.#linesField()} ${this.#categoryField()}
        ${SHELVES[this.shelf].listing === 'forbidden' ? this.#effectField() : nothing}
        <div class="field">
          <label for="note">${t('noteLabel')}</label>
          <input class="input" id="note" maxlength="2000" autocomplete="off" .value=${this.note}
            @input=${(event: Event) => {
              this.note = fieldValue(event);
            }} />
        </div>
        ${lineResults(this.results)}
        <div class="row actions">
          ${this.progress ? html`<span class="muted small" role="status">${t('adding', this.progress)}</span>` : nothing}
          <button class="button" type="button" @click=${this.#close}>${t('close')}</button>
          <button class="button primary" type="submit" ?disabled=${this.progress !== null}>${this.#addWords()}</button>
        </div>
      </form>
    </wa-dialog>`;
  }

  #shelfField() {
    return html`<fieldset>
      <legend class="label">${t('what')}</legend>
      <div class="choices">${NAMED.map(
        (
          shelf,
        ) => html`<label class="choice"><input type="radio" name="shelf" value=${shelf} .checked=${shelf === this.shelf}
          @change=${() => {
            this.shelf = shelf;
          }} />${t(shelf)}</label>`,
      )}</div>
    </fieldset>`;
  }

  #linesField() {
    const links = SHELVES[this.shelf].kind === 'link';
    const missing = this.missing === 'lines';
    return html`<div class="field">
      <label for="lines">${t(links ? 'linesLabelLinks' : 'linesLabel')}</label>
      <textarea class="input" id="lines" rows="5" autofocus spellcheck="false" autocapitalize="off"
        aria-describedby="lines-help" aria-invalid=${missing ? 'true' : 'false'} .value=${this.text}
        @input=${this.#typeLines}></textarea>
      <span id="lines-help" class=${missing ? 'field-error' : 'hint'}>${missing ? t('linesMissing') : t(links ? 'linesHintLinks' : 'linesHint')}</span>
      ${links ? nothing : this.#linkAdvice()}
    </div>`;
  }

  #linkAdvice() {
    const links = readLines(this.text).lines.filter(({ text }) => looksLikeLink(text));
    const [first] = links;
    return first
      ? html`<span class="advice">${t('looksLikeLink', { count: links.length, text: first.text })}</span>`
      : nothing;
  }

  #categoryField() {
    const missing = this.missing === 'category';
    return html`<div class="field">
      <label for="category">${t('category')}</label>
      <input class="input" id="category" list="categories" maxlength="60" autocomplete="off"
        aria-describedby="category-help" aria-invalid=${missing ? 'true' : 'false'} .value=${this.category}
        @input=${this.#typeCategory} />
      <datalist id="categories">${this.categories.map((category) => html`<option value=${category} label=${categoryWords(category)}></option>`)}</datalist>
      <span id="category-help" class=${missing ? 'field-error' : 'hint'}>${t(missing ? 'categoryMissing' : 'categoryHint')}</span>
    </div>`;
  }

  #effectField() {
    return html`<div class="field">
      <label for="effect">${t('effectLabel')}</label>
      <select class="input" id="effect" @change=${(event: Event) => this.#chooseEffect(fieldValue(event))}>
        ${EFFECTS.map(([effect, key]) => html`<option value=${effect} ?selected=${effect === this.effect}>${t(key)}</option>`)}
      </select>
    </div>`;
  }

  #addWords() {
    const count = readLines(this.text).lines.length;
    return count > 1 ? t('addLines', { count }) : t('add');
  }

  #submit = async (event: Event) => {
    event.preventDefault();
    const { lines, twice } = readLines(this.text);
    this.missing = lines.length === 0 ? 'lines' : this.category.trim() === '' ? 'category' : null;
    if (this.missing || this.progress) return;
    const results: LineResult[] = twice.map((line) => ({ ...line, outcome: 'twice' }));
    for (const line of lines) {
      this.progress = { done: results.length - twice.length, count: lines.length };
      results.push(await this.#addOne(line));
    }
    this.progress = null;
    this.results = results.sort((a, b) => a.line - b.line);
    this.text = leftToMend(this.results);
    this.#tell(lines.length);
  };

  async #addOne(line: { line: number; text: string }): Promise<LineResult> {
    const { kind, listing } = SHELVES[this.shelf];
    const entry = { kind, listing, text: line.text, category: this.category.trim(), effect: this.effect };
    try {
      await this.api.post<LibraryEntry>('library/entries', { ...entry, note: this.note.trim() || null });
      return { ...line, outcome: 'added' };
    } catch (error) {
      if (error instanceof ApiError && error.status === 409)
        return { ...line, outcome: 'present', why: t('linePresent') };
      return { ...line, outcome: 'refused', why: refusalWords(error) };
    }
  }

  /** When every line went in, there is nothing left to do here. */
  #tell(asked: number): void {
    const added = this.results.filter(({ outcome }) => outcome === 'added').length;
    if (added > 0) this.dispatchEvent(new Event('bo-added'));
    if (added < asked) return;
    this.open = false;
    this.dispatchEvent(new ToastEvent({ text: t('addedToast', { count: added }) }));
  }

  #typeLines = (event: Event) => {
    this.text = fieldValue(event);
    if (this.missing === 'lines') this.missing = null;
  };

  #typeCategory = (event: Event) => {
    this.category = fieldValue(event);
    if (this.missing === 'category') this.missing = null;
  };

  #chooseEffect(value: string): void {
    this.effect = EFFECTS.find(([effect]) => effect === value)?.[0] ?? this.effect;
  }

  #close = () => {
    this.open = false;
  };

  #hidden = (event: Event) => {
    if (event.target === event.currentTarget) this.open = false;
  };

  #clear(shelf: NamedShelf): void {
    this.shelf = shelf;
    this.text = '';
    this.note = '';
    this.results = [];
    this.progress = null;
    this.missing = null;
  }
}

function refusalWords(error: unknown): string {
  if (error instanceof ApiError && error.code === 'too-short') return t('tooShort');
  if (error instanceof ApiError && error.code === 'not-a-link') return t('notLink');
  return problemWords(error);
}

customElements.define('bo-library-dialog', BoLibraryDialog);
