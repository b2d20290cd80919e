import { css, html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { AuditLogEntry } from '../../../server/protocol/back-office.ts';
import type { BackOfficeList } from '../../../server/protocol/frames.ts';
import words from '../locales/audit-log.ts';
import { locale, translator } from '../locales/index.ts';
import '../parts/list-state.ts';
import { categoryWords } from '../reason-words.ts';
import { shared } from '../styles/shared.ts';
import { fullTime } from '../time.ts';
import { byDay } from './audit-days.ts';
import {
  ACT_GROUPS,
  type ActGroup,
  detailsToShow,
  groupOf,
  piecesOf,
  prefixOf,
  sentenceKeyOf,
} from './audit-sentence.ts';
import { fieldValue } from './field-value.ts';
import { filterStyles } from './filter-styles.ts';
import { languageWords } from './library/entry-words.ts';
import { PagedList } from './paged-list.ts';
import { Screen } from './screen.ts';

const t = translator(words);
const CLOCK = { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' } as const;
type Word = keyof (typeof words)['en'];
const isWord = (key: string): key is Word => key in words.en;

/** Every act of a person or of the system, in sentences, newest first. */
export class BoAuditLogScreen extends Screen {
  static override lists: BackOfficeList[] = ['audit-log'];
  static override styles = [
    shared,
    filterStyles,
    css`
      h2 { font-size: 13px; color: var(--bo-muted); margin-block: 20px 8px; }
      section:first-of-type h2 { margin-block-start: 0; }
      .list > li { display: grid; grid-template-columns: 52px minmax(0, 1fr); gap: 2px 12px; padding: 11px 18px; }
      time { color: var(--bo-muted); font-size: 13px; line-height: 1.55; font-variant-numeric: tabular-nums; }
      .told { overflow-wrap: anywhere; }
      .told strong { font-weight: 650; }
      .reason, .details { font-size: 13px; color: var(--bo-muted); overflow-wrap: anywhere; }
    `,
  ];

  #list = new PagedList<AuditLogEntry>(this, {
    fetch: (after) => this.api.get('audit-log', { act: this.#group ? prefixOf(this.#group) : null, after }),
    failed: (error) => this.failed(error),
  });

  override async refresh(): Promise<void> {
    await this.#list.refresh();
  }

  override queryChanged(): void {
    void this.#list.reload();
  }

  get #group(): ActGroup | null {
    return groupOf(this.query.get('act'));
  }

  protected override render() {
    const { state, problem, items, next } = this.#list;
    const empty = this.#group
      ? (['emptyFilterTitle', 'emptyFilterText'] as const)
      : (['emptyTitle', 'emptyText'] as const);
    return html`<div class="page">
      <div class="page-head">
        <div class="titles"><h1>${t('title')}</h1><p class="lead">${t('lead')}</p></div>
        ${this.#filter()}
      </div>
      <bo-list-state .state=${state} heading=${state === 'empty' ? t(empty[0]) : ''} .rows=${8}
        text=${state === 'error' ? problem : t(empty[1])} @bo-retry=${() => this.#list.retry()}>
        ${state === 'ready' ? byDay(items).map(([day, entries]) => this.#day(day, entries)) : nothing}
        ${next ? html`<button class="button more" type="button" @click=${() => this.#list.more()}>${t('more')}</button>` : nothing}
      </bo-list-state>
    </div>`;
  }

  #filter() {
    const choose = (event: Event) => this.setQuery({ act: fieldValue(event) || null });
    return html`<div class="field filter-field">
      <label class="visually-hidden" for="act">${t('filter')}</label>
      <select class="input" id="act" @change=${choose}>
        <option value="" ?selected=${this.#group === null}>${t('all')}</option>
        ${ACT_GROUPS.map((group) => html`<option value=${prefixOf(group)} ?selected=${group === this.#group}>${t(group)}</option>`)}
      </select>
    </div>`;
  }

  #day(day: number, entries: AuditLogEntry[]) {
    const title = new Intl.DateTimeFormat(locale(), { dateStyle: 'full' }).format(day);
    return html`<section aria-label=${title}>
      <h2>${title}</h2>
      <ol class="list">${repeat(
        entries,
        (entry) => entry.id,
        (entry) => this.#entry(entry),
      )}</ol>
    </section>`;
  }

  #entry(entry: AuditLogEntry) {
    const clock = new Intl.DateTimeFormat(locale(), CLOCK).format(entry.at);
    return html`<li>
      <time datetime=${new Date(entry.at).toISOString()} title=${fullTime(entry.at, locale())}>${clock}</time>
      <div>
        <p class="told">${this.#sentence(entry)}</p>
        ${entry.reason ? html`<p class="reason">${t('because', { reason: categoryWords(entry.reason) })}</p>` : nothing}
        ${this.#details(entry)}
      </div>
    </li>`;
  }

  #sentence(entry: AuditLogEntry): (string | TemplateResult)[] {
    const { from, to, fields, email, role, entries, people, entry: list } = entry.details;
    const fill: Record<string, string> = {
      actor: entry.actor?.name ?? t('system'),
      act: entry.act,
      target: entry.target || (entry.targetKind === 'message' ? t('erased') : ''),
      from: wordOf('value', from),
      to: wordOf('value', to),
      who: String(email ?? t('somebody')),
      role: wordOf('value', role),
      entries: new Intl.NumberFormat(locale()).format(Number(entries ?? 0)),
      people: new Intl.NumberFormat(locale()).format(Number(people ?? 0)),
      list: languageWords(String(list ?? '')),
      fields: String(fields ?? '')
        .split(', ')
        .map((field) => wordOf('field', field))
        .join(', '),
    };
    return piecesOf(t(sentenceKeyOf(entry)), fill).map(({ text, name }) =>
      name === 'actor' ? html`<strong>${text}</strong>` : text,
    );
  }

  #details(entry: AuditLogEntry) {
    const details = detailsToShow(entry);
    if (details.length === 0) return nothing;
    const told = details.map(([name, value]) =>
      t('detailLine', { name: wordOf('detail', name), value: detailWords(name, value) }),
    );
    return html`<p class="details">${told.join(' · ')}</p>`;
  }
}

/** The word for a value, a field or a detail; what has none is shown as it is. */
function wordOf(what: 'value' | 'field' | 'detail', name: unknown): string {
  const key = `${what}_${name}`;
  return isWord(key) ? t(key) : String(name ?? '');
}

function detailWords(name: string, value: string | number | boolean): string {
  if (name.endsWith('At') && typeof value === 'number') return fullTime(value, locale());
  return name === 'category' ? categoryWords(String(value)) : wordOf('value', value);
}

customElements.define('bo-audit-log', BoAuditLogScreen);
