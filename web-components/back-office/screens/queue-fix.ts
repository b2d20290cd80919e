import { css, html, nothing } from 'lit';
import type { QueueItem } from '../../../server/protocol/back-office.ts';
import { type Api, ApiError } from '../api.ts';
import { type FixOffer, fixOffers } from '../fix-offers.ts';
import { translator } from '../locales/index.ts';
import common from '../locales/library.ts';
import words from '../locales/library-fix.ts';
import { LocalizedElement } from '../localized.ts';
import { shared } from '../styles/shared.ts';
import { announceFailure } from './announce-failure.ts';
import { debounce } from './debounce.ts';
import { fieldValue } from './field-value.ts';
import { refusalWords } from './library/entry-refusal.ts';
import { applyFix, type Fix, type FixEffect, previewFix } from './queue-fixing.ts';

const t = translator(words);
const c = translator(common);

/** What to say of a fix, and what takes it back; the card may be gone by then. */
export type FixDone = { said: string; undo: () => Promise<unknown> };

/**
 * Mends the library from a message it should not have held: the effect is shown first, applied at a click and
 * taken back by Undo. The message stays held. Fires `bo-fixed` (a CustomEvent of FixDone).
 */
export class BoQueueFix extends LocalizedElement {
  static override properties = {
    api: { attribute: false },
    item: { attribute: false },
    chosen: { state: true },
    text: { state: true },
    effect: { state: true },
    problem: { state: true },
    busy: { state: true },
  };
  declare api: Api;
  declare item: QueueItem;
  declare chosen: FixOffer | null;
  declare text: string;
  /** null while it is looked up. */
  declare effect: FixEffect | null;
  declare problem: string;
  declare busy: boolean;
  #turn = 0;
  #soon = debounce(() => void this.#look());

  static override styles = [
    shared,
    css`
      .offers { display: flex; flex-wrap: wrap; gap: 4px 16px; }
      .panel { display: grid; gap: 12px; padding: 14px 16px; border-radius: 12px; background: var(--bo-ground); grid-template-columns: minmax(0, 1fr); }
      .effect { display: grid; gap: 2px; min-block-size: 42px; align-content: center; }
      .effect strong { font-weight: 600; }
      .panel p .hint { display: block; }
      @media (max-width: 720px) { .offers .link-button { min-block-size: 36px; } .offers { gap: 0 16px; } }
    `,
  ];

  constructor() {
    super();
    this.chosen = null;
    this.text = '';
    this.effect = null;
    this.problem = '';
    this.busy = false;
  }

  override disconnectedCallback(): void {
    this.#soon.cancel();
    super.disconnectedCallback();
  }

  protected override render() {
    const offers = fixOffers(this.item);
    if (offers.length === 0) return nothing;
    return this.chosen ? this.#panel(this.chosen) : this.#offers(offers);
  }

