import { html, nothing } from 'lit';
import { translator } from '../../locales/index.ts';
import words from '../../locales/library-rules.ts';
import { LocalizedElement } from '../../localized.ts';
import { shared } from '../../styles/shared.ts';
import { fieldValue } from '../field-value.ts';
import { isTooShort, orderExample } from './order-number.ts';
import { rulesStyles } from './rules-styles.ts';

const t = translator(words);

/** What the site's order numbers look like, with one that would be found. Fires `bo-order-number` (string or null). */
export class BoOrderNumberField extends LocalizedElement {
  static override properties = { saved: { attribute: false }, typed: { state: true } };
  static override styles = [shared, rulesStyles];
  declare saved: string | null;
  /** What is being written, null when nothing was changed. */
  declare typed: string | null;

  constructor() {
    super();
    this.saved = null;
    this.typed = null;
  }

  protected override render() {
    const pattern = (this.typed ?? this.saved ?? '').trim();
    const wrong = isTooShort(pattern);
    const edited = pattern !== (this.saved ?? '');
    return html`<form class="field" novalidate @submit=${this.#submit}>
      <label for="order">${t('orderNumber')}</label>
      <span class="order">
        <input class="input" id="order" maxlength="40" autocomplete="off" spellcheck="false" placeholder="CMD-999999"
          aria-describedby="order-help order-example" aria-invalid=${wrong ? 'true' : 'false'} .value=${this.typed ?? this.saved ?? ''}
          @input=${(event: Event) => {
            this.typed = fieldValue(event);
          }} />
        ${edited ? html`<button class="button primary" type="submit" ?disabled=${wrong}>${t('orderSave')}</button>` : nothing}
      </span>
      <span class=${wrong ? 'field-error' : 'hint'} id="order-help">${t(wrong ? 'orderTooShort' : 'orderNumberHint')}</span>
      <span class="example" id="order-example">${pattern && !wrong ? t('orderExample', { example: orderExample(pattern) }) : nothing}</span>
    </form>`;
  }

  #submit = (event: Event) => {
    event.preventDefault();
    const pattern = (this.typed ?? this.saved ?? '').trim();
    if (isTooShort(pattern)) return;
    this.dispatchEvent(new CustomEvent('bo-order-number', { detail: pattern || null }));
    this.typed = null;
  };
}

customElements.define('bo-order-number-field', BoOrderNumberField);
