import './recognition/badges.ts';
import './recognition/ledger.ts';
import './recognition/month.ts';
import { html, nothing } from 'lit';
import type { SiteSettings } from '../../../server/protocol/back-office.ts';
import type { BackOfficeList } from '../../../server/protocol/frames.ts';
import { translator } from '../locales/index.ts';
import words from '../locales/recognition.ts';
import '../parts/list-state.ts';
import { routeUrl } from '../router.ts';
import { shared } from '../styles/shared.ts';
import { LoadedOne } from './loaded-one.ts';
import { Screen } from './screen.ts';
import { sectionTabs, sectionTabsStyles } from './section-tabs.ts';

const t = translator(words);
type Section = 'month' | 'badges';
type Part = HTMLElement & { refresh(): Promise<void> };

/** The thanks of a month, the badges, and the ledger of one person. */
export class BoRecognitionScreen extends Screen {
  static override lists: BackOfficeList[] = ['people', 'site'];
  static override styles = [shared, sectionTabsStyles];

  #settings = new LoadedOne<SiteSettings>(this, {
    fetch: () => this.api.get('site'),
    failed: (error) => this.failed(error),
  });

  override async refresh(): Promise<void> {
    const part = this.renderRoot.querySelector<Part>('[data-part]');
    await Promise.all([this.#settings.read(this.site.id), part?.refresh()]);
  }

  override queryChanged(): void {
    this.requestUpdate();
  }

  protected override render() {
    const { state, problem, value } = this.#settings;
    const isOff = value !== null && !value.community.recognition;
    return html`<div class="page">
      <div class="page-head"><div class="titles"><h1>${t('title')}</h1><p class="lead">${t('lead')}</p></div></div>
      <bo-list-state .state=${isOff ? 'empty' : state} heading=${isOff ? t('offTitle') : ''} text=${isOff ? t('offText') : problem}
        @bo-retry=${() => this.#settings.retry(this.site.id)}>
        ${isOff ? html`<a slot="action" class="button" href=${routeUrl(this.site.id, 'pages')}>${t('settings')}</a>` : this.#content()}
      </bo-list-state>
    </div>`;
  }

  #content() {
    const person = this.query.get('person');
    return person ? this.#ledger(person) : this.#sections();
  }

  #ledger(person: string) {
    return html`<bo-ledger data-part .api=${this.api} .siteId=${this.site.id} .me=${this.site.personId} .personId=${person}
      @bo-back=${() => this.setQuery({ person: null })}></bo-ledger>`;
  }

  #sections() {
    const section: Section = this.query.get('section') === 'badges' ? 'badges' : 'month';
    const tabs = (['month', 'badges'] as const).map((value) => ({ value, label: t(value) }));
    const choose = (value: Section) => this.setQuery({ section: value === 'month' ? null : value });
    return html`<div class="stack">
      ${sectionTabs<Section>(t('tabs'), tabs, section, choose)}
      ${section === 'badges' ? this.#badges() : this.#month()}
    </div>`;
  }

  #badges() {
    return html`<bo-badges data-part role="tabpanel" aria-label=${t('badges')} .api=${this.api}></bo-badges>`;
  }

  #month() {
    const choose = (event: CustomEvent<string>) => this.setQuery({ month: event.detail });
    return html`<bo-thanks-month data-part role="tabpanel" aria-label=${t('month')} .api=${this.api} .siteId=${this.site.id}
      .month=${this.query.get('month')} @bo-month=${choose}></bo-thanks-month>${nothing}`;
  }
}

customElements.define('bo-recognition', BoRecognitionScreen);