  #offers(offers: FixOffer[]) {
    return html`<div class="offers" role="group" aria-label=${t('offers')}>${offers.map(
      (offer) =>
        html`<button class="link-button" type="button" @click=${() => this.#choose(offer)}>${this.#name(offer)}</button>`,
    )}</div>`;
  }

  #name(offer: FixOffer): string {
    if (offer.kind === 'whole-word') return t('whole-word', { entry: bare(offer.entry) });
    if (offer.kind === 'trust-author') return t('trust-author', { name: this.item.author.name });
    return t(offer.kind);
  }

  #panel(offer: FixOffer) {
    return html`<form class="panel" novalidate aria-label=${this.#name(offer)} @submit=${this.#apply} @keydown=${this.#escape}>
      ${this.#what(offer)}
      <div class="effect small" role="status">${this.#effectWords()}</div>
      <div class="row">
        <button class="button small primary" type="submit" ?disabled=${this.busy || this.effect === null}>${t('apply')}</button>
        <button class="button small quiet" type="button" @click=${this.#close}>${c('cancel')}</button>
      </div>
    </form>`;
  }

  #what(offer: FixOffer) {
    if (offer.kind === 'whole-word')
      return html`<p><strong>${this.#name(offer)}</strong> <span class="hint">${t('wholeHint', { entry: bare(offer.entry) })}</span></p>`;
    if (offer.kind === 'trust-author')
      return html`<p><strong>${this.#name(offer)}</strong> <span class="hint">${t('trustHint')}</span></p>`;
    return html`<div class="field">
      <label for="phrase">${t(offer.kind === 'allow-link' ? 'link' : 'phrase')}</label>
      <input class="input" id="phrase" maxlength="200" autocomplete="off" spellcheck="false" aria-describedby="phrase-help"
        .value=${this.text} @input=${this.#type} />
      <span class="hint" id="phrase-help">${t(offer.kind === 'allow-link' ? 'linkHint' : 'phraseHint')}</span>
    </div>`;
  }

  #effectWords() {
    if (this.problem) return html`<span class="field-error">${this.problem}</span>`;
    if (!this.effect) return html`<span class="muted">${t('looking')}</span>`;
    const { verdict, alsoFreed } = this.effect;
    return html`<strong>${t(verdict)}</strong> ${alsoFreed === null ? nothing : html`<span class="muted">${alsoFreed > 0 ? t('also', { count: alsoFreed }) : t('alone')}</span>`}`;
  }

  #choose(offer: FixOffer): void {
    this.chosen = offer;
    this.text = isWritten(offer) ? offer.text : '';
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('#phrase, .panel button')?.focus(),
    );
    void this.#look();
  }

  #type = (event: Event) => {
    this.text = fieldValue(event);
    this.effect = null;
    this.#soon.soon();
  };

  /** Asks what it would change; an answer about an earlier phrase is dropped. */
  async #look(): Promise<void> {
    const turn = ++this.#turn;
    this.effect = null;
    this.problem = '';
    const fix = this.#fix;
    if (!fix) return;
    try {
      const effect = await previewFix(this.api, fix);
      if (turn !== this.#turn) return;
      this.effect = effect;
      if (effect === null) this.problem = t('entryGone');
    } catch (error) {
      if (turn === this.#turn) this.#failed(error);
    }
  }

  /** null, with why, while there is nothing to ask about. */
  get #fix(): Fix | null {
    const { chosen, item } = this;
    const text = this.text.trim();
    if (!chosen) return null;
    if (isWritten(chosen) && text === '') {
      this.problem = t(chosen.kind === 'allow-link' ? 'linkMissing' : 'phraseMissing');
      return null;
    }
    return { item, offer: chosen, text };
  }

  #apply = async (event: Event) => {
    event.preventDefault();
    const fix = this.#fix;
    if (!fix || this.busy || !this.effect) return;
    this.busy = true;
    try {
      const undo = await applyFix(this.api, fix);
      if (undo) this.#done(fix.offer, undo);
      else this.problem = t('entryGone');
    } catch (error) {
      this.#failed(error);
    }
    this.busy = false;
  };

  #failed(error: unknown): void {
    if (error instanceof ApiError && (error.status === 422 || error.status === 409))
      this.problem = this.chosen?.kind === 'trust-author' ? t('alreadyTrusted') : refusalWords(error);
    else announceFailure(this, error);
  }

  #done(offer: FixOffer, undo: FixDone['undo']): void {
    this.dispatchEvent(new CustomEvent<FixDone>('bo-fixed', { detail: { said: this.#said(offer), undo } }));
    this.#close();
  }

  #said(offer: FixOffer): string {
    if (offer.kind === 'whole-word') return t('whole', { entry: bare(offer.entry) });
    if (offer.kind === 'trust-author') return t('trusted', { name: this.item.author.name });
    return t('allowed', { text: this.text.trim() });
  }

  #close = () => {
    this.#turn += 1;
    this.#soon.cancel();
    this.chosen = null;
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('.offers button')?.focus(),
    );
  };

  #escape = (event: KeyboardEvent) => {
    if (event.key === 'Escape') this.#close();
  };
}

/** Whether the manager may write what it is about. */
const isWritten = (offer: FixOffer): offer is Extract<FixOffer, { text: string }> => 'text' in offer;

const bare = (entry: string) => entry.replace(/^\*|\*$/g, '');

customElements.define('bo-queue-fix', BoQueueFix);
