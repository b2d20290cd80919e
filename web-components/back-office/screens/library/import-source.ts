import { css, html, nothing } from 'lit';
import type { Effect, LibraryCategory } from '../../../../server/protocol/library.ts';
import { translator } from '../../locales/index.ts';
import common from '../../locales/library.ts';
import words from '../../locales/library-import.ts';
import { LocalizedElement } from '../../localized.ts';
import '../../parts/file-drop.ts';
import { shared } from '../../styles/shared.ts';
import { fieldValue } from '../field-value.ts';
import { filterStyles } from '../filter-styles.ts';
import './category-field.ts';
import { EFFECTS } from './entry-filter.ts';
import { type ImportSource, sourceOfFile, sourceOfText } from './import-file.ts';

const t = translator(words);
const c = translator(common);
const EFFECT_CHOICE = { hold: 'holdChoice', reject: 'rejectChoice', flag: 'flagChoice' } as const;

export type ImportRequest = { source: ImportSource; category: string; effect: Effect | null };

/** Takes a file or a pasted list. Fires `bo-import` (a CustomEvent of ImportRequest); keeps what it was given. */
export class BoLibraryImportSource extends LocalizedElement {
  static override properties = {
    categories: { attribute: false },
    problem: { attribute: false },
    sending: { attribute: false },
    file: { state: true },
    text: { state: true },
    category: { state: true },
    effect: { state: true },
    isMissing: { state: true },
  };
  declare categories: LibraryCategory[];
  /** Why the last one was not sent, '' when nothing went wrong. */
  declare problem: string;
  declare sending: boolean;
  declare file: File | null;
  declare text: string;
  declare category: string;
  declare effect: Effect | null;
  /** Whether reading was asked for with nothing to read. */
  declare isMissing: boolean;

  static override styles = [
    shared,
    filterStyles,
    css`
      form { display: grid; gap: 16px; max-inline-size: 720px; grid-template-columns: minmax(0, 1fr); }
      .pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(240px, 100%), 1fr)); gap: 16px; }
      textarea.input { font-family: ui-monospace, monospace; font-size: 13px; }
    `,
  ];

  constructor() {
    super();
    this.categories = [];
    this.problem = '';
    this.sending = false;
    this.clear();
  }

  clear(): void {
    this.file = null;
    this.text = '';
    this.category = '';
    this.effect = null;
    this.isMissing = false;
  }

  protected override render() {
    return html`<form novalidate @submit=${this.#submit}>
      ${this.problem ? html`<p class="field-error" role="alert">${t('notSent', { problem: this.problem })}</p>` : nothing}
      <bo-file-drop accept=".csv,.json,.txt,text/csv,application/json" .file=${this.file} .label=${t('file')}
        .invitation=${t('drop')} @bo-file=${this.#take}></bo-file-drop>
      ${this.file ? nothing : this.#paste()}
      <div class="pair">${this.#categoryField()} ${this.#effectField()}</div>
      <div class="row">
        <button class="button primary" type="submit" ?disabled=${this.sending}>${t('read')}</button>
        ${this.sending ? html`<span class="muted" role="status">${t('sending')}</span>` : nothing}
        ${this.isMissing ? html`<span class="field-error" role="alert">${t('missing')}</span>` : nothing}
      </div>
    </form>`;
  }

  #paste() {
    return html`<div class="field">
      <label for="paste">${t('orPaste')}</label>
      <textarea class="input" id="paste" rows="4" spellcheck="false" autocapitalize="off" aria-describedby="paste-help"
        .value=${this.text} @input=${this.#type}></textarea>
      <span class="hint" id="paste-help">${t('pasteHint')}</span>
    </div>`;
  }

  #categoryField() {
    return html`<bo-category-field .label=${t('category')} .categories=${this.categories} .value=${this.category} @bo-category=${this.#chooseCategory}></bo-category-field>`;
  }

  #effectField() {
    const choose = (event: Event) => {
      this.effect = EFFECTS.find((effect) => effect === fieldValue(event)) ?? null;
    };
    return html`<div class="field">
      <label for="effect">${t('effect')}</label>
      <select class="input" id="effect" @change=${choose}>
        <option value="" .selected=${this.effect === null}>${t('asCategory')}</option>
        ${EFFECTS.map((effect) => html`<option value=${effect} .selected=${effect === this.effect}>${c(EFFECT_CHOICE[effect])}</option>`)}
      </select>
    </div>`;
  }

  #submit = async (event: Event) => {
    event.preventDefault();
    const { file, text, category, effect } = this;
    this.isMissing = file === null && text.trim() === '';
    if (this.isMissing || this.sending) return;
    const source = file ? await sourceOfFile(file) : sourceOfText(text);
    const detail: ImportRequest = { source, category, effect };
    this.dispatchEvent(new CustomEvent('bo-import', { detail }));
  };

  #chooseCategory = ({ detail }: CustomEvent<string>) => {
    this.category = detail;
  };

  #type = (event: Event) => {
    this.text = fieldValue(event);
    this.isMissing = false;
  };

  #take = ({ detail }: CustomEvent<File>) => {
    this.file = detail;
    this.isMissing = false;
  };
}

customElements.define('bo-library-import-source', BoLibraryImportSource);
