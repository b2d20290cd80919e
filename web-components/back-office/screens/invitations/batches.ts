import '@awesome.me/webawesome/dist/components/progress-bar/progress-bar.js';
import { css, html, nothing, type TemplateResult } from 'lit';
import type { InvitationBatch } from '../../../../server/protocol/invitations.ts';
import { icon } from '../../icons/index.ts';
import { locale, translator } from '../../locales/index.ts';
import words from '../../locales/invitations.ts';
import { relativeTime } from '../../time.ts';
import { mailingTime } from './mailing-time.ts';

const t = translator(words);

export const batchesStyles = css`
  .batches { align-content: start; }
  .batches ul { display: grid; gap: 14px; }
  .batches li + li { padding-block-start: 14px; border-block-start: 1px solid var(--bo-line); }
  .batches li { display: grid; gap: 6px; }
  .batches .names { display: flex; flex-wrap: wrap; gap: 2px 8px; align-items: baseline; }
  .batches wa-progress-bar { --track-height: 6px; --indicator-color: var(--bo-accent); --track-color: var(--bo-line); }
  .batches .row { gap: 4px 4px; margin-inline-start: -8px; }
`;

export type BatchActs = {
  site: string;
  mail: boolean;
  perMinute: number;
  see: (batch: InvitationBatch) => void;
  stop: (batch: InvitationBatch) => void;
  send: (batch: InvitationBatch) => void;
};

/** The latest batches: how far their mails are, and what can be done about it. */
export function batchList(batches: InvitationBatch[], acts: BatchActs): TemplateResult | typeof nothing {
  if (batches.length === 0) return nothing;
  return html`<section class="surface padded stack batches">
    <h2>${t('batches')}</h2>
    <ul>${batches.map((batch) => batchItem(batch, acts))}</ul>
  </section>`;
}

/** Nobody of it waits to be made or mailed. */
export const isSettled = ({ made, total, stoppedAt, funnel }: InvitationBatch): boolean =>
  stoppedAt !== null || (made >= total && funnel.queued === 0);

function batchItem(batch: InvitationBatch, acts: BatchActs): TemplateResult {
  const when = relativeTime(batch.createdAt, Date.now(), locale());
  return html`<li>
    <div class="names"><strong>${t('batchTitle', { count: batch.total, role: t(batch.role) })}</strong>
      <span class="muted small">${t('batchBy', { by: batch.by, when })}</span></div>
    ${isSettled(batch) ? html`<p class="muted small">${outcomeOf(batch, acts.mail)}</p>` : progress(batch, acts.perMinute)}
    <div class="row">
      <button class="button small quiet" type="button" @click=${() => acts.see(batch)}>${t('seeBatch')}</button>
      ${batch.funnel.unsent > 0 ? unsentActs(batch, acts) : nothing}
      ${isSettled(batch) ? nothing : html`<button class="button small quiet danger" type="button" @click=${() => acts.stop(batch)}>${t('stop')}</button>`}
    </div>
  </li>`;
}

function unsentActs(batch: InvitationBatch, { site, mail, send }: BatchActs): TemplateResult {
  const links = `/api/back-office/${encodeURIComponent(site)}/invitation-batches/${batch.id}/links.csv`;
  return html`${
    mail
      ? html`<button class="button small quiet" type="button" @click=${() => send(batch)}>${t('sendUnsent')}</button>`
      : nothing
  }<a class="button small quiet" href=${links} download>${icon('download')}${t('downloadLinks')}</a>`;
}

function progress(batch: InvitationBatch, perMinute: number): TemplateResult {
  const { made, total, funnel } = batch;
  const isMaking = made < total;
  const done = isMaking ? made : total - funnel.queued;
  const left = mailingTime(funnel.queued, perMinute);
  const said = isMaking ? t('making', { done, total }) : t('sending', { done, total, left });
  return html`<p class="small">${said}</p>
    <wa-progress-bar label=${said} .value=${Math.round((100 * done) / total)}></wa-progress-bar>`;
}

function outcomeOf(batch: InvitationBatch, mail: boolean): string {
  const { sent, failed, unsent } = batch.funnel;
  const counted = [
    sent > 0 || mail ? t('sentAll', { count: sent }) : '',
    failed > 0 ? t('failedCount', { count: failed }) : '',
    unsent > failed ? t('unsentCount', { count: unsent - failed }) : '',
    batch.leftOut > 0 ? t('leftOutCount', { count: batch.leftOut }) : '',
    batch.stoppedAt === null ? '' : t('stopped'),
  ];
  return counted.filter(Boolean).join(' · ');
}
