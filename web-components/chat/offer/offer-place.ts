import { css, html, LitElement, nothing } from 'lit';
import type { OfferView } from '../../../server/protocol/frames.ts';
import type { ChatContext } from '../context.ts';

/** Where an offer stands in the chat: what shows it is loaded with the first one. */
export class OfferPlace extends LitElement {
  static override properties = { context: { attribute: false }, offer: { attribute: false } };
  static override styles = css`
    :host {
      display: contents;
    }
  `;

  declare context: ChatContext;
  declare offer: OfferView | undefined;

  protected override willUpdate() {
    if (this.offer) import('./offer.ts').catch(console.warn);
  }

  override render() {
    return this.offer
      ? html`<entraide-offer .context=${this.context} .offer=${this.offer}></entraide-offer>`
      : nothing;
  }
}

customElements.define('entraide-offer-place', OfferPlace);
