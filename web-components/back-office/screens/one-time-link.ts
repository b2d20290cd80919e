import { css, html } from 'lit';
import { icon } from '../icons/index.ts';
import { translator } from '../locales/index.ts';
import words from '../locales/people.ts';
import { LocalizedElement } from '../localized.ts';
import { shared } from '../styles/shared.ts';

const t = translator(words);

/** A link shown once, selected when focused, with Copy beside it. */
export class BoOneTimeLink extends LocalizedElement {
  static override properties = { link: { type: String }, label: { type: String }, copied: { state: true } };
  declare link: string;
  /** What it is, where it is no link. */
  declare label: string;
  declare copied: 'not-yet' | 'yes' | 'refused';

  static override styles = [
    shared,
    css`
      .line { display: flex; gap: 8px; }
      .button { flex: none; min-inline-size: 104px; }
      p { min-block-size: 20px; }
    `,
  ];

  constructor() {
    super();
    this.link = '';
    this.label = '';
    this.copied = 'not-yet';
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('link')) this.copied = 'not-yet';
  }

  protected override render() {
    const done = this.copied === 'yes';
    return html`<div class="line">
        <input class="input" readonly aria-label=${this.label || t('linkLabel')} .value=${this.link}
          @focus=${(event: Event) => (event.target as HTMLInputElement).select()} />
        <button class="button primary" type="button" @click=${this.#copy}>${icon(done ? 'check' : 'copy')}${t(done ? 'copied' : 'copy')}</button>
      </div>
      <p class="hint" role="status">${this.copied === 'refused' ? t('copyFailed') : ''}</p>`;
  }

  #copy = async () => {
    try {
      await navigator.clipboard.writeText(this.link);
      this.copied = 'yes';
    } catch {
      this.copied = 'refused';
      this.renderRoot.querySelector('input')?.focus();
    }
  };
}

customElements.define('bo-one-time-link', BoOneTimeLink);
