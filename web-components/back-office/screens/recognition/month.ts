import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { MonthAnswer, MonthRow } from '../../../../server/protocol/recognition.ts';
import type { Api } from '../../api.ts';
import { icon } from '../../icons/index.ts';
import { locale, translator } from '../../locales/index.ts';
import words from '../../locales/recognition.ts';
import { LocalizedElement } from '../../localized.ts';
import '../../parts/list-state.ts';
import { routeUrl } from '../../router.ts';
import { shared } from '../../styles/shared.ts';
import { announceFailure } from '../announce-failure.ts';
import { LoadedOne } from '../loaded-one.ts';
import { stackedTable } from '../stacked-table.ts';
import { monthWords, stepMonth, thisMonth } from './months.ts';

const t = translator(words);

/** Whom people thanked in a month. Fires `bo-month` with another month to show. */
export class BoThanksMonth extends LocalizedElement {
  static override properties = {
    api: { attribute: false },
    siteId: { attribute: false },
    month: { attribute: false },
  };
  static override styles = [
    shared,
    stackedTable,
    css`
      .months { display: flex; align-items: center; gap: 4px; }
      .months strong { min-inline-size: 136px; text-align: center; font-weight: 650; }
      .months strong::first-letter { text-transform: uppercase; }
      td.number, th.number { text-align: end; }
      @media (max-width: 720px) {
        tbody td.number { text-align: start; }
        tbody td[data-label] { padding-inline-start: 152px; }
      }
    `,
  ];
  declare api: Api;
  declare siteId: string;
  /** `2030-05`; null = this one. */
  declare month: string | null;

  #loaded = new LoadedOne<MonthAnswer>(this, {
    fetch: (month) => this.api.get('recognition/thanks', { month }),
    failed: (error) => announceFailure(this, error),
  });

  get #month(): string {
    return this.month ?? thisMonth();
  }

  async refresh(): Promise<void> {
    await this.#loaded.read(this.#month);
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has('month')) void this.refresh();
  }

  protected override render() {
    const { state, problem, value } = this.#loaded;
    const isEmpty = value?.items.length === 0;
    return html`<div class="stack">
      <div class="row spread">${this.#months()} ${value && !isEmpty ? this.#export() : nothing}</div>
      <bo-list-state .state=${isEmpty ? 'empty' : state} heading=${isEmpty ? t('emptyMonthTitle') : ''}
        text=${isEmpty ? t('emptyMonthText') : problem} @bo-retry=${() => this.#loaded.retry(this.#month)}>
        ${value && !isEmpty ? this.#table(value.items) : nothing}
      </bo-list-state>
    </div>`;
  }

  #months() {
    const go = (by: -1 | 1) => () =>
      this.dispatchEvent(new CustomEvent('bo-month', { detail: stepMonth(this.#month, by) }));
    const isLast = this.#month >= thisMonth();
    return html`<div class="months">
      <button class="button icon" type="button" aria-label=${t('previousMonth')} @click=${go(-1)}>${icon('left')}</button>
      <strong role="status">${monthWords(this.#month, locale())}</strong>
      <button class="button icon" type="button" aria-label=${t('nextMonth')} ?disabled=${isLast} @click=${go(1)}>${icon('right')}</button>
    </div>`;
  }

  #export() {
    const href = `/api/back-office/${encodeURIComponent(this.siteId)}/recognition/thanks.csv?month=${this.#month}`;
    return html`<a class="button small" download href=${href}>${icon('download')}${t('export')}</a>`;
  }

  #table(items: MonthRow[]) {
    return html`<div class="table-wrap"><table>
      <caption class="visually-hidden">${t('list')}</caption>
      <thead><tr>
        <th scope="col">${t('name')}</th><th scope="col">${t('role')}</th><th scope="col" class="number">${t('thanks')}</th>
        <th scope="col" class="number">${t('accepted')}</th><th scope="col" class="number">${t('points')}</th>
      </tr></thead>
      <tbody>${repeat(
        items,
        ({ personId }) => personId,
        (row) => this.#row(row),
      )}</tbody>
    </table></div>`;
  }

  #row({ personId, name, role, thanks, accepted, points }: MonthRow) {
    const href = routeUrl(this.siteId, 'recognition', new URLSearchParams({ person: personId }));
    const number = (label: 'thanks' | 'accepted' | 'points', count: number) =>
      html`<td class="number" data-label=${t(label)}>${new Intl.NumberFormat(locale()).format(count)}</td>`;
    return html`<tr>
      <th scope="row"><a href=${href}>${name}</a></th>
      <td class="muted" data-label=${t('role')}>${t(role)}</td>
      ${number('thanks', thanks)} ${number('accepted', accepted)} ${number('points', points)}
    </tr>`;
  }
}

customElements.define('bo-thanks-month', BoThanksMonth);
