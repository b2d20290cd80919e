import { html } from 'lit';
import type { BackOfficeList } from '../../../server/protocol/frames.ts';
import './library/categories.ts';
import './library/entries.ts';
import './library/import.ts';
import './library/rules.ts';
import { SECTIONS, type Section, sectionOf, sectionQuery } from './library/sections.ts';
import './library/try.ts';
import './library/versions.ts';
import './library/vocabularies.ts';
import { translator } from '../locales/index.ts';
import words from '../locales/library.ts';
import { shared } from '../styles/shared.ts';
import { filterStyles } from './filter-styles.ts';
import { Screen } from './screen.ts';
import { sectionTabs, sectionTabsStyles } from './section-tabs.ts';

const t = translator(words);

/** What the filter recognises: its entries, and all that helps to keep them. */
export class BoLibraryScreen extends Screen {
  static override lists: BackOfficeList[] = ['library'];
  static override styles = [shared, filterStyles, sectionTabsStyles];
  #part: Screen | null = null;

  override async refresh(): Promise<void> {
    await this.#part?.refresh();
  }

  /** A section just opened asks by itself; one that stays is told. */
  override queryChanged(): void {
    const before = this.#part;
    this.requestUpdate();
    void this.updateComplete.then(() => {
      if (this.#part === before) before?.queryChanged();
    });
  }

  get #section(): Section {
    return sectionOf(this.query.get('section'));
  }

  protected override firstUpdated(): void {}

  /** On a narrow screen the tab of the section may lie out of sight. */
  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has('query'))
      this.renderRoot
        .querySelector('.tab[tabindex="0"]')
        ?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }

  protected override render() {
    const tabs = SECTIONS.map((value) => ({ value, label: t(value) }));
    const choose = (section: Section) => this.setQuery(sectionQuery(this.query, section));
    return html`<div class="page">
      <div class="titles"><h1>${t('title')}</h1><p class="lead">${t('lead')}</p></div>
      ${sectionTabs(t('sections'), tabs, this.#section, choose)}
      ${this.#panel()}
    </div>`;
  }

  #panel(): Screen {
    const { site, api, query, me } = this;
    const name = `bo-library-${this.#section}`;
    if (this.#part?.localName !== name) this.#part = document.createElement(name) as Screen;
    return Object.assign(this.#part, { site, api, query, me, role: 'tabpanel', ariaLabel: t(this.#section) });
  }
}

customElements.define('bo-library', BoLibraryScreen);
