import { css, html, nothing } from 'lit';
import { translator } from '../locales/index.ts';
import words from '../locales/parts.ts';
import { LocalizedElement } from '../localized.ts';
import { shared } from '../styles/shared.ts';

const t = translator(words);
export type ListState = 'loading' | 'empty' | 'error' | 'ready';

/**
 * What stands where a list will be: a skeleton while it loads, `heading` and `text` that teach when it is
 * empty (a slotted button may follow), what went wrong with Try again (event `bo-retry`), else the content.
 */
export class BoListState extends LocalizedElement {
  static override properties = {
    state: { type: String },
    heading: { type: String },
    text: { type: String },
    rows: { type: Number },
  };
  declare state: ListState;
  declare heading: string;
  declare text: string;
  declare rows: number;

  static override styles = [
    shared,
    css`
      .skeleton { display: grid; border: var(--bo-state-border, 1px) solid var(--bo-line); border-radius: var(--bo-state-radius, 14px); background: var(--bo-surface); }
      .bar { padding: 18px; display: grid; gap: 8px; }
      .bar + .bar { border-block-start: 1px solid var(--bo-line); }
      .bar i { block-size: 10px; border-radius: 5px; background: var(--bo-line); animation: breathe 1.4s ease-in-out infinite alternate; }
      .bar i:first-child { inline-size: 30%; }
      .bar i:last-child { inline-size: 62%; }
      .bar:nth-child(even) i:last-child { inline-size: 48%; }
      @keyframes breathe { from { opacity: 1; } to { opacity: 0.45; } }
      .note { display: grid; gap: 8px; justify-items: center; text-align: center; padding: 48px 24px; border: 1px dashed var(--bo-line); border-radius: 14px; }
      .note p { max-inline-size: 52ch; text-wrap: balance; color: var(--bo-muted); }
      .note .title { font-size: 15px; font-weight: 650; color: var(--bo-ink); }
    `,
  ];

  constructor() {
    super();
    this.state = 'loading';
    this.heading = '';
    this.text = '';
    this.rows = 4;
  }

  protected override render() {
    if (this.state === 'ready') return html`<slot></slot>`;
    if (this.state === 'loading') return this.#skeleton();
    return html`<div class="note" role=${this.state === 'error' ? 'alert' : nothing}>
      ${this.state === 'empty' ? html`<slot name="icon"></slot>` : nothing}
      <p class="title">${this.heading || (this.state === 'error' ? t('notLoaded') : '')}</p>
      ${this.text ? html`<p>${this.text}</p>` : nothing}
      ${this.state === 'error' ? this.#retry() : html`<slot name="action"></slot>`}
    </div>`;
  }

  #skeleton() {
    const bars = Array.from(
      { length: this.rows },
      () => html`<div class="bar" aria-hidden="true"><i></i><i></i></div>`,
    );
    return html`<div class="skeleton" role="status"><span class="visually-hidden">${t('loading')}</span>${bars}</div>`;
  }

  #retry() {
    const again = () => this.dispatchEvent(new Event('bo-retry'));
    return html`<button class="button" type="button" @click=${again}>${t('retry')}</button>`;
  }
}

customElements.define('bo-list-state', BoListState);
