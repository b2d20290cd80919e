import { html, nothing, type TemplateResult } from 'lit';
import type { WarningCode } from '../../../../server/protocol/library.ts';
import { locale, translator } from '../../locales/index.ts';
import words from '../../locales/library-entry.ts';

import type { NamedWarning, SortedWarnings } from './sorted-warnings.ts';

const t = translator(words);
const SHOWN = 50;
export const warningWords = (code: WarningCode) => t(code);

/** What was saved, then the lines to look at, the gravest first, each with why. */
export function warningList({ refused, doubtful, harmless }: SortedWarnings, saved = ''): TemplateResult {
  const lines = [...refused, ...doubtful, ...harmless];
  return html`${saved ? html`<p class="said" role="status">${saved}</p>` : nothing}
    ${lines.length > 0 ? listOf(lines) : nothing}`;
}

function listOf(all: NamedWarning[]) {
  const rest = all.length - SHOWN;
  return html`<div class="warnings" role="alert">
    <p class="label">${t('warningsCount', { count: all.length })}</p>
    <ul>${all.slice(0, SHOWN).map(line)}</ul>
    ${rest > 0 ? html`<p class="muted">${t('warningsMore', { count: rest })}</p>` : nothing}
  </div>`;
}

const line = (warning: NamedWarning) =>
  html`<li><strong>${shortened(warning.text)}</strong> <span class=${warning.weight}>${whyWords(warning)}</span></li>`;

function whyWords({ code, share }: NamedWarning): string {
  if (share === undefined) return t(code);
  const percent = new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 1 });
  return t('shareOf', { share: percent.format(share) });
}

const shortened = (text: string) => (text.length > 80 ? `${text.slice(0, 80)}…` : text);
