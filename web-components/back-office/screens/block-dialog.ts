import { css, html, nothing } from 'lit';
import type { BlockPreview } from '../../../server/protocol/back-office.ts';
import { type Api, ApiError } from '../api.ts';
import words from '../locales/blocks.ts';
import { translator } from '../locales/index.ts';
import { problemWords } from '../problem.ts';
import { shared } from '../styles/shared.ts';
import { rangeProblem } from './block-problem.ts';
import { debounce } from './debounce.ts';
import { DialogElement } from './dialog-element.ts';
import { EXPIRIES, type Expiry, expiryOf, hoursOf } from './expiry.ts';
import { fieldValue } from './field-value.ts';
import { filterStyles } from './filter-styles.ts';

const t = translator(words);
type Preview = 'idle' | 'looking' | BlockPreview;

/** Blocks an address or a range, and shows beforehand whom it would hit. Fires `bo-blocked`. */
export class BoBlockDialog extends DialogElement {
  static override properties = {
    api: { attribute: false },
    range: { state: true },
    reason: { state: true },
    expiry: { state: true },
    preview: { state: true },
    rangeError: { state: true },
    reasonError: { state: true },
    busy: { state: true },
  };
  declare api: Api;
  declare range: string;
  declare reason: string;
  declare expiry: Expiry;
  declare preview: Preview;
  declare rangeError: string;
  declare reasonError: string;
  declare busy: boolean;
  #look = debounce(() => void this.#lookUp());

  static override styles = [
    shared,
    filterStyles,
    css`
      wa-dialog { --width: 500px; }
      form { display: grid; gap: 16px; }
      .actions { justify-content: flex-end; }
      .preview { display: grid; gap: 2px; min-block-size: 62px; align-content: center; padding: 10px 14px; border-radius: 10px; background: var(--bo-ground); font-size: 13px; color: var(--bo-muted); }
      .preview strong { color: var(--bo-ink); font-weight: 600; }
      .preview .warn { color: var(--bo-warn); font-weight: 600; }
    `,
  ];

  constructor() {
    super();
    this.#clear();
  }

  /** Opens it empty, or with an address to begin with. */
  show(range = ''): void {
    this.#clear();
    this.range = range;
    this.open = true;
    if (range) void this.#lookUp();
  }

  protected override render() {
    return this.dialog(
      t('dialogTitle'),
      html`<form novalidate @submit=${this.#submit}>
        ${this.#rangeField()}
        <div class="preview" role="status" ?hidden=${Boolean(this.rangeError)}>${this.#previewLines()}</div>
        ${this.#reasonField()}
        <div class="field">
          <label for="expiry">${t('expiryLabel')}</label>
          <select class="input" id="expiry" @change=${this.#chooseExpiry}>
            ${EXPIRIES.map((expiry) => html`<option value=${expiry} ?selected=${expiry === this.expiry}>${t(expiry)}</option>`)}
          </select>
        </div>
        <div class="row actions">
          <button class="button" type="button" @click=${this.close}>${t('cancel')}</button>
          <button class="button danger-primary" type="submit" ?disabled=${this.busy}>${t('block')}</button>
        </div>
      </form>`,
    );
  }

  #rangeField() {
    return html`<div class="field">
      <label for="range">${t('rangeLabel')}</label>
      <input class="input" id="range" autofocus autocomplete="off" spellcheck="false" autocapitalize="off"
        aria-describedby="range-help" aria-invalid=${this.rangeError ? 'true' : 'false'}
        .value=${this.range} @input=${this.#typeRange} />
      <span id="range-help" class=${this.rangeError ? 'field-error' : 'hint'}>${this.rangeError || t('rangeHint')}</span>
    </div>`;
  }

  #reasonField() {
    return html`<div class="field">
      <label for="reason">${t('reasonLabel')}</label>
      <input class="input" id="reason" maxlength="500" autocomplete="off"
        aria-describedby="reason-help" aria-invalid=${this.reasonError ? 'true' : 'false'}
        .value=${this.reason} @input=${this.#typeReason} />
      <span id="reason-help" class=${this.reasonError ? 'field-error' : 'hint'}>${this.reasonError || t('reasonHint')}</span>
    </div>`;
  }

  #previewLines() {
    const preview = this.preview;
    if (preview === 'idle') return t('previewIdle');
    if (preview === 'looking') return t('previewLooking');
    const { people, names, members, connections } = preview;
    const listed = names.join(', ') + (people > names.length ? '…' : '');
    return html`<strong>${t('previewRange', { range: preview.range })}</strong>
      <span>${people === 0 ? t('previewNobody') : t('previewPeople', { count: people, names: listed })}</span>
      ${members > 0 ? html`<span class="warn">${t('previewMembers', { count: members })}</span>` : nothing}
      ${connections > 0 ? html`<span>${t('previewConnections', { count: connections })}</span>` : nothing}`;
  }

  #typeRange = (event: Event) => {
    this.range = fieldValue(event);
    this.rangeError = '';
    this.preview = this.range.trim() === '' ? 'idle' : 'looking';
    if (this.preview === 'idle') this.#look.cancel();
    else this.#look.soon();
  };

  #typeReason = (event: Event) => {
    this.reason = fieldValue(event);
    this.reasonError = '';
  };

  #chooseExpiry = (event: Event) => {
    this.expiry = expiryOf(fieldValue(event), this.expiry);
  };

  async #lookUp(): Promise<void> {
    const range = this.range.trim();
    try {
      const preview = await this.api.get<BlockPreview>('blocks/preview', { range });
      if (range === this.range.trim()) this.preview = preview;
    } catch (error) {
      if (range !== this.range.trim()) return;
      this.preview = 'idle';
      this.rangeError = this.#rangeWords(error);
    }
  }

  #submit = async (event: Event) => {
    event.preventDefault();
    const range = this.range.trim();
    const reason = this.reason.trim();
    if (range === '') this.rangeError = t('rangeMissing');
    if (reason === '') this.reasonError = t('reasonMissing');
    if (range === '' || reason === '' || this.busy) return;
    this.busy = true;
    try {
      const { id } = await this.api.post<{ id: string }>('blocks', {
        range,
        reason,
        expiresInHours: hoursOf(this.expiry),
      });
      this.open = false;
      const shown = typeof this.preview === 'object' ? this.preview.range : range;
      this.dispatchEvent(new CustomEvent('bo-blocked', { detail: { id, range: shown } }));
    } catch (error) {
      this.rangeError = this.#rangeWords(error);
    } finally {
      this.busy = false;
    }
  };

  #rangeWords(error: unknown): string {
    const problem = error instanceof ApiError ? rangeProblem(error) : null;
    return problem ? t(problem) : problemWords(error);
  }

  #clear(): void {
    this.range = '';
    this.reason = '';
    this.expiry = '7d';
    this.preview = 'idle';
    this.rangeError = '';
    this.reasonError = '';
    this.busy = false;
  }
}

customElements.define('bo-block-dialog', BoBlockDialog);
