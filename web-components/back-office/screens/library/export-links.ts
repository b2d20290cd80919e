import { html, type TemplateResult } from 'lit';
import { icon } from '../../icons/index.ts';
import { translator } from '../../locales/index.ts';
import words from '../../locales/library-entries.ts';

const t = translator(words);
const FORMATS = ['csv', 'json'] as const;

/** The whole library as a file, in either format. */
export function exportLinks(site: string): TemplateResult {
  const at = `/api/back-office/${encodeURIComponent(site)}/library/export?format=`;
  return html`<span class="row">${FORMATS.map(
    (format) => html`<a class="button small" href=${`${at}${format}`} download>
      ${icon('download')}<span><span class="export-word">${t('exportAs')} </span>${format.toUpperCase()}</span></a>`,
  )}</span>`;
}
