import { css, html, nothing } from 'lit';
import type {
  LibraryAnswer,
  LibraryFix,
  LibraryFixAnswer,
  QueueItem,
} from '../../../server/protocol/back-office.ts';
import type { Api } from '../api.ts';
import { type FixOffer, fixOffers } from '../fix-offers.ts';
import { translator } from '../locales/index.ts';
import common from '../locales/library.ts';
import words from '../locales/library-fix.ts';
import { LocalizedElement } from '../localized.ts';
import { shared } from '../styles/shared.ts';
import { announceFailure } from './announce-failure.ts';
import { debounce } from './debounce.ts';
import { fieldValue } from './field-value.ts';

const t = translator(words);
const c = translator(common);

/** What to say of a fix, and what takes it back; the card may be gone by then. */
export type FixDone = { said: string; undo: string | null };

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
    preview: { state: true },
    problem: { state: true },
    busy: { state: true },
  };
  declare api: Api;
  declare item: QueueItem;
  declare chosen: FixOffer | null;
  declare text: string;
  /** null while it is looked up. */
  declare preview: LibraryFixAnswer | null;
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
    `,
  ];

  constructor() {
    super();
    this.chosen = null;
    this.text = '';
    this.preview = null;
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
    return t(offer.what === 'link' ? 'allow-link' : 'allow-phrase');
  }

  #panel(offer: FixOffer) {
    return html`<form class="panel" novalidate aria-label=${this.#name(offer)} @submit=${this.#apply}>
      ${this.#what(offer)}
      <div class="effect small" role="status">${this.#effect()}</div>
      <div class="row">
        <button class="button small primary" type="submit" ?disabled=${this.busy || this.preview === null}>${t('apply')}</button>
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
      <label for="phrase">${t(offer.what === 'link' ? 'link' : 'phrase')}</label>
      <input class="input" id="phrase" maxlength="200" autocomplete="off" spellcheck="false" aria-describedby="phrase-help"
        .value=${this.text} @input=${this.#type} />
      <span class="hint" id="phrase-help">${t('phraseHint')}</span>
    </div>`;
  }

  #effect() {
    if (this.problem) return html`<span class="field-error">${this.problem}</span>`;
    if (!this.preview) return html`<span class="muted">${t('looking')}</span>`;
    const { verdict, alsoFreed } = this.preview;
    return html`<strong>${t(verdict)}</strong>
      <span class="muted">${alsoFreed > 0 ? t('also', { count: alsoFreed }) : t('alone')}</span>`;
  }

  #choose(offer: FixOffer): void {
    this.chosen = offer;
    this.text = offer.kind === 'allow-phrase' ? offer.text : '';
    void this.updateComplete.then(() =>
      this.renderRoot.querySelector<HTMLElement>('#phrase, .panel button')?.focus(),
    );
    void this.#look();
  }

  #type = (event: Event) => {
    this.text = fieldValue(event);
    this.preview = null;
    this.#soon.soon();
  };

  /** Asks what it would change; an answer about an earlier phrase is dropped. */
  async #look(): Promise<void> {
    const turn = ++this.#turn;
    this.preview = null;
    this.problem = '';
    try {
      const fix = await this.#fix();
      if (fix === null || turn !== this.#turn) return;
      const preview = await this.#send(fix, true);
      if (turn === this.#turn) this.preview = preview;
    } catch (error) {
      if (turn === this.#turn) announceFailure(this, error);
    }
  }

  /** The fix as the server takes it; null, with why, when there is none to make. */
  async #fix(): Promise<LibraryFix | null> {
    const { chosen } = this;
    if (chosen?.kind === 'trust-author') return { kind: 'trust-author' };
    if (chosen?.kind === 'whole-word') {
      const entryId = await this.#entryId(chosen.entry);
      if (entryId === null) this.problem = t('entryGone');
      return entryId === null ? null : { kind: 'whole-word', entryId };
    }
    const text = this.text.trim();
    if (text === '') this.problem = t('phraseMissing');
    return text === '' ? null : { kind: 'allow-phrase', text };
  }

  async #entryId(text: string): Promise<string | null> {
    const query = { kind: 'term', listing: 'forbidden', q: text };
    const { items } = await this.api.get<LibraryAnswer>('library', query);
    return items.find((entry) => entry.text === text)?.id ?? null;
  }

  #send(fix: LibraryFix, preview: boolean): Promise<LibraryFixAnswer> {
    return this.api.post(`messages/${encodeURIComponent(this.item.id)}/library-fix`, { fix, preview });
  }

  #apply = async (event: Event) => {
    event.preventDefault();
    const { chosen } = this;
    if (!chosen || this.busy || !this.preview) return;
    this.busy = true;
    try {
      const fix = await this.#fix();
      if (fix) this.#done(chosen, await this.#send(fix, false));
    } catch (error) {
      announceFailure(this, error);
    }
    this.busy = false;
  };

  #done(offer: FixOffer, { undo }: LibraryFixAnswer): void {
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
  };
}

const bare = (entry: string) => entry.replace(/^\*|\*$/g, '');

customElements.define('bo-queue-fix', BoQueueFix);
