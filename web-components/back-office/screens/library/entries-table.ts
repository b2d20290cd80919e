import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Effect, LibraryEntry } from '../../../../server/protocol/library.ts';
import { locale, translator } from '../../locales/index.ts';
import common from '../../locales/library.ts';
import words from '../../locales/library-entries.ts';
import { categoryWords } from '../../reason-words.ts';
import { dateOf, relativeTime } from '../../time.ts';
import { badgesOf, effectWords, languageWords, overturnedShare, shortEffect } from './entry-words.ts';

const t = translator(words);
const c = translator(common);
export type TableModel = {
  entries: LibraryEntry[];
  chosen: ReadonlySet<string>;
  effectOf: (entry: LibraryEntry) => Effect;
  onEdit: (entry: LibraryEntry) => void;
  onChoose: (entry: LibraryEntry, chosen: boolean) => void;
  onChooseAll: (chosen: boolean) => void;
};

/** The entries: what each is, what it does, how often it was met and by whom it came. */
export function entriesTable(model: TableModel): TemplateResult {
  const all = model.entries.every(({ id }) => model.chosen.has(id));
  const some = !all && model.entries.some(({ id }) => model.chosen.has(id));
  return html`<div class="table-wrap"><table>
    <caption class="visually-hidden">${t('list')}</caption>
    <thead><tr>
      <td class="pick"><input type="checkbox" aria-label=${t('selectAll')} .checked=${all} .indeterminate=${some}
        @change=${(event: Event) => model.onChooseAll(isChecked(event))} /></td>
      <th scope="col">${t('entry')}</th><th scope="col">${t('category')}</th><th scope="col">${t('effect')}</th>
      <th scope="col">${t('hits')}</th><th scope="col" title=${t('overturnedHint')}>${t('overturned')}</th>
      <th scope="col">${t('added')}</th>
    </tr></thead>
    <tbody>${repeat(
      model.entries,
      ({ id }) => id,
      (entry) => row(entry, model),
    )}</tbody>
  </table></div>`;
}

function row(entry: LibraryEntry, model: TableModel) {
  const chosen = model.chosen.has(entry.id);
  return html`<tr class=${chosen ? 'chosen' : nothing}>
    <td class="pick"><input type="checkbox" aria-label=${t('select', { text: entry.text })} .checked=${chosen}
      @change=${(event: Event) => model.onChoose(entry, isChecked(event))} /></td>
    <th scope="row" class="entry-text">
      <button class="entry-name" type="button" aria-label=${t('edit', { text: entry.text })} @click=${() => model.onEdit(entry)}>${entry.text}</button>
      ${badgesOf(entry).map((badge) => html` <span class="pill">${badge}</span>`)}
      ${entry.note ? html`<span class="entry-note muted small">${entry.note}</span>` : nothing}
    </th>
    <td data-label=${t('category')}>${categoryWords(entry.category)}</td>
    <td data-label=${t('effect')} class="small">${effect(entry, model)}</td>
    <td data-label=${t('hits')} class="small nowrap">${hits(entry)}</td>
    <td data-label=${t('overturned')} class="small">${overturned(entry)}</td>
    <td data-label=${t('added')} class="from muted small">${origin(entry)}</td>
  </tr>`;
}

function effect(entry: LibraryEntry, { effectOf }: TableModel) {
  if (entry.listing === 'allowed') return html`<span class="pill accent">${c('effectAllowed')}</span>`;
  if (entry.effect !== null) return named(entry.effect);
  return html`${named(effectOf(entry))}<span class="entry-note muted">${t('asCategory')}</span>`;
}

const named = (effect: Effect) => html`<span title=${effectWords(effect)}>${shortEffect(effect)}</span>`;

function hits({ hits: count, lastHitAt }: LibraryEntry) {
  if (count === 0) return html`<span class="muted">${t('never')}</span>`;
  const last = lastHitAt === null ? null : relativeTime(lastHitAt, Date.now(), locale());
  return html`<span>${t('hitsCount', { count })}</span>${last ? html`<span class="entry-note muted">${t('lastHit', { when: last })}</span>` : nothing}`;
}

/** An entry that people overrule more often than not is worth a second look. */
function overturned(entry: LibraryEntry) {
  const share = overturnedShare(entry);
  if (share === null) return nothing;
  return entry.overturned * 2 >= entry.hits ? html`<span class="pill warn">${share}</span>` : share;
}

/** Where it comes from and when; who changed it since. */
function origin({ vocabulary, addedBy, addedAt, changedBy, changedAt }: LibraryEntry) {
  const from = vocabulary ? t('fromVocabulary', { name: languageWords(vocabulary) }) : addedBy;
  const added = html`<span class=${from ? 'entry-note' : ''}>${dateOf(addedAt, locale())}</span>`;
  if (changedAt === null) return html`${from ? html`<span>${from}</span>` : nothing}${added}`;
  const date = dateOf(changedAt, locale());
  const by = changedBy ? t('changedBy', { name: changedBy }) : '';
  return html`${from ? html`<span>${from}</span>` : nothing}${added}<span class="entry-note" title=${by}>${t('changed', { date })}</span>`;
}

const isChecked = (event: Event) => (event.target as HTMLInputElement).checked;
