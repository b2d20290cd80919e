import './entry-dialog.ts';
import { html, nothing } from 'lit';
import type {
  AddedAnswer,
  EntryChange,
  LibraryAnswer,
  LibraryCategory,
  LibraryEntry,
  VocabularyRow,
} from '../../../../server/protocol/library.ts';
import { icon } from '../../icons/index.ts';
import { translator } from '../../locales/index.ts';
import common from '../../locales/library.ts';
import words from '../../locales/library-entries.ts';
import '../../parts/list-state.ts';
import { shared } from '../../styles/shared.ts';
import { debounce } from '../debounce.ts';
import { filterStyles } from '../filter-styles.ts';
import { PagedList } from '../paged-list.ts';
import { Screen } from '../screen.ts';
import { stackedTable } from '../stacked-table.ts';
import { bulkBar } from './bulk-bar.ts';
import { addedAgain, changesBack } from './bulk-undo.ts';
import { filterBar } from './entries-filters.ts';
import { entriesStyles } from './entries-styles.ts';
import { entriesTable } from './entries-table.ts';
import type { BoLibraryEntryDialog } from './entry-dialog.ts';
import { type EntryFilter, filterOf, filterParams, isNarrowed } from './entry-filter.ts';
import { exportLinks } from './export-links.ts';
import { shelfContent } from './shelves.ts';

const t = translator(words);
const c = translator(common);

/** Every entry of the library: found, looked at, changed and removed, one or many at once. */
export class BoLibraryEntries extends Screen {
  static override styles = [shared, filterStyles, stackedTable, entriesStyles];
  #typed = '';
  /** The starter lists in the library, for the filter. */
  #lists: string[] = [];
  #search = debounce(() => this.setQuery({ q: this.#typed.trim() || null }, false));
  #chosen = new Map<string, LibraryEntry>();

  #list = new PagedList<LibraryEntry, LibraryAnswer>(this, {
    fetch: (after) => this.api.get('library', { ...filterParams(this.#filter), after }),
    failed: (error) => this.failed(error),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#typed = this.#filter.q ?? '';
  }

  override async refresh(): Promise<void> {
    await Promise.all([this.#list.refresh(), this.#nameLists()]);
    this.#openAsked();
  }

  async #nameLists(): Promise<void> {
    const answer = await this.attempt(() => this.api.get<{ items: VocabularyRow[] }>('library/vocabularies'));
    if (!answer) return;
    this.#lists = answer.value.items.flatMap(({ name, installed }) => (installed === null ? [] : [name]));
    this.requestUpdate();
  }

  override queryChanged(): void {
    if (this.#filter.q !== (this.#typed.trim() || null)) this.#typed = this.#filter.q ?? '';
    this.#chosen.clear();
    void this.#list.reload();
  }

  get #filter(): EntryFilter {
    return filterOf(this.query);
  }

  get #categories(): LibraryCategory[] {
    return this.#list.answer?.categories ?? [];
  }

  protected override render() {
    return html`<div class="stack">
      <div class="row spread">
        <button class="button primary" type="button" @click=${this.#add}>${icon('plus')}${t('add')}</button>
        ${exportLinks(this.site.id)}
      </div>
      ${filterBar({
        filter: this.#filter,
        typed: this.#typed,
        categories: this.#categories,
        lists: this.#lists,
        total: this.#list.answer?.total ?? null,
        onType: this.#type,
        onChange: (changes) => this.setQuery(changes),
      })}
      ${this.#entries()}
      <bo-library-entry-dialog .api=${this.api} .site=${this.site.id} .categories=${this.#categories}
        @bo-library-changed=${() => this.#list.refresh()}></bo-library-entry-dialog>
    </div>`;
  }

  #entries() {
    const { state, problem, items, next } = this.#list;
    const filter = this.#filter;
    const title = filter.q
      ? t('emptySearchTitle', { q: filter.q })
      : t(isNarrowed(filter) ? 'emptyFilterTitle' : 'emptyTitle');
    return html`<bo-list-state .state=${state} heading=${state === 'empty' ? title : ''} .rows=${8}
      text=${state === 'error' ? problem : t(isNarrowed(filter) ? 'emptySearchText' : 'emptyText')} @bo-retry=${() => this.#list.retry()}>
      ${state === 'empty' ? this.#emptyAct(filter) : nothing}
      ${state === 'ready' ? this.#table(items) : nothing}
      ${next ? html`<button class="button more" type="button" @click=${() => this.#list.more()}>${c('more')}</button>` : nothing}
      ${bulkBar({
        chosen: [...this.#chosen.values()],
        categories: this.#categories,
        onChange: (change) => void this.#change(change),
        onRemove: () => void this.#remove(),
        onClear: () => this.#choose(() => this.#chosen.clear()),
      })}
    </bo-list-state>`;
  }

  /** What to do first where there is nothing to see. */
  #emptyAct(filter: EntryFilter) {
    const all = { shelf: null, category: null, effect: null, from: null, q: null };
    return isNarrowed(filter)
      ? html`<button class="button" slot="action" type="button" @click=${() => this.setQuery(all)}>${t('clear')}</button>`
      : html`<button class="button primary" slot="action" type="button" @click=${this.#add}>${t('add')}</button>`;
  }

  #table(entries: LibraryEntry[]) {
    const effects = new Map(this.#categories.map(({ name, effect }) => [name, effect]));
    return entriesTable({
      entries,
      chosen: new Set(this.#chosen.keys()),
      effectOf: ({ category }) => effects.get(category) ?? 'hold',
      onEdit: (entry) => this.#dialog?.edit(entry),
      onChoose: (entry, chosen) => this.#choose(() => this.#mark(entry, chosen)),
      onChooseAll: (chosen) =>
        this.#choose(() => {
          for (const entry of entries) this.#mark(entry, chosen);
        }),
    });
  }

  get #dialog(): BoLibraryEntryDialog | null {
    return this.renderRoot.querySelector('bo-library-entry-dialog');
  }

  /** An address that names an entry (from a verdict, an audit log entry) opens it once. */
  #openAsked(): void {
    const asked = this.query.get('entry');
    const entry = asked === null ? undefined : this.#list.items.find(({ text }) => text === asked);
    if (!entry) return;
    this.setQuery({ entry: null }, false);
    this.#dialog?.edit(entry);
  }

  #type = (text: string) => {
    this.#typed = text;
    this.#search.soon();
  };

