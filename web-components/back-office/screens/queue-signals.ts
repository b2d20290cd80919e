import { html, nothing } from 'lit';
import type { QueueItem, ReportsSummary } from '../../../server/protocol/back-office.ts';
import { locale, translator } from '../locales/index.ts';
import words from '../locales/queue-signals.ts';
import { when } from '../parts/when.ts';
import { categoryWords } from '../reason-words.ts';

const t = translator(words);

/** What people said when they reported it, and moderators when they alerted. */
export function signals({ reports, alerts, reported }: QueueItem) {
  if (reports.length + alerts.length === 0) return nothing;
  const line = (by: string, text: string, at: number) =>
    html`<li><strong>${t('noteOf', { name: by || t('someone') })}</strong> ${text} <span class="muted small">${when(at)}</span></li>`;
  return html`<ul class="notes">
      ${alerts.map(({ by, note, at }) => line(by, note, at))} ${reports.map(({ by, reason, at }) => line(by, categoryWords(reason), at))}
    </ul>
    ${reported ? weight(reported) : nothing}`;
}

/** How much the reports weigh, and when they look like one person's work. */
function weight(reported: ReportsSummary) {
  const decimal = new Intl.NumberFormat(locale(), { maximumFractionDigits: 1 });
  const [weight, threshold] = [reported.weight / 100, reported.threshold].map((n) => decimal.format(n));
  return html`<p class="small ${reported.flood ? 'flood' : 'muted'}">
    ${reported.flood ? html`<strong>${floodWords(reported)}</strong> ` : nothing}${t('weight', { weight: weight!, threshold: threshold! })}
  </p>`;
}

function floodWords({ flood, people, networks }: ReportsSummary): string {
  if (flood === 'newcomers') return t('newcomers', { count: people });
  return networks === 1 ? t('oneNetwork', { count: people }) : t('fewNetworks', { count: people, networks });
}
