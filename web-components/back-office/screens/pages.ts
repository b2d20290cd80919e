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
import { communitySections } from './community-sections.ts';
import { LoadedOne } from './loaded-one.ts';
import { pagesStyles } from './pages-styles.ts';
import { Screen } from './screen.ts';
import './settings-index.ts';
import { settingsSection } from './settings-section.ts';

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
        ${value ? this.#sections(value) : nothing}
      </bo-list-state>
    </div>`;
  }

  #sections(value: Loaded) {
    return html`<div class="sections">
      <bo-settings-index></bo-settings-index>
      ${this.#mode(value)} ${this.#where(value)} ${this.#settings(value)}
      ${communitySections(this.api, value.settings, this.#settingsSaved)} ${this.#notices()} ${this.#identity()}
    </div>`;
  }

  #mode({ settings }: Loaded) {
    const options = [
      { value: 'open' as const, label: t('open'), hint: t('openHint') },
      { value: 'invite-only' as const, label: t('invite-only'), hint: t('invite-onlyHint') },
    ];
    const change = (mode: SiteSettings['mode']) =>
      this.#change({ mode }, { mode: settings.mode }, t('modeSaved'));
    return settingsSection(
      'mode',
      { title: t('modeTitle'), lead: t('modeLead') },
      choices(t('modeTitle'), 'mode', options, settings.mode, change),
    );
  }

  #where({ settings, rules }: Loaded) {
    const options = [
      { value: 'everywhere' as const, label: t('everywhere') },
      { value: 'nowhere' as const, label: t('nowhere') },
    ];
    const change = (chatDefault: SiteSettings['chatDefault']) =>
      this.#change({ chatDefault }, { chatDefault: settings.chatDefault }, t('saved'));
    return settingsSection(
      'where',
      { title: t('whereTitle'), lead: t('whereLead') },
      html`<bo-page-rules .api=${this.api} .saved=${rules} @bo-saved=${() => this.refresh()}></bo-page-rules>
        <div class="stack">
          <p class="label" aria-hidden="true">${t('defaultLabel')}</p>
          ${choices(t('defaultLabel'), 'default', options, settings.chatDefault, change)}
        </div>`,
    );
  }

  #settings({ settings }: Loaded) {
    return settingsSection(
      'settings',
      { title: t('settingsTitle'), lead: t('settingsLead') },
      html`<bo-site-settings .api=${this.api} .saved=${settings} @bo-saved=${this.#settingsSaved}></bo-site-settings>`,
    );
  }

  #identity() {
    return settingsSection(
      'identity',
      { title: ofIdentity('title'), lead: ofIdentity('lead') },
      html`<bo-identity-settings .api=${this.api} siteId=${this.site.id}></bo-identity-settings>`,
    );
  }

  #notices() {
    return settingsSection(
      'notices',
      { title: notices('title'), lead: notices('lead') },
      html`<bo-notice-health .api=${this.api}></bo-notice-health>`,
    );
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