  #add = () => {
    const { shelf } = this.#filter;
    this.#dialog?.add(shelfContent(shelf ?? 'forbidden-term'));
  };

  #mark(entry: LibraryEntry, chosen: boolean): void {
    if (chosen) this.#chosen.set(entry.id, entry);
    else this.#chosen.delete(entry.id);
  }

  #choose(mark: () => void): void {
    mark();
    this.requestUpdate();
  }

  async #change(change: EntryChange): Promise<void> {
    const entries = [...this.#chosen.values()];
    const ids = entries.map(({ id }) => id);
    if (!(await this.attempt(() => this.api.patch('library/entries', { ids, change })))) return;
    this.toast({
      text: t('changedToast', { count: ids.length }),
      undo: () => this.#changeBack(entries, change),
    });
    await this.#afterBulk();
  }

  async #changeBack(entries: LibraryEntry[], change: EntryChange): Promise<void> {
    for (const back of changesBack(entries, change))
      if (!(await this.attempt(() => this.api.patch('library/entries', back)))) break;
    await this.#list.refresh();
  }

  async #remove(): Promise<void> {
    const entries = [...this.#chosen.values()];
    const ids = entries.map(({ id }) => id);
    if (!(await this.attempt(() => this.api.post('library/entries/remove', { ids })))) return;
    const [first] = entries;
    const text =
      first && entries.length === 1
        ? t('removedOne', { text: first.text })
        : t('removedToast', { count: entries.length });
    this.toast({ text, undo: () => this.#addAgain(entries) });
    await this.#afterBulk();
  }

  async #addAgain(entries: LibraryEntry[]): Promise<void> {
    const body = { entries: entries.map(addedAgain) };
    await this.attempt(() => this.api.post<AddedAnswer>('library/entries', body));
    await this.#list.refresh();
  }

  async #afterBulk(): Promise<void> {
    this.#chosen.clear();
    await this.#list.refresh();
  }
}

customElements.define('bo-library-entries', BoLibraryEntries);
