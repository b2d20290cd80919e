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
  /** Each section once opened: what was typed or chosen there is found again. */
  #parts = new Map<Section, Screen>();

  override async refresh(): Promise<void> {
    await this.#parts.get(this.#section)?.refresh();
  }

  /** A section opened for the first time asks by itself. */
  override queryChanged(): void {
    const known = this.#parts.get(this.#section);
    this.requestUpdate();
    void this.updateComplete.then(() => known?.queryChanged());
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
    const section = this.#section;
    const part = this.#parts.get(section) ?? (document.createElement(`bo-library-${section}`) as Screen);
    this.#parts.set(section, part);
    const { site, api, query, me } = this;
    return Object.assign(part, { site, api, query, me, role: 'tabpanel', ariaLabel: t(section) });
  }
}

customElements.define('bo-library', BoLibraryScreen);
