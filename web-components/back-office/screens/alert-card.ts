import { html, nothing } from 'lit';
import type { AlertView } from '../../../server/protocol/moderators.ts';
import words from '../locales/alerts.ts';
import { translator } from '../locales/index.ts';
import { when } from '../parts/when.ts';

const t = translator(words);

export type AlertCard = {
  alert: AlertView;
  /** null = this viewer reads only. */
  acts: { take: () => void; write: () => void; close: () => void } | null;
  /** Where what it is about can be seen; null = nowhere for this viewer. */
  url: string | null;
  answering: unknown;
};

/** An alert: what it is about, who asks and why, who sees to it, what was answered. */
export function alertCard({ alert, acts, url, answering }: AlertCard) {
  const { degree, about, note, raised, answer, closed } = alert;
  return html`<article class="surface padded ${degree}" aria-labelledby=${`alert-${alert.id}`}>
    <div class="row">
      <span class="pill ${degree === 'now' && !closed ? 'danger' : ''}">${t(degree)}</span>
      <span class="muted small">${raised.by}, ${when(raised.at)}</span>
    </div>
    <p class="note" id=${`alert-${alert.id}`}>${note}</p>
    <p class="about">
      <span class="eyebrow">${t(about.kind)}</span>
      <span class="label-text">${about.label ? quoted(about) : t('erased')}</span>
      ${url ? html`<a class="small" href=${url}>${t('see')}</a>` : nothing}
    </p>
    ${answer ? html`<blockquote><strong>${answer.by}</strong> <span class="muted small">${when(answer.at)}</span><p>${answer.text}</p></blockquote>` : nothing}
    <div class="row foot">
      <span class="muted small status">${statusOf(alert)}</span>
      ${acts && !closed && !answering ? buttons(alert, acts) : nothing}
    </div>
    ${answering ?? nothing}
  </article>`;
}

const quoted = ({ kind, label }: AlertView['about']) =>
  kind === 'person' ? label : t('quoted', { text: label });

function statusOf({ taken, answer, closed }: AlertView): string {
  if (closed) return t('closedBy', { name: closed.by });
  if (!taken) return t(answer ? 'leftOpen' : 'waits');
  return taken.mine ? t('takenByMe') : t('taken', { name: taken.by });
}

function buttons(
  { taken, answer, raised }: AlertView,
  { take, write, close }: NonNullable<AlertCard['acts']>,
) {
  return html`<span class="row end">
    ${answer ? nothing : html`<button class="button small ${taken ? 'primary' : ''}" type="button" @click=${write}>${t('answer')}</button>`}
    ${taken ? nothing : html`<button class="button small primary" type="button" @click=${take}>${t('take')}</button>`}
    <button class="button small quiet" type="button" aria-label=${t('closeOf', { name: raised.by })} @click=${close}>${t('close')}</button>
  </span>`;
}
