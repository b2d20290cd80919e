import { html } from 'lit';
import type { SiteSettings } from '../../../server/protocol/back-office.ts';
import type { Api } from '../api.ts';
import { ToastEvent } from '../events.ts';
import { translator } from '../locales/index.ts';
import words from '../locales/pages.ts';
import { LocalizedElement } from '../localized.ts';
import { shared } from '../styles/shared.ts';
import { accentField } from './accent-field.ts';
import { announceFailure } from './announce-failure.ts';
import { fieldValue } from './field-value.ts';
import { filterStyles } from './filter-styles.ts';
import {
  changesOf,
  checkSettings,
  draftOf,
  isEdited,
  type SettingsDraft,
  type SettingsField,
} from './settings-draft.ts';
import { siteSettingsStyles } from './site-settings-styles.ts';

const t = translator(words);

/** Name, language, colour and origins of the site. What is typed survives a refresh. Fires `bo-saved`. */
export class BoSiteSettings extends LocalizedElement {
  static override properties = {
    api: { attribute: false },
    saved: { attribute: false },
    edits: { state: true },
    checked: { state: true },
  };
  static override styles = [shared, filterStyles, siteSettingsStyles];
  declare api: Api;
  declare saved: SiteSettings;
  declare edits: Partial<SettingsDraft>;
  /** Whether Save was pressed: only then are fields found wrong. */
  declare checked: boolean;

  constructor() {
    super();
    this.edits = {};
    this.checked = false;
  }

  get #draft(): SettingsDraft {
    return { ...draftOf(this.saved), ...this.edits };
  }

  protected override render() {
    const draft = this.#draft;
    const edited = isEdited(draft, this.saved);
    return html`<form class="stack" novalidate @submit=${this.#submit}>
      <div class="two">${this.#nameField(draft)} ${this.#localeField(draft)}</div>
      ${accentField(draft.accent, this.#wrong('accent'), (accent) => this.#edit({ accent }))}
      ${this.#originsField(draft)}
      <div class="row">
        <button class="button primary" type="submit" ?disabled=${!edited}>${t('save')}</button>
        ${edited ? html`<button class="button quiet" type="button" @click=${this.#discard}>${t('discard')}</button>` : ''}
      </div>
    </form>`;
  }

  #nameField({ name }: SettingsDraft) {
    const wrong = this.#wrong('name');
    return html`<div class="field">
      <label for="name">${t('name')}</label>
      <input class="input" id="name" maxlength="80" autocomplete="off" aria-invalid=${wrong ? 'true' : 'false'} aria-describedby="name-help"
        .value=${name} @input=${(event: Event) => this.#edit({ name: fieldValue(event) })} />
      <span id="name-help" class="field-error">${wrong ? t('nameMissing') : ''}</span>
    </div>`;
  }

  #localeField({ locale }: SettingsDraft) {
    const choose = (event: Event) => this.#edit({ locale: fieldValue(event) === 'en' ? 'en' : 'fr' });
    return html`<div class="field">
      <label for="locale">${t('locale')}</label>
      <select class="input" id="locale" @change=${choose}>
        ${(['fr', 'en'] as const).map((tag) => html`<option value=${tag} ?selected=${tag === locale}>${t(tag)}</option>`)}
      </select>
    </div>`;
  }

  #originsField({ origins }: SettingsDraft) {
    const { wrongOrigins, settings } = checkSettings(this.#draft);
    const wrong = this.#wrong('origins');
    const none = settings.allowedOrigins.length === 0;
    const words = wrong
      ? t('originsWrong', { count: wrongOrigins.length, wrong: wrongOrigins.join(', ') })
      : t(none ? 'originsNone' : 'originsHint');
    return html`<div class="field">
      <label for="origins">${t('origins')}</label>
      <textarea class="input" id="origins" rows="3" spellcheck="false" autocapitalize="off" aria-invalid=${wrong ? 'true' : 'false'}
        aria-describedby="origins-help" .value=${origins} @input=${(event: Event) => this.#edit({ origins: fieldValue(event) })}></textarea>
      <span id="origins-help" class=${wrong ? 'field-error' : 'hint'}>${words}</span>
    </div>`;
  }

  #wrong(field: SettingsField): boolean {
    return this.checked && checkSettings(this.#draft).wrong.includes(field);
  }

  #edit(change: Partial<SettingsDraft>): void {
    this.edits = { ...this.edits, ...change };
  }

  #discard = () => {
    this.edits = {};
    this.checked = false;
  };

  #submit = async (event: Event) => {
    event.preventDefault();
    this.checked = true;
    const { wrong, settings } = checkSettings(this.#draft);
    if (wrong.length > 0) {
      this.renderRoot.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
      return;
    }
    const changes = changesOf(settings, this.saved);
    try {
      if (Object.keys(changes).length > 0) this.saved = await this.api.patch<SiteSettings>('site', changes);
      this.#discard();
      this.dispatchEvent(new ToastEvent({ text: t('saved') }));
      this.dispatchEvent(new Event('bo-saved'));
    } catch (error) {
      announceFailure(this, error);
    }
  };
}

customElements.define('bo-site-settings', BoSiteSettings);
