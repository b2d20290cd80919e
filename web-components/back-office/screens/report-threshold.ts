import { html, nothing } from 'lit';
import type { SiteSettings } from '../../../server/protocol/back-office.ts';
import type { Api } from '../api.ts';
import { ToastEvent } from '../events.ts';
import { translator } from '../locales/index.ts';
import words from '../locales/pages.ts';
import { LocalizedElement } from '../localized.ts';
import { shared } from '../styles/shared.ts';
import { announceFailure } from './announce-failure.ts';
import { fieldValue } from './field-value.ts';
import { isThreshold } from './settings-draft.ts';
import { siteSettingsStyles } from './site-settings-styles.ts';

const t = translator(words);

/** How much reports must weigh before a message is hidden by itself. Fires `bo-saved`. */
export class BoReportThreshold extends LocalizedElement {
  static override properties = {
    api: { attribute: false },
    saved: { attribute: false },
    typed: { state: true },
  };
  static override styles = [shared, siteSettingsStyles];
  declare api: Api;
  declare saved: SiteSettings;
  /** null while it is as saved. */
  declare typed: string | null;

  constructor() {
    super();
    this.typed = null;
  }

  protected override render() {
    const known = String(this.saved.reportThreshold);
    const typed = this.typed ?? known;
    const wrong = !isThreshold(typed);
    return html`<form novalidate @submit=${this.#submit}>
      <div class="field narrow">
        <label for="threshold">${t('threshold')}</label>
        <input class="input" id="threshold" type="number" min="1" max="100" inputmode="numeric" aria-invalid=${wrong ? 'true' : 'false'}
          aria-describedby="threshold-help" .value=${typed} @input=${this.#type} />
        <span id="threshold-help" class=${wrong ? 'field-error' : 'hint'}>${t(wrong ? 'thresholdWrong' : 'thresholdHint')}</span>
      </div>
      <div class="row">
        <button class="button primary" type="submit" ?disabled=${typed === known}>${t('saveThreshold')}</button>
        ${typed === known ? nothing : html`<button class="button quiet" type="button" @click=${this.#discard}>${t('discard')}</button>`}
      </div>
    </form>`;
  }

  #type = (event: Event) => {
    this.typed = fieldValue(event);
  };

  #discard = () => {
    this.typed = null;
  };

  #submit = async (event: Event) => {
    event.preventDefault();
    if (this.typed === null || !isThreshold(this.typed)) {
      this.renderRoot.querySelector<HTMLElement>('#threshold')?.focus();
      return;
    }
    try {
      this.saved = await this.api.patch<SiteSettings>('site', { reportThreshold: Number(this.typed) });
      this.typed = null;
      this.dispatchEvent(new ToastEvent({ text: t('saved') }));
      this.dispatchEvent(new Event('bo-saved'));
    } catch (error) {
      announceFailure(this, error);
    }
  };
}

customElements.define('bo-report-threshold', BoReportThreshold);
