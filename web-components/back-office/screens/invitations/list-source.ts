import { css, html, nothing } from 'lit';
import { translator } from '../../locales/index.ts';
import words from '../../locales/invitations.ts';
import { LocalizedElement } from '../../localized.ts';
import '../../parts/file-drop.ts';
import { shared } from '../../styles/shared.ts';
import { fieldValue } from '../field-value.ts';

const t = translator(words);

/** Takes a file or pasted addresses. Fires `bo-list` (a CustomEvent of Blob); keeps what it was given. */
export class BoListSource extends LocalizedElement {
  static override properties = {
    problem: { attribute: false },
    sending: { attribute: false },
    file: { state: true },
    text: { state: true },
    isMissing: { state: true },
  };
  static override styles = [
    shared,
    css`
      form { display: grid; gap: 16px; max-inline-size: 720px; grid-template-columns: minmax(0, 1fr); }
      textarea.input { min-block-size: 140px; font-family: ui-monospace, monospace; font-size: 13px; }
    `,
  ];
  /** Why the last list was not taken, '' when nothing went wrong. */
  declare problem: string;
  declare sending: boolean;
  declare file: File | null;
  declare text: string;
  /** Whether reading was asked for with nothing to read. */
  declare isMissing: boolean;

  constructor() {
    super();
    this.problem = '';
    this.sending = false;
    this.file = null;
    this.text = '';
    this.isMissing = false;
  }

  protected override render() {
    return html`<form novalidate @submit=${this.#submit}>
      ${this.problem ? html`<p class="field-error" role="alert">${t('notSent', { problem: this.problem })}</p>` : nothing}
      ${this.file ? nothing : this.#paste()} <bo-file-drop
        .file=${this.file} .accept=${'.csv,.txt,.tsv,text/csv,text/plain'} .label=${t('file')} .invitation=${t('drop')}
        @bo-file=${this.#take}></bo-file-drop>
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

  #take = ({ detail }: CustomEvent<File>) => {
    this.file = detail;
    this.isMissing = false;
  };
}

customElements.define('bo-list-source', BoListSource);
