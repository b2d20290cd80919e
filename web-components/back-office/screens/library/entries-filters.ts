import { html, type TemplateResult } from 'lit';
import type { LibraryCategory } from '../../../../server/protocol/library.ts';
import { translator } from '../../locales/index.ts';
import common from '../../locales/library.ts';
import words from '../../locales/library-entries.ts';
import { categoryWords } from '../../reason-words.ts';
import { fieldValue } from '../field-value.ts';
import { filterPills, searchBox } from '../filters.ts';
import { EFFECTS, type EntryFilter, SORTS } from './entry-filter.ts';
import { effectWords, languageWords } from './entry-words.ts';
import { SHELF_NAMES } from './shelves.ts';

const t = translator(words);
const c = translator(common);
const SORT = {
  recent: 'sortRecent',
  text: 'sortText',
  hits: 'sortHits',
  overturned: 'sortOverturned',
} as const;

export type FilterModel = {
  filter: EntryFilter;
  typed: string;
  categories: readonly LibraryCategory[];
  lists: readonly string[];
  total: number | null;
  onType: (text: string) => void;
  onChange: (changes: Record<string, string | null>) => void;
};

/** The search, the sorts of entries, and what narrows them further. */
export function filterBar(model: FilterModel): TemplateResult {
  const { filter, onChange } = model;
  const shelves = [
    { value: 'all', label: t('all') },
    ...SHELF_NAMES.map((value) => ({ value, label: c(value) })),
  ];
  return html`<div class="toolbar">
      ${searchBox(t('search'), model.typed, model.onType)}
      ${filterPills(t('which'), shelves, filter.shelf ?? 'all', (shelf) => onChange({ shelf: shelf === 'all' ? null : shelf }))}
    </div>
    <div class="narrow">
      ${category(model)} ${effect(model)} ${from(model)} ${sort(model)}
      <span class="muted small total" role="status">${model.total ? t('total', { count: model.total }) : ''}</span>
    </div>`;
}

function category({ filter, categories, onChange }: FilterModel) {
  const known = categories.map(({ name }) => [name, categoryWords(name)] as const);
  return select(t('category'), [['', t('anyCategory')], ...known], filter.category ?? '', (value) =>
    onChange({ category: value }),
  );
}

function effect({ filter, onChange }: FilterModel) {
  const options = EFFECTS.map((value) => [value, sentence(effectWords(value))] as const);
  return select(t('effectFilter'), [['', t('anyEffect')], ...options], filter.effect ?? '', (value) =>
    onChange({ effect: value }),
  );
}

function from({ filter, lists, onChange }: FilterModel) {
  const named = lists.map((name) => [name, t('fromList', { name: languageWords(name) })] as const);
  const options = [['', t('anyFrom')], ['own', t('own')], ...named] as const;
  return select(t('fromFilter'), options, filter.from ?? '', (value) => onChange({ from: value }));
}

function sort({ filter, onChange }: FilterModel) {
  const options = SORTS.map((value) => [value, t(SORT[value])] as const);
  return select(t('sort'), options, filter.sort, (value) =>
    onChange({ sort: value === 'recent' ? null : value }),
  );
}

function select(
  label: string,
  options: readonly (readonly [value: string, label: string])[],
  chosen: string,
  choose: (value: string) => void,
) {
  return html`<select class="input" aria-label=${label} @change=${(event: Event) => choose(fieldValue(event))}>
    ${options.map(([value, words]) => html`<option value=${value} ?selected=${value === chosen} .selected=${value === chosen}>${words}</option>`)}
  </select>`;
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
