import { html, nothing } from 'lit';
import type { LibraryCategory } from '../../../../server/protocol/library.ts';
import { translator } from '../../locales/index.ts';
import words from '../../locales/library-entry.ts';
import { LocalizedElement } from '../../localized.ts';
import { categoryWords } from '../../reason-words.ts';
import { shared } from '../../styles/shared.ts';
import { fieldValue } from '../field-value.ts';
import { filterStyles } from '../filter-styles.ts';

const t = translator(words);
const NEW = '+';

/** One of the categories there are, or a new one. Fires `bo-category` (a CustomEvent of its name, '' while unsaid). */
export class BoCategoryField extends LocalizedElement {
  static override properties = {
    label: { attribute: false },
    categories: { attribute: false },
    value: { attribute: false },
    missing: { attribute: false },
    naming: { state: true },
  };
  static override styles = [shared, filterStyles];
  declare label: string;
  declare categories: LibraryCategory[];
  declare value: string;
  declare missing: boolean;
  /** Whether a new one is being named. */
  declare naming: boolean;

  constructor() {
    super();
    this.label = '';
    this.categories = [];
    this.value = '';
    this.missing = false;
    this.naming = false;
  }

  override focus(): void {
    this.renderRoot.querySelector<HTMLElement>('input, select')?.focus();
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('value') && this.#known) this.naming = false;
  }

  get #known(): boolean {
    return this.categories.some(({ name }) => name === this.value);
  }

  protected override render() {
    const naming = this.naming || (this.value !== '' && !this.#known) || this.categories.length === 0;
    return html`<div class="field">
      <label for=${naming ? 'name' : 'category'}>${this.label || t('category')}</label>
      ${naming ? this.#name() : this.#choice()}
      <span class=${this.missing ? 'field-error' : 'hint'} id="help">${this.missing ? t('categoryMissing') : nothing}</span>
    </div>`;
  }

  #choice() {
    return html`<select class="input" id="category" aria-describedby="help" aria-invalid=${this.missing ? 'true' : 'false'} @change=${this.#choose}>
      <option value="" disabled hidden .selected=${this.value === ''}>${t('categoryChoose')}</option>
      ${this.categories.map(({ name }) => html`<option value=${name} .selected=${name === this.value}>${sentence(categoryWords(name))}</option>`)}
      <option value=${NEW}>${t('categoryNew')}</option>
    </select>`;
  }

  #name() {
    return html`<input class="input" id="name" maxlength="60" autocomplete="off" placeholder=${t('categoryNamePlaceholder')}
        aria-describedby="help" aria-invalid=${this.missing ? 'true' : 'false'} .value=${this.value}
        @input=${(event: Event) => this.#tell(fieldValue(event))} />
      ${this.categories.length > 0 ? html`<button class="link-button small" type="button" @click=${this.#chooseAgain}>${t('categoryChooseOne')}</button>` : nothing}`;
  }

  #choose = async (event: Event) => {
    const value = fieldValue(event);
    if (value !== NEW) return this.#tell(value);
    this.naming = true;
    this.#tell('');
    await this.updateComplete;
    this.focus();
  };

  #chooseAgain = async () => {
    this.naming = false;
    this.value = '';
    this.#tell('');
    await this.updateComplete;
    this.focus();
  };

  #tell(name: string): void {
    this.dispatchEvent(new CustomEvent('bo-category', { detail: name }));
  }
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

customElements.define('bo-category-field', BoCategoryField);
