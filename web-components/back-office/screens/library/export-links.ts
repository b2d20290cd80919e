import { html, type TemplateResult } from 'lit';
import { icon } from '../../icons/index.ts';
import { translator } from '../../locales/index.ts';
import words from '../../locales/library-entries.ts';

const t = translator(words);

/** The whole library as a file, in either format. */
export function exportLinks(site: string): TemplateResult {
  const at = `/api/back-office/${encodeURIComponent(site)}/library/export?format=`;
  return html`<span class="row">
    <a class="button small" href=${`${at}csv`} download>${icon('download')}${t('exportCsv')}</a>
    <a class="button small" href=${`${at}json`} download>${icon('download')}${t('exportJson')}</a>
  </span>`;
}
