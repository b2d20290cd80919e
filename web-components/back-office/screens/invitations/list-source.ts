import { css, html, nothing } from 'lit';
import { icon } from '../../icons/index.ts';
import { translator } from '../../locales/index.ts';
import words from '../../locales/invitations.ts';
import { LocalizedElement } from '../../localized.ts';
import { shared } from '../../styles/shared.ts';
import { fieldValue } from '../field-value.ts';
import { sizeWords } from '../size-words.ts';

const t = translator(words);

/** Takes a file or pasted addresses. Fires `bo-list` (a CustomEvent of Blob); keeps what it was given. */
export class BoListSource extends LocalizedElement {
  static override properties = {
    problem: { attribute: false },
    sending: { attribute: false },
    file: { state: true },
    text: { state: true },
    over: { state: true },
    isMissing: { state: true },
  };
  static override styles = [
    shared,
    css`
      form { display: grid; gap: 16px; max-inline-size: 720px; grid-template-columns: minmax(0, 1fr); }
      .drop { display: grid; gap: 10px; justify-items: center; padding: 28px 20px; border: 1.5px dashed var(--bo-control-line); border-radius: 14px; text-align: center; background: var(--bo-surface); }
      .drop.over { border-color: var(--bo-accent); background: var(--bo-accent-soft); }
      .drop strong { overflow-wrap: anywhere; }
      textarea.input { min-block-size: 140px; font-family: ui-monospace, monospace; font-size: 13px; }
    `,
  ];
  /** Why the last list was not taken, '' when nothing went wrong. */
  declare problem: string;
  declare sending: boolean;
  declare file: File | null;
  declare text: string;
  declare over: boolean;
  /** Whether reading was asked for with nothing to read. */
  declare isMissing: boolean;

  constructor() {
    super();
    this.problem = '';
    this.sending = false;
    this.file = null;
    this.text = '';
    this.over = false;
    this.isMissing = false;
  }

  protected override render() {
    return html`<form novalidate @submit=${this.#submit}>
      ${this.problem ? html`<p class="field-error" role="alert">${t('notSent', { problem: this.problem })}</p>` : nothing}
      ${this.file ? nothing : this.#paste()} ${this.#drop()}
      <div class="row">
        <button class="button primary" type="submit" ?disabled=${this.sending}>${t('read')}</button>
        ${this.sending ? html`<span class="muted" role="status">${t('sendingList')}</span>` : nothing}
        ${this.isMissing ? html`<span class="field-error" role="alert">${t('missing')}</span>` : nothing}
      </div>
    </form>`;
  }

  #paste() {
    return html`<div class="field">
      <label for="paste">${t('paste')}</label>
      <textarea class="input" id="paste" rows="6" spellcheck="false" autocapitalize="off" aria-describedby="paste-help"
        .value=${this.text} @input=${this.#type}></textarea>
      <span class="hint" id="paste-help">${t('pasteHint')}</span>
    </div>`;
  }

  #drop() {
    const { file } = this;
    const chosen = file && t('fileChosen', { name: file.name, size: sizeWords(file.size) });
    return html`<div class="drop ${this.over ? 'over' : ''}" @dragover=${this.#dragOver} @dragleave=${this.#dragLeave} @drop=${this.#dropped}>
      ${icon('upload', 24)}
      ${chosen ? html`<strong>${chosen}</strong>` : html`<span class="muted">${t('drop')}</span>`}
      <button class="button small" type="button" @click=${this.#pick}>${t(file ? 'otherFile' : 'choose')}</button>
      <input class="visually-hidden" type="file" accept=".csv,.txt,.tsv,text/csv,text/plain" tabindex="-1"
        aria-label=${t('file')} @change=${this.#picked} />
    </div>`;
  }

  #submit = (event: Event) => {
    event.preventDefault();
    this.isMissing = this.file === null && this.text.trim() === '';
    if (this.isMissing || this.sending) return;
    const detail = new Blob([this.file ?? this.text], { type: 'text/csv' });
    this.dispatchEvent(new CustomEvent('bo-list', { detail }));
  };

  #type = (event: Event) => {
    this.text = fieldValue(event);
    this.isMissing = false;
  };

  #pick = () => this.renderRoot.querySelector<HTMLInputElement>('input[type=file]')?.click();

  /** Emptied at once: the same file, mended, can be chosen again. */
  #picked = (event: Event) => {
    const input = event.target as HTMLInputElement;
    this.#take(input.files?.[0]);
    input.value = '';
  };

  #dragOver = (event: DragEvent) => {
    event.preventDefault();
    this.over = true;
  };

  #dragLeave = () => {
    this.over = false;
  };

  #dropped = (event: DragEvent) => {
    event.preventDefault();
    this.over = false;
    this.#take(event.dataTransfer?.files[0]);
  };

  #take(file: File | undefined): void {
    if (!file) return;
    this.file = file;
    this.isMissing = false;
  }
}

customElements.define('bo-list-source', BoListSource);
