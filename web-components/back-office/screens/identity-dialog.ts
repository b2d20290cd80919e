import '@awesome.me/webawesome/dist/components/dialog/dialog.js';
import './one-time-link.ts';
import { html, nothing } from 'lit';
import type { NewIdentitySecret } from '../../../server/protocol/identity.ts';
import type { Api } from '../api.ts';
import words from '../locales/identity.ts';
import { translator } from '../locales/index.ts';
import { LocalizedElement } from '../localized.ts';
import { shared } from '../styles/shared.ts';
import { announceFailure } from './announce-failure.ts';
import { dialogStyles } from './dialog-styles.ts';
import { fieldValue } from './field-value.ts';

const t = translator(words);
const OVERLAPS = [7, 1, 30, 0] as const;

/** Asks how long the old secret stays good, then shows the new one, once. Fires `bo-saved`. */
export class BoIdentityDialog extends LocalizedElement {
  static override properties = {
    api: { attribute: false },
    step: { state: true },
    text: { state: true },
    busy: { state: true },
  };
  static override styles = [shared, dialogStyles];
  declare api: Api;
  declare step: 'closed' | 'overlap' | 'made';
  declare text: string;
  declare busy: boolean;
  #overlap = 7;

  constructor() {
    super();
    this.step = 'closed';
    this.text = '';
    this.busy = false;
  }

  ask(): void {
    this.#overlap = 7;
    this.step = 'overlap';
  }

  /** Makes a secret; those before it stay good for so many days. */
  async make(overlapDays: number): Promise<void> {
    this.busy = true;
    try {
      const { text } = await this.api.post<NewIdentitySecret>('identity-secrets', { overlapDays });
      this.text = text;
      this.step = 'made';
      this.dispatchEvent(new Event('bo-saved'));
    } catch (error) {
      announceFailure(this, error);
    }
    this.busy = false;
  }

  protected override render() {
    const made = this.step === 'made';
    return html`<wa-dialog label=${t(made ? 'madeTitle' : 'rotateTitle')} ?open=${this.step !== 'closed'} @wa-after-hide=${this.#hidden}>
      ${made ? this.#made() : this.step === 'overlap' ? this.#question() : nothing}
    </wa-dialog>`;
  }

  #question() {
    return html`<form @submit=${this.#submit}>
      <p>${t('rotateText')}</p>
      <div class="field">
        <label for="overlap">${t('overlap')}</label>
        <select class="input" id="overlap" autofocus @change=${(event: Event) => {
          this.#overlap = Number(fieldValue(event));
        }}>${OVERLAPS.map((days) => html`<option value=${days}>${t(`days_${days}`)}</option>`)}</select>
      </div>
      <div class="row actions">
        <button class="button" type="button" @click=${this.#close}>${t('cancel')}</button>
        <button class="button primary" type="submit" ?disabled=${this.busy}>${t('rotateNow')}</button>
      </div>
    </form>`;
  }

  #made() {
    return html`<div class="stack">
      <p>${t('madeText')}</p>
      <bo-one-time-link link=${this.text} label=${t('secretLabel')}></bo-one-time-link>
      <div class="row actions"><button class="button" type="button" @click=${this.#close}>${t('done')}</button></div>
    </div>`;
  }

  #submit = (event: Event) => {
    event.preventDefault();
    void this.make(this.#overlap);
  };

  #close = () => {
    this.step = 'closed';
    this.text = '';
  };

  #hidden = (event: Event) => {
    if (event.target === event.currentTarget) this.#close();
  };
}

customElements.define('bo-identity-dialog', BoIdentityDialog);
