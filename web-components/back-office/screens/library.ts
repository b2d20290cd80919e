import './library-dialog.ts';
import './library-try.ts';
import { css, html, nothing } from 'lit';
import type { LibraryAnswer, LibraryEntry } from '../../../server/protocol/back-office.ts';
import type { BackOfficeList } from '../../../server/protocol/frames.ts';
import { icon } from '../icons/index.ts';
import { translator } from '../locales/index.ts';
import words from '../locales/library.ts';
import '../parts/list-state.ts';
import { shared } from '../styles/shared.ts';
import { debounce } from './debounce.ts';
import { filterStyles } from './filter-styles.ts';
import { filterPills, searchBox } from './filters.ts';
import type { BoLibraryDialog } from './library-dialog.ts';
import { SHELVES, type Shelf, shelfOf } from './library-shelves.ts';
import { libraryTable, libraryTableStyles } from './library-table.ts';
import type { BoLibraryTry } from './library-try.ts';
import { PagedList } from './paged-list.ts';
import { Screen } from './screen.ts';
import { stackedTable } from './stacked-table.ts';

const t = translator(words);

/** What the filter recognises: forbidden and allowed terms and links, and a box to try a text. */
export class BoLibraryScreen extends Screen {
  static override lists: BackOfficeList[] = ['library'];
  static override styles = [
    shared,
    filterStyles,
    stackedTable,
    libraryTableStyles,
    css`
      .total { margin-inline-start: auto; }
      bo-library-try { margin-block-end: 4px; }
    `,
  ];
  #typed = '';
  #search = debounce(() => this.setQuery({ q: this.#typed.trim() || null }, false));

  #list = new PagedList<LibraryEntry, LibraryAnswer>(this, {
    fetch: (after) => {
      const { kind, listing } = SHELVES[this.#shelf];
      return this.api.get('library', { kind, listing, q: this.query.get('q'), after });
    },
    failed: (error) => this.failed(error),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#typed = this.query?.get('q') ?? '';
  }

  override async refresh(): Promise<void> {
    await this.#list.refresh();
    void this.renderRoot.querySelector<BoLibraryTry>('bo-library-try')?.judge();
  }

  override queryChanged(): void {
    void this.#list.reload();
  }

  get #shelf(): Shelf {
    return shelfOf(this.query.get('shelf'));
  }

  protected override render() {
    return html`<div class="page">
      <div class="page-head">
        <div class="titles"><h1>${t('title')}</h1><p class="lead">${t('lead')}</p></div>
        <button class="button primary" type="button" @click=${this.#openDialog}>${icon('plus')}${t('add')}</button>
      </div>
      <bo-library-try .api=${this.api}></bo-library-try>
      ${this.#toolbar()} ${this.#entries()}
      <bo-library-dialog .api=${this.api} .categories=${this.#list.answer?.categories ?? []}
        @bo-added=${() => this.#list.refresh()}></bo-library-dialog>
    </div>`;
  }

  #toolbar() {
    const shelves = Object.keys(SHELVES) as Shelf[];
    const options = shelves.map((value) => ({ value, label: t(value) }));
    const total = this.#list.answer?.total;
    return html`<div class="toolbar">
      ${searchBox(t('search'), this.#typed, this.#type)}
      ${filterPills(t('which'), options, this.#shelf, (value) => this.setQuery({ shelf: value === 'all' ? null : value }))}
      <span class="muted small total" role="status">${total ? t('total', { count: total }) : ''}</span>
    </div>`;
  }

  #entries() {
    const { state, problem, items, next } = this.#list;
    const q = this.query.get('q');
    const title = q ? t('emptySearchTitle', { q }) : t('emptyTitle');
    return html`<bo-list-state .state=${state} heading=${state === 'empty' ? title : ''}
      text=${state === 'error' ? problem : t(q ? 'emptySearchText' : 'emptyText')} @bo-retry=${() => this.#list.retry()}>
      ${state === 'ready' ? libraryTable(items, (entry) => void this.#remove(entry)) : nothing}
      ${next ? html`<button class="button more" type="button" @click=${() => this.#list.more()}>${t('more')}</button>` : nothing}
    </bo-list-state>`;
  }

  #type = (text: string) => {
    this.#typed = text;
    this.#search.soon();
  };

  #openDialog = () => {
    const { kind, listing } = SHELVES[this.#shelf];
    this.renderRoot
      .querySelector<BoLibraryDialog>('bo-library-dialog')
      ?.show(kind ?? 'term', listing ?? 'forbidden');
  };

  async #remove(entry: LibraryEntry): Promise<void> {
    const done = await this.attempt(() => this.api.delete(`library/entries/${entry.id}`));
    if (!done) return;
    this.toast({ text: t('removed', { text: entry.text }), undo: () => this.#addAgain(entry) });
    await this.#list.refresh();
  }

  async #addAgain({ kind, listing, text, category, effect, note }: LibraryEntry): Promise<void> {
    const entry = { kind, listing, text, category, effect, note };
    if (await this.attempt(() => this.api.post('library/entries', entry))) await this.#list.refresh();
  }
}

customElements.define('bo-library', BoLibraryScreen);
