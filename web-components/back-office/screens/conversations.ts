import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ConversationRow, ConversationsPage } from '../../../server/protocol/back-office.ts';
import type { BackOfficeList } from '../../../server/protocol/frames.ts';
import './conversation-detail.ts';
import words from '../locales/conversations.ts';
import { translator } from '../locales/index.ts';
import '../parts/list-state.ts';
import { when } from '../parts/when.ts';
import { shared } from '../styles/shared.ts';
import type { BoConversationDetail } from './conversation-detail.ts';
import { FILTERS, filterOf, STATE_WORD, type StateFilter } from './conversation-states.ts';
import { conversationsStyles } from './conversations-styles.ts';
import { debounce } from './debounce.ts';
import { filterStyles } from './filter-styles.ts';
import { filterPills, searchBox } from './filters.ts';
import { PagedList } from './paged-list.ts';
import { Screen } from './screen.ts';
import { searchOn } from './search-on.ts';

const t = translator(words);

/** Every conversation of the site beside the one that is read; on a narrow screen, one or the other. */
export class BoConversationsScreen extends Screen {
  static override lists: BackOfficeList[] = ['conversations'];
  static override styles = [shared, filterStyles, conversationsStyles];
  #asked = '';
  #search = debounce(() => this.setQuery({ q: this.#typed.trim() || null }, false));
  #typed = '';

  #list = new PagedList<ConversationRow, ConversationsPage>(this, {
    fetch: (start) => {
      const state = this.#state === 'all' ? null : this.#state;
      const q = this.query.get('q');
      return searchOn((after) => this.api.get('conversations', { state, q, after }), start);
    },
    failed: (error) => this.failed(error),
    keyOf: ({ id }) => id,
  });

  override async refresh(): Promise<void> {
    this.#asked = this.#question;
    await Promise.all([this.#list.refresh(), this.#detail?.refresh()]);
  }

  override queryChanged(): void {
    this.requestUpdate();
    if (this.#asked === this.#question) return;
    this.#asked = this.#question;
    void this.#list.reload();
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#typed = this.query?.get('q') ?? '';
  }

  get #state(): StateFilter {
    return filterOf(this.query.get('state'));
  }

  /** What the list is asked for; which conversation is open is not part of it. */
  get #question(): string {
    return `${this.#state} ${this.query.get('q') ?? ''}`;
  }

  get #detail() {
    return this.renderRoot.querySelector<BoConversationDetail>('bo-conversation-detail');
  }

  protected override render() {
    const chosen = this.query.get('conversation');
    return html`<div class="panes" data-reading=${chosen ? 'yes' : 'no'}>
      <div class="index">
        <div class="head">
          <h1>${t('title')}</h1>
          ${searchBox(t('search'), this.#typed, this.#type)}
          ${filterPills(
            t('states'),
            FILTERS.map((value) => ({ value, label: t(value) })),
            this.#state,
            (value) => this.setQuery({ state: value === 'all' ? null : value, conversation: null }),
          )}
        </div>
        ${this.#rows(chosen)}
      </div>
      <div class="reading">
        <h1 class="narrow-title visually-hidden">${t('title')}</h1>
        ${chosen ? this.#reading(chosen) : this.#nothingChosen()}</div>
    </div>`;
  }

  #type = (text: string) => {
    this.#typed = text;
    this.#search.soon();
  };

  #rows(chosen: string | null) {
    const { state, problem, items, next } = this.#list;
    const [title, text] = this.#emptyWords();
    const more = t(state === 'empty' ? 'searchOn' : 'more');
    return html`<bo-list-state class=${state} .state=${state} heading=${state === 'empty' ? title : ''}
      text=${state === 'error' ? problem : text} @bo-retry=${() => this.#list.retry()}>
      ${
        state === 'ready'
          ? html`<ul class="rows" aria-label=${t('list')}>${repeat(
              items,
              (row) => row.id,
              (row) => this.#row(row, row.id === chosen),
            )}</ul>`
          : nothing
      }
      ${next ? html`<button class="button more" type="button" slot=${state === 'empty' ? 'action' : nothing} @click=${() => this.#list.more()}>${more}</button>` : nothing}
    </bo-list-state>`;
  }

  #row(row: ConversationRow, current: boolean) {
    const question = row.question || t('noQuestion');
    return html`<li><button type="button" class="conversation" aria-current=${current ? 'true' : 'false'}
      @click=${() => this.setQuery({ conversation: row.id })}>
      <span class="by"><strong>${row.author.name}</strong> · ${when(row.lastActivityAt)}</span>
      <span class="question">${question}</span>
      <span class="facts">
        <span class="small muted">${row.answers === 0 ? t('noAnswer') : t('answers', { count: row.answers })}</span>
        ${row.state === 'open' ? nothing : html`<span class="pill ${row.state}">${t(STATE_WORD[row.state])}</span>`}
        ${row.unpublished ? html`<span class="pill warn">${t('unpublished')}</span>` : nothing}
        ${row.held > 0 ? html`<span class="pill warn">${t('held', { count: row.held })}</span>` : nothing}
      </span>
    </button></li>`;
  }

  #reading(id: string) {
    return html`<bo-conversation-detail .api=${this.api} .siteId=${this.site.id} .conversationId=${id}
      .isManager=${this.isManager} .mayRelease=${this.site.mayRelease}
      @bo-changed=${() => this.#list.refresh()}
      @bo-back=${() => this.setQuery({ conversation: null })}></bo-conversation-detail>`;
  }

  #nothingChosen() {
    return html`<div class="nothing"><p class="title">${t('chooseTitle')}</p><p>${t('chooseText')}</p></div>`;
  }

  #emptyWords(): [title: string, text: string] {
    const q = this.query.get('q');
    if (q) return this.#emptySearchWords(q);
    if (this.#state === 'all') return [t('emptyTitle'), t('emptyText')];
    if (this.#state === 'deleted') return [t('emptyDeletedTitle'), t('emptyDeletedText')];
    return [t('emptyStateTitle'), t('emptyStateText')];
  }

  #emptySearchWords(q: string): [title: string, text: string] {
    const { answer, next } = this.#list;
    if (answer?.search === 'too-vague') return [t('vagueSearchTitle'), t('vagueSearchText')];
    // Empty with more behind it: cut short, and not yet at the end.
    if (next !== null) return [t('cutSearchTitle', { q }), t('cutSearchText')];
    return [t('emptySearchTitle', { q }), t('emptySearchText')];
  }
}

customElements.define('bo-conversations', BoConversationsScreen);
