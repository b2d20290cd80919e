import { css, html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type {
  InvitationPreview,
  PreviewPage,
  PreviewPerson,
} from '../../../../server/protocol/invitations.ts';
import type { Api } from '../../api.ts';
import { icon } from '../../icons/index.ts';
import { translator } from '../../locales/index.ts';
import words from '../../locales/invitations.ts';
import { LocalizedElement } from '../../localized.ts';
import '../../parts/list-state.ts';
import { shared } from '../../styles/shared.ts';
import { announceFailure } from '../announce-failure.ts';
import { filterStyles } from '../filter-styles.ts';
import { filterPills } from '../filters.ts';
import { PagedList } from '../paged-list.ts';
import { stackedTable } from '../stacked-table.ts';
import { problemOf, remarksOf, wrongOf } from './preview-words.ts';

const t = translator(words);
type Tab = 'wrong' | 'good';

/** The people of a list, those to look at first; a wrong address can be mended in its place. Fires `bo-preview`. */
export class BoPreviewLines extends LocalizedElement {
  static override properties = {
    api: { attribute: false },
    site: { attribute: false },
    work: { attribute: false },
    tab: { state: true },
    drafts: { state: true },
  };
  static override styles = [
    shared,
    filterStyles,
    stackedTable,
    css`
      td.at { font-variant-numeric: tabular-nums; inline-size: 72px; color: var(--bo-muted); }
      .address { overflow-wrap: anywhere; }
      .mend { display: flex; gap: 8px; align-items: center; font-weight: 400; }
      .mend .input { min-inline-size: 0; inline-size: min(320px, 100%); }
      .why { color: var(--bo-danger); }
      .head { display: flex; flex-wrap: wrap; gap: 12px; align-items: center; justify-content: space-between; }
      @media (max-width: 720px) { .mend .input { flex: 1; } }
    `,
  ];
  declare api: Api;
  declare site: string;
  declare work: InvitationPreview;
  declare tab: Tab;
  /** What is being typed, by the person's place. */
  declare drafts: Map<number, string>;

  #people = new PagedList<PreviewPerson>(this, {
    fetch: (after) =>
      this.api.get<PreviewPage>(`invitation-previews/${encodeURIComponent(this.work.id)}/people`, {
        only: this.tab,
        after,
      }),
    failed: (error) => announceFailure(this, error),
  });

  constructor() {
    super();
    this.tab = 'wrong';
    this.drafts = new Map();
  }

  protected override firstUpdated(): void {
    this.tab = wrongOf(this.work) > 0 ? 'wrong' : 'good';
    void this.#people.reload();
  }

  protected override render() {
    const { state, problem, items, next } = this.#people;
    const wrong = wrongOf(this.work);
    const count = (value: number) => new Intl.NumberFormat(document.documentElement.lang).format(value);
    const tabs = [
      { value: 'wrong', label: `${t('wrongTab')} ${count(wrong)}` },
      { value: 'good', label: `${t('goodTab')} ${count(this.work.good)}` },
    ] as const;
    const choose = (tab: Tab) => {
      this.tab = tab;
      void this.#people.reload();
    };
    const file = `/api/back-office/${encodeURIComponent(this.site)}/invitation-previews/${this.work.id}/wrong.csv`;
    return html`<div class="stack">
      <div class="head">
        ${filterPills<Tab>(t('preview'), tabs, this.tab, choose)}
        ${wrong > 0 ? html`<a class="button small" href=${file} download>${icon('download')}${t('downloadWrong')}</a>` : nothing}
      </div>
      <bo-list-state .state=${state} heading=${state === 'empty' ? t(this.tab === 'wrong' ? 'nothingWrong' : 'noneHere') : ''}
        text=${state === 'error' ? problem : ''} @bo-retry=${() => this.#people.retry()}>
        ${state === 'ready' ? this.#table(items) : nothing}
        ${next ? html`<button class="button more" type="button" @click=${() => this.#people.more()}>${t('more')}</button>` : nothing}
      </bo-list-state>
    </div>`;
  }

  #table(people: PreviewPerson[]): TemplateResult {
    const isWrong = this.tab === 'wrong';
    return html`<div class="table-wrap"><table>
      <caption class="visually-hidden">${t('preview')}</caption>
      <thead><tr><th scope="col">${t('line')}</th><th scope="col">${t('address')}</th>
        ${isWrong ? html`<th scope="col">${t('problem')}</th>` : html`<th scope="col">${t('name')}</th><th scope="col">${t('language')}</th><th scope="col">${t('topics')}</th>`}
      </tr></thead>
      <tbody>${repeat(
        people,
        ({ index }) => index,
        (person) => (isWrong ? this.#wrongRow(person) : goodRow(person)),
      )}</tbody>
    </table></div>`;
  }

  #wrongRow(person: PreviewPerson): TemplateResult {
    const { index, line, said, email } = person;
    const typed = this.drafts.get(index) ?? (email || said);
    const type = (event: Event) => {
      this.drafts = new Map(this.drafts).set(index, (event.target as HTMLInputElement).value);
    };
    return html`<tr>
      <td class="at" data-label=${t('line')}>${line}</td>
      <th scope="row"><form class="mend" novalidate @submit=${(event: Event) => this.#correct(event, person)}>
        <input class="input" type="text" inputmode="email" autocomplete="off" spellcheck="false" aria-label=${t('correct', { line })}
          .value=${typed} @input=${type} />
        <button class="button small" type="submit" ?disabled=${typed.trim() === '' || typed === (email || said)}>${t('checkAgain')}</button>
      </form></th>
      <td class="why">${problemOf(person)}</td>
    </tr>`;
  }

  async #correct(event: Event, { index, email, said }: PreviewPerson): Promise<void> {
    event.preventDefault();
    const typed = this.drafts.get(index) ?? (email || said);
    const path = `invitation-previews/${encodeURIComponent(this.work.id)}/people/${index}`;
    try {
      const { preview } = await this.api.put<{ person: PreviewPerson; preview: InvitationPreview }>(path, {
        email: typed.trim(),
      });
      const drafts = new Map(this.drafts);
      drafts.delete(index);
      this.drafts = drafts;
      this.dispatchEvent(new CustomEvent('bo-preview', { detail: preview }));
    } catch (error) {
      announceFailure(this, error);
    }
    await this.#people.refresh();
  }
}

function goodRow(person: PreviewPerson): TemplateResult {
  const { line, email, name, language, topics } = person;
  return html`<tr>
    <td class="at" data-label=${t('line')}>${line}</td>
    <th scope="row" class="address">${email}</th>
    <td data-label=${t('name')}>${name ?? '—'} ${remarksOf(person).map((remark) => html`<span class="muted small">${remark}</span> `)}</td>
    <td data-label=${t('language')}>${language ?? html`<span class="muted">${t('ofSite')}</span>`}</td>
    <td data-label=${t('topics')}>${topics.join(', ')}</td>
  </tr>`;
}

customElements.define('bo-preview-lines', BoPreviewLines);
