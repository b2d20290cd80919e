import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { OfferView } from '../../../server/protocol/frames.ts';
import type { AcceptAnswer, AcceptBody, OfferDetails } from '../../../server/protocol/promotion.ts';
import { ChatError } from '../../client/api.ts';
import { base } from '../base.styles.ts';
import type { ChatContext } from '../context.ts';
import { joinForm } from './join-form.ts';
import { offerStyles } from './offer.styles.ts';
import { type OfferWords, offerWords } from './words.ts';

type Step = 'asked' | 'form' | 'code';

/** What the managers ask the person to become: quiet, above the list, and answered in place. */
export class ChatOffer extends LitElement {
  static override properties = {
    context: { attribute: false },
    offer: { attribute: false },
    words: { state: true },
    details: { state: true },
    step: { state: true },
    said: { state: true },
    busy: { state: true },
  };
  static override styles = [base, offerStyles];

  declare context: ChatContext;
  declare offer: OfferView;
  declare words: OfferWords | null;
  declare details: OfferDetails | null;
  declare step: Step;
  /** What the person is told of what they just did. */
  declare said: { text: string; isError: boolean } | null;
  declare busy: boolean;

  #filled = { name: '', email: '' };

  constructor() {
    super();
    this.words = null;
    this.details = null;
    this.step = 'asked';
    this.said = null;
    this.busy = false;
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    const before = changed.get('offer');
    if (changed.has('offer') && before?.id !== this.offer.id) void this.#learn();
  }

  protected override updated(changed: PropertyValues<this>) {
    if (changed.has('step') && changed.get('step') !== undefined)
      this.renderRoot.querySelector<HTMLElement>('input:not([value]), input, .main')?.focus();
  }

  override render() {
    const { words, details } = this;
    if (!words || !details) return nothing;
    const title = words.asked(details.siteName, details.role);
    return html`<section aria-labelledby="asked" @keydown=${this.#onKey}>
      <h3 id="asked">${title}</h3>
      ${this.step === 'asked' ? this.#question(words, details) : this.#form(words, details)}
      <p class=${this.said?.isError ? 'error' : 'muted'} role="status">${this.said?.text ?? ''}</p>
    </section>`;
  }

  #question(words: OfferWords, { role, hasAccount }: OfferDetails) {
    return html`<p>${words.why[role]}</p>
      <div class="row">
        <button class="main" ?disabled=${this.busy} @click=${() => (hasAccount ? this.#accept(null) : this.#go('form'))}>
          ${hasAccount ? words.accept : words.join}
        </button>
        <button class="quiet" ?disabled=${this.busy} @click=${() => this.#decline()}>${words.decline}</button>
      </div>`;
  }

  #form(words: OfferWords, details: OfferDetails) {
    return joinForm({
      words,
      provesEmail: details.provesEmail,
      wantsCode: this.step === 'code',
      rules: details.rules?.text ?? null,
      filled: this.#filled,
      busy: this.busy,
      submit: (sent) => {
        if (this.step === 'form') this.#filled = { name: sent.name, email: sent.email };
        void this.#accept(this.step === 'code' ? sent.code : null);
      },
      again: () => this.#accept(null),
      cancel: () => this.#go('asked'),
    });
  }

  #go(step: Step) {
    this.said = null;
    this.step = step;
  }

  async #learn(): Promise<void> {
    try {
      const [words, details] = await Promise.all([
        offerWords(this.context.locale),
        this.context.client.ask<OfferDetails>(
          `widget/promotions/${this.offer.id}?locale=${this.context.locale}`,
        ),
      ]);
      this.#filled = { name: details.name, email: '' };
      Object.assign(this, { words, details });
    } catch (error) {
      // Answered or taken back meanwhile, or the network is away: the next word of it asks again.
      console.warn('Entraide: an offer could not be read', error);
    }
  }

  async #accept(code: string | null): Promise<void> {
    const body: Omit<AcceptBody, 'site'> = {
      ...this.#filled,
      code,
      rules: this.details?.rules?.hash ?? null,
    };
    const wasSent = this.step === 'code' && code === null;
    await this.#act(async (words) => {
      const path = `widget/promotions/${this.offer.id}/accept`;
      const answer = await this.context.client.ask<AcceptAnswer>(path, body);
      if (answer.state === 'code-sent') {
        this.#go('code');
        this.said = wasSent ? { text: words.sentAgain, isError: false } : null;
        return;
      }
      this.said = { text: words.thanks, isError: false };
      if (answer.code) signInAgain(answer.code);
    });
  }

  #decline(): Promise<void> {
    return this.#act(() => this.context.client.ask(`widget/promotions/${this.offer.id}/decline`, {}));
  }

  async #act(act: (words: OfferWords) => Promise<void>): Promise<void> {
    const words = this.words!;
    this.busy = true;
    this.said = { text: words.busy, isError: false };
    try {
      this.said = null;
      await act(words);
    } catch (error) {
      if (!(error instanceof ChatError)) throw error;
      const text = error.status === 404 ? words.gone : (words.refusals[error.code] ?? words.failed);
      this.said = { text, isError: true };
    } finally {
      this.busy = false;
    }
  }

  #onKey(event: KeyboardEvent) {
    if (event.key !== 'Escape' || this.step === 'asked') return;
    event.stopPropagation();
    this.#go('asked');
  }
}

/** As a member who comes by a link: the embed takes the code out of the address, and the chat begins anew. */
function signInAgain(code: string): void {
  history.replaceState(history.state, '', `#entraide=${code}`);
}

customElements.define('entraide-asked', ChatOffer);
