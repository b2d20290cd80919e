import { css, html, nothing, type TemplateResult } from 'lit';
import type { Page } from '../../../../server/protocol/back-office.ts';
import type { ImportLine, ImportOutcome, LibraryImport } from '../../../../server/protocol/library.ts';
import type { Api } from '../../api.ts';
import { translator } from '../../locales/index.ts';
import common from '../../locales/library.ts';
import words from '../../locales/library-import.ts';
import { LocalizedElement } from '../../localized.ts';
import '../../parts/list-state.ts';
import { shared } from '../../styles/shared.ts';
import { announceFailure } from '../announce-failure.ts';
import { filterStyles } from '../filter-styles.ts';
import { PagedList } from '../paged-list.ts';
import { stackedTable } from '../stacked-table.ts';
import { warningWords } from './entry-warnings.ts';

const t = translator(words);
const c = translator(common);
const OUTCOMES = [
  'new',
  'changed',
  'same',
  'doubtful',
  'refused',
] as const satisfies readonly ImportOutcome[];

/** What was read of a file, sort by sort, line by line. */
export class BoLibraryImportLines extends LocalizedElement {
  static override properties = {
    api: { attribute: false },
    work: { attribute: false },
    outcome: { state: true },
  };
  static override styles = [
    shared,
    filterStyles,
    stackedTable,
    css`
      td.line { font-variant-numeric: tabular-nums; inline-size: 80px; color: var(--bo-muted); }
      .entry { overflow-wrap: anywhere; font-weight: 600; }
      .filter b { font-weight: 600; font-variant-numeric: tabular-nums; }
    `,
  ];
  declare api: Api;
  declare work: LibraryImport;
  declare outcome: ImportOutcome;

  #lines = new PagedList<ImportLine>(this, {
    fetch: (after) =>
      this.api.get<Page<ImportLine>>(`library/imports/${encodeURIComponent(this.work.id)}/lines`, {
        outcome: this.outcome,
        after,
      }),
    failed: (error) => announceFailure(this, error),
  });

  constructor() {
    super();
    this.outcome = 'new';
  }

  /** Begins with the first sort that has lines, what must be looked at before what is fine. */
  protected override firstUpdated(): void {
    const first = (['refused', 'doubtful', 'changed', 'new', 'same'] as const).find(
      (outcome) => this.work.counts[outcome] > 0,
    );
    this.outcome = first ?? 'new';
    void this.#lines.reload();
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has('outcome'))
      this.renderRoot
        .querySelector('[aria-pressed=true]')
        ?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }

  protected override render() {
    const { state, problem, items, next } = this.#lines;
    return html`<div class="stack">
      <div class="filters scroll" role="group" aria-label=${t('preview')}>${OUTCOMES.map((outcome) => this.#pill(outcome))}</div>
      <bo-list-state .state=${state} heading=${state === 'empty' ? t('noneOf') : ''} text=${state === 'error' ? problem : ''}
        @bo-retry=${() => this.#lines.retry()}>
        ${state === 'ready' ? table(items) : nothing}
        ${next ? html`<button class="button more" type="button" @click=${() => this.#lines.more()}>${c('more')}</button>` : nothing}
      </bo-list-state>
    </div>`;
  }

  #pill(outcome: ImportOutcome) {
    const choose = () => {
      this.outcome = outcome;
      void this.#lines.reload();
    };
    const count = new Intl.NumberFormat(document.documentElement.lang).format(this.work.counts[outcome]);
    return html`<button class="filter" type="button" aria-pressed=${outcome === this.outcome ? 'true' : 'false'} @click=${choose}>
      ${t(outcome)} <b>${count}</b></button>`;
  }
}

function table(lines: ImportLine[]): TemplateResult {
  return html`<div class="table-wrap"><table>
    <caption class="visually-hidden">${t('preview')}</caption>
    <thead><tr><th scope="col">${t('line')}</th><th scope="col">${t('text')}</th><th scope="col">${t('why')}</th></tr></thead>
    <tbody>${lines.map(
      (line) => html`<tr>
        <td class="line" data-label=${t('line')}>${line.line}</td>
        <td class="entry">${line.text}</td>
        <td class="muted">${whyWords(line)}</td>
      </tr>`,
    )}</tbody>
  </table></div>`;
}

function whyWords({ code, column, outcome }: ImportLine): string {
  if (code === 'unknown-column-value') return t('unknown-column-value', columnAndValue(column ?? ''));
  if (code === 'unreadable') return t('unreadable');
  if (code !== null) return warningWords(code);
  if (outcome === 'changed') return t('whyChanged');
  return outcome === 'same' ? t('whySame') : t('whyNew');
}

/** "effet: peut-être" as its two parts. */
function columnAndValue(said: string): { column: string; value: string } {
  const at = said.indexOf(': ');
  return { column: said.slice(0, at), value: said.slice(at + 2) };
}

customElements.define('bo-library-import-lines', BoLibraryImportLines);
