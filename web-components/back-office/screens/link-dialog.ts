import '@awesome.me/webawesome/dist/components/dialog/dialog.js';
import './one-time-link.ts';
import { html } from 'lit';
import { translator } from '../locales/index.ts';
import words from '../locales/people.ts';
import { LocalizedElement } from '../localized.ts';
import { shared } from '../styles/shared.ts';
import { dialogStyles } from './dialog-styles.ts';

const t = translator(words);

/** Shows a single-use link, once: it is forgotten when the dialog closes. */
export class BoLinkDialog extends LocalizedElement {
  static override properties = { heading: { state: true }, text: { state: true }, link: { state: true } };
  static override styles = [shared, dialogStyles];
  declare heading: string;
  declare text: string;
  declare link: string | null;

  constructor() {
    super();
    this.heading = '';
    this.text = '';
    this.link = null;
  }

  show(heading: string, text: string, link: string): void {
    this.heading = heading;
    this.text = text;
    this.link = link;
  }

  protected override render() {
    return html`<wa-dialog label=${this.heading} ?open=${this.link !== null} @wa-after-hide=${this.#hidden}>
      <div class="stack">
        <p>${this.text}</p>
        <bo-one-time-link link=${this.link ?? ''}></bo-one-time-link>
        <div class="row actions"><button class="button" type="button" @click=${this.#forget}>${t('done')}</button></div>
      </div>
    </wa-dialog>`;
  }

  #forget = () => {
    this.link = null;
  };

  #hidden = (event: Event) => {
    if (event.target === event.currentTarget) this.#forget();
  };
}

customElements.define('bo-link-dialog', BoLinkDialog);
