import { css, html, nothing } from 'lit';
import type { CommunitySettings, SiteSettings } from '../../../server/protocol/back-office.ts';
import type { Locale } from '../../../server/protocol/frames.ts';
import type { Api } from '../api.ts';
import { ToastEvent } from '../events.ts';
import words from '../locales/house-rules.ts';
import { translator } from '../locales/index.ts';
import { LocalizedElement } from '../localized.ts';
import { shared } from '../styles/shared.ts';
import { announceFailure } from './announce-failure.ts';
import { fieldValue } from './field-value.ts';

const t = translator(words);
const MOST = 4000;
type Rules = CommunitySettings['houseRules'];

/** What members agree to, in both languages. What is typed survives a refresh. Fires `bo-saved`. */
export class BoHouseRules extends LocalizedElement {
  static override properties = {
    api: { attribute: false },
    saved: { attribute: false },
    edits: { state: true },
  };
  static override styles = [
    shared,
    css`
      form { display: grid; gap: 18px; }
      textarea.input { min-block-size: 120px; }
      .button[disabled] { opacity: 0.45; }
    `,
  ];
  declare api: Api;
  declare saved: Rules;
  declare edits: Partial<Record<Locale, string>>;

  constructor() {
    super();
    this.edits = {};
  }

  get #draft(): Record<Locale, string> {
    return { fr: this.saved.fr ?? '', en: this.saved.en ?? '', ...this.edits };
  }

  protected override render() {
    const draft = this.#draft;
    const edited = (['fr', 'en'] as const).some((tag) => draft[tag] !== (this.saved[tag] ?? ''));
    const tooLong = draft.fr.trim().length > MOST || draft.en.trim().length > MOST;
    return html`<form novalidate @submit=${this.#submit} aria-label=${t('title')}>
      ${this.#field('fr', draft.fr)} ${this.#field('en', draft.en)}
      <div class="row">
        <button class="button primary" type="submit" ?disabled=${!edited || tooLong}>${t('save')}</button>
        ${edited ? html`<button class="button quiet" type="button" @click=${this.#discard}>${t('discard')}</button>` : nothing}
      </div>
    </form>`;
  }

  #field(tag: Locale, text: string) {
    const over = text.trim().length - MOST;
    const edit = (event: Event) => {
      this.edits = { ...this.edits, [tag]: fieldValue(event) };
    };
    return html`<div class="field">
      <label for=${tag}>${t(tag)}</label>
      <textarea class="input" id=${tag} lang=${tag} rows="5" aria-invalid=${over > 0 ? 'true' : 'false'} aria-describedby="${tag}-help"
        .value=${text} @input=${edit}></textarea>
      <span id="${tag}-help" class="field-error" role="status">${over > 0 ? t('left', { count: over }) : ''}</span>
    </div>`;
  }

  #discard = () => {
    this.edits = {};
  };

  #submit = async (event: Event) => {
    event.preventDefault();
    const { fr, en } = this.#draft;
    const houseRules: Rules = { fr: fr.trim() || null, en: en.trim() || null };
    try {
      const { community } = await this.api.patch<SiteSettings>('site', { community: { houseRules } });
      this.saved = community.houseRules;
      this.#discard();
      this.dispatchEvent(new ToastEvent({ text: t('saved') }));
      this.dispatchEvent(new Event('bo-saved', { bubbles: true, composed: true }));
    } catch (error) {
      announceFailure(this, error);
    }
  };
}

customElements.define('bo-house-rules', BoHouseRules);
