import { css, html, nothing } from 'lit';
import type { Page } from '../../../../server/protocol/back-office.ts';
import type { LibraryVersion, VersionDifference } from '../../../../server/protocol/library.ts';
import type { Api } from '../../api.ts';
import { translator } from '../../locales/index.ts';
import common from '../../locales/library.ts';
import words from '../../locales/library-versions.ts';
import { LocalizedElement } from '../../localized.ts';
import '../../parts/list-state.ts';
import { QueryEvent } from '../../events.ts';
import { icon } from '../../icons/index.ts';
import { shared } from '../../styles/shared.ts';
import { announceFailure } from '../announce-failure.ts';
import { fieldValue } from '../field-value.ts';
import { filterStyles } from '../filter-styles.ts';
import { PagedList } from '../paged-list.ts';
import { stackedTable } from '../stacked-table.ts';
import type { Pair } from './compared-pair.ts';
import { differenceSides } from './difference-words.ts';

const t = translator(words);
const c = translator(common);

const isOther = (pair: Pair, before: Pair | undefined) => pair.from !== before?.from || pair.to !== before.to;

/** What differs between two versions, entry by entry. */
export class BoLibraryCompare extends LocalizedElement {
  static override properties = {
    api: { attribute: false },
    pair: { attribute: false, hasChanged: isOther },
    versions: { attribute: false },
  };
  static override styles = [
    shared,
    filterStyles,
    stackedTable,
    css`
      .entry { overflow-wrap: anywhere; min-inline-size: 140px; }
      td { font-size: 13px; vertical-align: top; overflow-wrap: anywhere; }
      tbody th { vertical-align: top; }
      .back { justify-self: start; margin-inline-start: -8px; }
      .choice { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
      .choice select { inline-size: auto; }
    `,
  ];
  declare api: Api;
  declare pair: Pair;
  declare versions: LibraryVersion[];

  #differences = new PagedList<VersionDifference>(this, {
    fetch: (after) =>
      this.api.get<Page<VersionDifference>>(`library/versions/${this.pair.from}/compare/${this.pair.to}`, {
        after,
      }),
    failed: (error) => announceFailure(this, error),
  });

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('pair')) void this.#differences.reload();
  }

  protected override render() {
    const { state, problem, items, next } = this.#differences;
    const text = state === 'error' ? problem : t('sameText');
    return html`<div class="stack">
      <button class="button small quiet back" type="button" @click=${this.#back}>${icon('left')} ${t('back')}</button>
      <h2 class="visually-hidden">${t('compareTitle', { from: String(this.pair.from), to: String(this.pair.to) })}</h2>
      <div class="choice">${this.#choice('from')} ${this.#choice('to')}</div>
      <bo-list-state .state=${state} heading=${state === 'empty' ? t('sameTitle') : ''} text=${text} @bo-retry=${() => this.#differences.retry()}>
        ${state === 'ready' ? table(items) : nothing}
        ${next ? html`<button class="button more" type="button" @click=${() => this.#differences.more()}>${c('more')}</button>` : nothing}
      </bo-list-state>
    </div>`;
  }

  #choice(side: 'from' | 'to') {
    const known = this.versions.map(({ version }) => version);
    const all = [...new Set([...known, this.pair.from, this.pair.to])].sort((a, b) => b - a);
    const choose = (event: Event) => this.dispatchEvent(new QueryEvent({ [side]: fieldValue(event) }, true));
    return html`<label class="choice small">${t(side)}
      <select class="input" @change=${choose}>
        ${all.map((version) => html`<option value=${version} .selected=${version === this.pair[side]}>${version}</option>`)}
      </select></label>`;
  }

  #back = () => this.dispatchEvent(new QueryEvent({ from: null, to: null }, true));
}

function table(differences: VersionDifference[]) {
  return html`<div class="table-wrap"><table>
    <thead><tr><th scope="col">${t('entry')}</th><th scope="col">${t('before')}</th><th scope="col">${t('after')}</th></tr></thead>
    <tbody>${differences.map(line)}</tbody>
  </table></div>`;
}

function line(difference: VersionDifference) {
  const sides = differenceSides(difference);
  const [said, tone] = difference.before
    ? difference.after
      ? ['isChanged' as const, '']
      : ['isRemoved' as const, 'danger']
    : ['isAdded' as const, 'accent'];
  return html`<tr>
    <th scope="row" class="entry">${difference.text} <span class="pill ${tone}">${t(said)}</span></th>
    <td data-label=${t('before')}>${side(sides.before)}</td>
    <td data-label=${t('after')}>${side(sides.after)}</td>
  </tr>`;
}

const side = (facets: string[]) =>
  facets.length === 0 ? html`<span class="muted">${t('absent')}</span>` : facets.join(' · ');

customElements.define('bo-library-compare', BoLibraryCompare);
