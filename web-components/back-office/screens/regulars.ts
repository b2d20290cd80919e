import { html, nothing } from 'lit';
import type { OfferView } from '../../../server/protocol/frames.ts';
import type { Offer, Regular, RegularsAnswer } from '../../../server/protocol/promotion.ts';
import type { Api } from '../api.ts';
import { ToastEvent } from '../events.ts';
import { translator } from '../locales/index.ts';
import words from '../locales/regulars.ts';
import { LocalizedElement } from '../localized.ts';
import '../parts/list-state.ts';
import { shared } from '../styles/shared.ts';
import { announceFailure } from './announce-failure.ts';
import { LoadedOne } from './loaded-one.ts';
import { offersTable } from './offers-table.ts';
import { regularsStyles, regularsTable } from './regulars-table.ts';
import { stackedTable } from './stacked-table.ts';

const t = translator(words);

/** Who deserves to be asked to do more, with the evidence; one click asks. And what became of earlier offers. */
export class BoRegulars extends LocalizedElement {
  static override properties = {
    api: { attribute: false },
    siteId: { type: String },
    busy: { state: true },
  };
  static override styles = [shared, stackedTable, regularsStyles];
  declare api: Api;
  declare siteId: string;
  /** Whom an offer is being made to, or taken back from. */
  declare busy: string | null;

  #loaded = new LoadedOne<RegularsAnswer>(this, {
    fetch: () => this.api.get<RegularsAnswer>('regulars'),
    failed: (error) => announceFailure(this, error),
  });

  constructor() {
    super();
    this.busy = null;
  }

  async refresh(): Promise<void> {
    await this.#loaded.read(this.siteId);
  }

  protected override firstUpdated(): void {
    void this.refresh();
  }

  protected override render() {
    const { state, problem, value } = this.#loaded;
    const isEmpty = state === 'ready' && value?.regulars.length === 0;
    return html`<p class="lead">${t('lead')}</p>
      <bo-list-state .state=${isEmpty ? 'empty' : state} .rows=${4} heading=${isEmpty ? t('emptyTitle') : ''}
        text=${state === 'error' ? problem : t('emptyText')} @bo-retry=${() => this.#loaded.retry(this.siteId)}>
        ${value && !isEmpty ? regularsTable(value.regulars, this.busy, this.#offer) : nothing}
      </bo-list-state>
      ${
        value?.offers.length
          ? html`<h2>${t('offersTitle')}</h2>${offersTable(value.offers, this.busy, this.#withdraw)}`
          : nothing
      }`;
  }

  #offer = (regular: Regular, role: OfferView['role']) =>
    this.#act(regular.id, t('offered', { name: regular.name }), () =>
      this.api.post('promotions', { personId: regular.id, role }),
    );

  #withdraw = (offer: Offer) =>
    this.#act(offer.personId, t('withdrawn'), () => this.api.delete(`promotions/${offer.id}`));

  async #act(personId: string, said: string, act: () => Promise<unknown>): Promise<void> {
    this.busy = personId;
    try {
      await act();
      this.dispatchEvent(new ToastEvent({ text: said }));
    } catch (error) {
      announceFailure(this, error);
    }
    await this.refresh();
    this.busy = null;
  }
}

customElements.define('bo-regulars', BoRegulars);
