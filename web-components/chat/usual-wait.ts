import { css, html, LitElement, nothing } from 'lit';
import type { Locale } from '../../server/protocol/frames.ts';
import type { ChatState } from '../client/chat-state.ts';
import { about } from './about-wait.ts';
import { base } from './base.styles.ts';
import type { ChatContext } from './context.ts';

/** One honest line above the field: how long a question usually waits here, and who is there now. */
export class UsualWait extends LitElement {
  static override properties = { context: { attribute: false }, state: { attribute: false } };
  static override styles = [
    base,
    css`
      /* Over the line above the field: the two belong together. */
      :host {
        position: relative;
        display: block;
        margin-bottom: -5px;
        border-top: 1px solid var(--line);
        background: var(--surface);
      }
      :host([hidden]) {
        display: none;
      }
      p {
        display: flex;
        flex-wrap: wrap;
        gap: 0 12px;
        padding: 10px 18px 2px;
        color: var(--muted);
        font-size: 12px;
        line-height: 18px;
      }
      .here::before {
        content: '';
        display: inline-block;
        width: 8px;
        height: 8px;
        margin-right: 6px;
        border-radius: 4px;
        background: #2f9e6e;
      }
    `,
  ];

  declare context: ChatContext;
  declare state: ChatState;

  protected override willUpdate() {
    const { answerMs, mayAsk } = this.state;
    this.hidden = !answerMs || !mayAsk;
  }

  override render() {
    const { answerMs, here } = this.state;
    const { words, locale } = this.context;
    return html`<p>
      <span>${usually[locale](about(answerMs, locale))}</span>
      ${here > 1 ? html`<span class="here">${words.here(here)}</span>` : nothing}
    </p>`;
  }
}

const usually: Record<Locale, (wait: string) => string> = {
  fr: (wait) => `Réponse habituelle à cette heure\u00a0: ${wait}`,
  en: (wait) => `Usually answered in ${wait} at this hour`,
};

customElements.define('entraide-usual-wait', UsualWait);
