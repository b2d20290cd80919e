import '@awesome.me/webawesome/dist/components/switch/switch.js';
import { html } from 'lit';
import type { SiteSettings } from '../../../server/protocol/back-office.ts';
import type { Api } from '../api.ts';
import { ToastEvent } from '../events.ts';
import { translator } from '../locales/index.ts';
import words from '../locales/recognition.ts';
import { LocalizedElement } from '../localized.ts';
import { shared } from '../styles/shared.ts';
import { announceFailure } from './announce-failure.ts';
import { switchStyles } from './switch-styles.ts';

const t = translator(words);

/** Whether the site counts points at all; in force at once. */
export class BoRecognitionSetting extends LocalizedElement {
  static override properties = { api: { attribute: false }, saved: { attribute: false } };
  static override styles = [shared, switchStyles];
  declare api: Api;
  declare saved: SiteSettings;

  protected override render() {
    const { recognition } = this.saved.community;
    return html`<wa-switch size="s" ?checked=${recognition} .checked=${recognition} hint=${t('settingHint')} @change=${this.#switch}>${t('settingLabel')}</wa-switch>`;
  }

  #switch = async (event: Event) => {
    const input = event.target as HTMLInputElement;
    const recognition = input.checked;
    try {
      this.saved = await this.api.patch<SiteSettings>('site', { community: { recognition } });
      this.dispatchEvent(new ToastEvent({ text: t(recognition ? 'settingOn' : 'settingOff') }));
    } catch (error) {
      input.checked = !recognition;
      announceFailure(this, error);
    }
  };
}

customElements.define('bo-recognition-setting', BoRecognitionSetting);
