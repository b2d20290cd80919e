import { css, html, LitElement, nothing } from 'lit';
import type { ChatState } from '../../client/chat-state.ts';
import type { ChatContext } from '../context.ts';

/** Where an offer stands in the chat: what shows it is loaded with the first one. */
export class OfferPlace extends LitElement {
  static override properties = { context: { attribute: false }, state: { attribute: false } };
  static override styles = css`
    :host {
      display: contents;
    }
  `;

  declare context: ChatContext;
  declare state: ChatState;

  protected override willUpdate() {
    if (this.state.me?.offer) import('./offer.ts').catch(console.warn);
  }

  override render() {
    const { me } = this.state;
    return me?.offer
      ? html`<entraide-asked .context=${this.context} .offer=${me.offer}></entraide-asked>`
      : nothing;
  }
}

customElements.define('entraide-offer', OfferPlace);
