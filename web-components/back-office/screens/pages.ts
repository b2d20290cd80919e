import './identity-settings.ts';
import './notice-health.ts';
import './page-rules.ts';
import './site-settings.ts';
import { html, nothing } from 'lit';
import type { PageRule, SiteSettings } from '../../../server/protocol/back-office.ts';
import type { BackOfficeList } from '../../../server/protocol/frames.ts';
import { SiteChangedEvent } from '../events.ts';
import identityWords from '../locales/identity.ts';
import { translator } from '../locales/index.ts';
import noticeWords from '../locales/notices.ts';
import words from '../locales/pages.ts';
import '../parts/list-state.ts';
import { shared } from '../styles/shared.ts';
import { choiceStyles, choices } from './choices.ts';
import { LoadedOne } from './loaded-one.ts';
import { pagesStyles } from './pages-styles.ts';
import { Screen } from './screen.ts';

const t = translator(words);
const notices = translator(noticeWords);
const ofIdentity = translator(identityWords);
type Loaded = { settings: SiteSettings; rules: PageRule[] };

/** Who may answer, where the chat appears, and the settings of the site. */
export class BoPagesScreen extends Screen {
  static override lists: BackOfficeList[] = ['site', 'page-rules'];
  static override styles = [shared, choiceStyles, pagesStyles];

  #loaded = new LoadedOne<Loaded>(this, {
    fetch: async () => {
      const [settings, rules] = await Promise.all([
        this.api.get<SiteSettings>('site'),
        this.api.get<{ items: PageRule[] }>('page-rules'),
      ]);
      return { settings, rules: rules.items };
    },
    failed: (error) => this.failed(error),
  });

  override async refresh(): Promise<void> {
    await this.#loaded.read(this.site.id);
  }

  protected override render() {
    const { state, problem, value } = this.#loaded;
    return html`<div class="page">
      <div class="page-head"><h1>${t('title')}</h1></div>
      <bo-list-state .state=${state} .rows=${6} text=${problem} @bo-retry=${() => this.#loaded.retry(this.site.id)}>
        ${value ? html`<div class="sections">${this.#mode(value)} ${this.#where(value)} ${this.#settings(value)} ${this.#identity()} ${this.#notices()}</div>` : nothing}
      </bo-list-state>
    </div>`;
  }

  #mode({ settings }: Loaded) {
    const options = [
      { value: 'open' as const, label: t('open'), hint: t('openHint') },
      { value: 'invite-only' as const, label: t('invite-only'), hint: t('invite-onlyHint') },
    ];
    return html`<section aria-labelledby="mode">
      <div><h2 id="mode">${t('modeTitle')}</h2><p class="muted small">${t('modeLead')}</p></div>
      ${choices(t('modeTitle'), 'mode', options, settings.mode, (mode) => this.#change({ mode }, { mode: settings.mode }, t('modeSaved')))}
    </section>`;
  }

  #where({ settings, rules }: Loaded) {
    const options = [
      { value: 'everywhere' as const, label: t('everywhere') },
      { value: 'nowhere' as const, label: t('nowhere') },
    ];
    const change = (chatDefault: SiteSettings['chatDefault']) =>
      this.#change({ chatDefault }, { chatDefault: settings.chatDefault }, t('saved'));
    return html`<section aria-labelledby="where">
      <div><h2 id="where">${t('whereTitle')}</h2><p class="muted small">${t('whereLead')}</p></div>
      <div class="stack">
        <bo-page-rules .api=${this.api} .saved=${rules} @bo-saved=${() => this.refresh()}></bo-page-rules>
        <p class="label" aria-hidden="true">${t('defaultLabel')}</p>
        ${choices(t('defaultLabel'), 'default', options, settings.chatDefault, change)}
      </div>
    </section>`;
  }

  #settings({ settings }: Loaded) {
    return html`<section aria-labelledby="settings">
      <div><h2 id="settings">${t('settingsTitle')}</h2></div>
      <bo-site-settings .api=${this.api} .saved=${settings} @bo-saved=${this.#settingsSaved}></bo-site-settings>
    </section>`;
  }

  #identity() {
    return html`<section aria-labelledby="identity">
      <div><h2 id="identity">${ofIdentity('title')}</h2><p class="muted small">${ofIdentity('lead')}</p></div>
      <bo-identity-settings .api=${this.api} siteId=${this.site.id}></bo-identity-settings>
    </section>`;
  }

  #notices() {
    return html`<section aria-labelledby="notices">
      <div><h2 id="notices">${notices('title')}</h2><p class="muted small">${notices('lead')}</p></div>
      <bo-notice-health .api=${this.api}></bo-notice-health>
    </section>`;
  }

  #settingsSaved = async () => {
    this.dispatchEvent(new SiteChangedEvent());
    await this.refresh();
  };

  /** In force at once, and taken back from the toast. */
  async #change(changes: Partial<SiteSettings>, before: Partial<SiteSettings>, said: string): Promise<void> {
    const done = await this.attempt(() => this.api.patch('site', changes));
    if (done) this.toast({ text: said, undo: () => this.#restore(before) });
    await this.refresh();
  }

  async #restore(before: Partial<SiteSettings>): Promise<void> {
    await this.attempt(() => this.api.patch('site', before));
    await this.refresh();
  }
}

customElements.define('bo-pages', BoPagesScreen);
