import '@awesome.me/webawesome/dist/components/switch/switch.js';
import { html } from 'lit';
import type { SiteSettings } from '../../../server/protocol/back-office.ts';
import type { Api } from '../api.ts';
import { ToastEvent } from '../events.ts';
import words from '../locales/answer-time.ts';
import { translator } from '../locales/index.ts';
import { LocalizedElement } from '../localized.ts';
import { shared } from '../styles/shared.ts';
import { announceFailure } from './announce-failure.ts';
import { switchStyles } from './switch-styles.ts';

const t = translator(words);

/** Whether the chat says how long an answer usually takes; saved at once. */
export class BoAnswerTimeSetting extends LocalizedElement {
  static override properties = { api: { attribute: false }, saved: { attribute: false } };
  static override styles = [shared, switchStyles];
  declare api: Api;
  declare saved: SiteSettings;

  protected override render() {
    const { showAnswerTime } = this.saved.community;
    return html`<wa-switch size="s" ?checked=${showAnswerTime} .checked=${showAnswerTime} hint=${t('hint')} @change=${this.#switch}
        >${t('show')}</wa-switch>`;
  }

  #switch = async (event: Event) => {
    const showAnswerTime = (event.target as HTMLInputElement).checked;
    try {
      this.saved = await this.api.patch<SiteSettings>('site', { community: { showAnswerTime } });
      this.dispatchEvent(new ToastEvent({ text: t(showAnswerTime ? 'shown' : 'notShown') }));
    } catch (error) {
      announceFailure(this, error);
      // As it is on the server, not as it was just put.
      this.saved = { ...this.saved };
    }
  };
}

customElements.define('bo-answer-time-setting', BoAnswerTimeSetting);
