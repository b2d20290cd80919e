import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { QueueAnswer, QueueItem, QueueKind } from '../../../server/protocol/back-office.ts';
import { translator } from '../locales/index.ts';
import words from '../locales/queue.ts';
import { when } from '../parts/when.ts';
import type { Shown } from '../queue-order.ts';
import { reasonTags } from '../reason-words.ts';

const t = translator(words);
export const KINDS = ['all', 'held', 'reported', 'alert'] as const;
export type KindFilter = 'all' | QueueKind;

export type ListModel = {
  shown: Shown<QueueItem>;
  /** null while they are not known yet. */
  counts: QueueAnswer['counts'] | null;
  kind: KindFilter;
  onKind: (kind: KindFilter) => void;
  onSelect: (id: string) => void;
  onNewcomers: () => void;
};

/** The pills above the list, each with how many wait. */
export function kindFilters({
  counts,
  kind: current,
  onKind,
}: Pick<ListModel, 'counts' | 'kind' | 'onKind'>) {
  return html`<div class="filters" role="group" aria-label=${t('filters')}>
    ${KINDS.map(
      (
        kind,
      ) => html`<button class="filter" type="button" aria-pressed=${kind === current} @click=${() => onKind(kind)}>
        ${t(kind)} ${counts?.[kind] || nothing}
      </button>`,
    )}
  </div>`;
}

/** The messages to read, oldest first; newcomers wait behind a button. */
export function queueList({ shown, counts, kind, onSelect, onNewcomers }: ListModel) {
  const total = counts?.[kind] ?? 0;
  const count = shown.newcomers.length;
  return html`<ul class="cards" aria-label=${t('list')}>
      ${repeat(
        shown.items,
        ({ id }) => id,
        (item) => row(item, item.id === shown.selected, onSelect),
      )}
    </ul>
    ${count > 0 ? html`<button class="newcomers" type="button" @click=${onNewcomers}>${t('newcomers', { count })}</button>` : nothing}
    ${total > shown.items.length + count ? html`<p class="more muted small">${t('more', { shown: shown.items.length + count, total })}</p>` : nothing}`;
}

function row(item: QueueItem, selected: boolean, onSelect: (id: string) => void) {
  const { author, text } = item.message;
  return html`<li>
    <button class="row-card" type="button" id=${`row-${item.id}`} aria-current=${selected ? 'true' : nothing} @click=${() => onSelect(item.id)}>
      <span class="row-head"><strong>${author.name}</strong> <span class="muted">${t(author.role)} · ${when(item.since)}</span></span>
      <span class="row-text">${text}</span>
      <span class="row-tags">${tags(item)}</span>
    </button>
  </li>`;
}

/** Why a message is here: what the filter saw, reports, alerts. */
export function tags(item: QueueItem) {
  const reports = item.reports.length;
  const alerts = item.alerts.length;
  return html`${reasonTags(item.message.reasons).map(({ text, tone }) => html`<span class="pill ${tone}">${text}</span>`)}
  ${reports > 0 ? html`<span class="pill warn">${t('reports', { count: reports })}</span>` : nothing}
  ${alerts > 0 ? html`<span class="pill danger">${t('alerts', { count: alerts })}</span>` : nothing}`;
}
