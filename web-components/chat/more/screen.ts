import { css, html, LitElement, type PropertyValues } from 'lit';
import type { ChatState } from '../../client/chat-state.ts';
import { base } from '../base.styles.ts';
import type { ChatContext } from '../context.ts';
import { closeButton, headerStyles } from '../header.ts';
import { back } from '../icons.ts';
import { ENTRIES } from './entries.ts';
import { SideEvent } from './side-event.ts';
import { moreWords } from './words.ts';

/** The screen of one entry, in place of the list: its name, the way back, and what the entry loads. */
export class SideScreen extends LitElement {
  static override properties = {
    context: { attribute: false },
    state: { attribute: false },
    entryId: { attribute: false },
    close: { attribute: false },
    label: { state: true },
    failed: { state: true },
    shown: { state: true },
  };
  static override styles = [
    base,
    headerStyles,
    css`
      :host {
        flex: 1;
        min-height: 0;
        display: flex;
        flex-direction: column;
      }
      .shown {
        flex: 1;
        min-height: 0;
      }
      .state {
        padding: 40px 32px;
        color: var(--muted);
        text-align: center;
      }
      .titles {
        padding: 11px 0;
      }
    `,
  ];

  declare context: ChatContext;
  declare state: ChatState;
  declare entryId: string;
  declare close: (() => void) | null;
  declare label: string;
  declare failed: boolean;
  declare shown: HTMLElement | null;

  constructor() {
    super();
    this.label = '';
    this.failed = false;
    this.shown = null;
  }

  protected override firstUpdated() {
    this.renderRoot.querySelector<HTMLElement>('.back')?.focus();
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('entryId')) void this.#load();
    if (this.shown) Object.assign(this.shown, { context: this.context, state: this.state });
  }

  override render() {
    const words = moreWords(this.context.locale);
    return html`<div class="top">
        <button class="icon back" aria-label=${words.back} @click=${() => this.dispatchEvent(new SideEvent(null))}>
          ${back}
        </button>
        <div class="titles"><h2>${this.label}</h2></div>
        ${closeButton(this.context, this.close)}
      </div>
      ${this.shown ?? html`<div class="state" role="status">${this.failed ? this.#failed() : words.loading}</div>`}`;
  }

  #failed() {
    const { failed, again } = moreWords(this.context.locale);
    return html`<p>${failed}</p>
      <button class="link" @click=${() => this.#load()}>${again}</button>`;
  }

  async #load(): Promise<void> {
    const entry = ENTRIES.find(({ id }) => id === this.entryId);
    if (!entry) return;
    this.failed = false;
    try {
      const [{ label }, tag] = await Promise.all([entry.words(this.context.locale), entry.load()]);
      const element = document.createElement(tag);
      element.className = 'shown';
      this.label = label;
      this.shown = Object.assign(element, { context: this.context, state: this.state });
    } catch (error) {
      console.warn('Entraide: a side screen could not be loaded', error);
      this.failed = true;
    }
  }
}

customElements.define('entraide-side', SideScreen);
