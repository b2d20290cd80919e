import { css, html, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Effect, LibraryEntry } from '../../../server/protocol/back-office.ts';
import { locale, translator } from '../locales/index.ts';
import words from '../locales/library.ts';
import { categoryWords } from '../reason-words.ts';
import { dateOf } from '../time.ts';

const t = translator(words);
const EFFECT = { hold: 'effectHold', reject: 'effectReject', flag: 'effectFlag' } as const satisfies Record<
  Effect,
  string
>;

export const libraryTableStyles = css`
  .entry-text { overflow-wrap: anywhere; }
  .entry-note { display: block; font-weight: 400; }
`;

/** The entries, each with what it does in words. */
export function libraryTable(entries: LibraryEntry[], remove: (entry: LibraryEntry) => void): TemplateResult {
  return html`<div class="table-wrap"><table>
    <caption class="visually-hidden">${t('list')}</caption>
    <thead><tr>
      <th scope="col">${t('entry')}</th><th scope="col">${t('category')}</th><th scope="col">${t('effect')}</th>
      <th scope="col">${t('added')}</th><td></td>
    </tr></thead>
    <tbody>${repeat(
      entries,
      (entry) => entry.id,
      (entry) => row(entry, remove),
    )}</tbody>
  </table></div>`;
}

function row(entry: LibraryEntry, remove: (entry: LibraryEntry) => void) {
  return html`<tr>
    <th scope="row" class="entry-text">
      ${entry.text}
      ${entry.note ? html`<span class="entry-note muted small">${entry.note}</span>` : ''}
    </th>
    <td data-label=${t('category')}>${categoryWords(entry.category)}</td>
    <td>${entry.listing === 'allowed' ? html`<span class="pill accent">${t('effectAllowed')}</span>` : t(EFFECT[entry.effect])}</td>
    <td class="muted small">${origin(entry)}</td>
    <td class="actions"><button class="button small quiet danger" type="button"
      aria-label=${t('removeOf', { text: entry.text })} @click=${() => remove(entry)}>${t('remove')}</button></td>
  </tr>`;
}

function origin({ vocabulary, addedBy, addedAt }: LibraryEntry): string {
  if (vocabulary) return t('fromVocabulary');
  const date = dateOf(addedAt, locale());
  return addedBy ? t('byOn', { name: addedBy, date }) : date;
}
