import { html, nothing, type TemplateResult } from 'lit';
import type { EntryChange, LibraryCategory, LibraryEntry } from '../../../../server/protocol/library.ts';
import { translator } from '../../locales/index.ts';
import common from '../../locales/library.ts';
import words from '../../locales/library-entries.ts';
import { categoryWords } from '../../reason-words.ts';
import { fieldValue } from '../field-value.ts';
import { EFFECTS } from './entry-filter.ts';
import { STRICTNESSES, strictnessName } from './strictness.ts';

const t = translator(words);
const c = translator(common);
const EFFECT_CHOICE = { hold: 'holdChoice', reject: 'rejectChoice', flag: 'flagChoice' } as const;

export type BulkModel = {
  chosen: readonly LibraryEntry[];
  categories: readonly LibraryCategory[];
  onChange: (change: EntryChange) => void;
  onRemove: () => void;
  onClear: () => void;
};

/** What can be done to the chosen entries at once. Every choice acts, and can be undone. */
export function bulkBar(model: BulkModel): TemplateResult | typeof nothing {
  const { chosen, categories, onChange } = model;
  if (chosen.length === 0) return nothing;
  const terms = chosen.every(({ kind }) => kind === 'term');
  const forbidden = chosen.every(({ listing }) => listing === 'forbidden');
  const effect = (value: string) => onChange({ effect: EFFECTS.find((known) => known === value) ?? null });
  const strictness = (value: string) =>
    onChange({ strictness: STRICTNESSES.find((known) => known === value) ?? 'normal' });
  return html`<div class="bulk" role="group" aria-label=${t('bulk')}>
    <strong role="status">${t('chosen', { count: chosen.length })}</strong>
    <button class="button small quiet" type="button" @click=${model.onClear}>${t('unselect')}</button>
    ${act(
      t('toCategory'),
      categories.map(({ name }) => [name, categoryWords(name)]),
      (category) => onChange({ category }),
    )}
    ${forbidden ? act(t('toEffect'), [['category', t('effectAsCategory')], ...EFFECTS.map((value) => [value, c(EFFECT_CHOICE[value])] as const)], effect) : nothing}
    ${
      terms
        ? act(
            t('toStrictness'),
            STRICTNESSES.map((value) => [value, strictnessName(value)]),
            strictness,
          )
        : nothing
    }
    <button class="button small danger end" type="button" @click=${model.onRemove}>${t('remove')}</button>
  </div>`;
}

/** A select that does something and goes back to its name. */
function act(
  label: string,
  options: readonly (readonly [value: string, label: string])[],
  choose: (value: string) => void,
) {
  const chose = (event: Event) => {
    const value = fieldValue(event);
    (event.target as HTMLSelectElement).selectedIndex = 0;
    choose(value);
  };
  return html`<select class="input" aria-label=${label} @change=${chose}>
    <option value="" disabled selected hidden>${label}</option>
    ${options.map(([value, words]) => html`<option value=${value}>${words}</option>`)}
  </select>`;
}
