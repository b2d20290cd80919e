import { html, nothing, type TemplateResult } from 'lit';
import type { Effect, LibraryCategory } from '../../../../server/protocol/library.ts';
import { locale, translator } from '../../locales/index.ts';
import common from '../../locales/library.ts';
import words from '../../locales/library-entry.ts';
import { choices } from '../choices.ts';
import { fieldValue } from '../field-value.ts';
import './category-field.ts';
import { categoryNamed } from './category-named.ts';
import { EFFECTS } from './entry-filter.ts';
import type { EntryForm } from './entry-form.ts';
import { languageWords, shortEffect } from './entry-words.ts';
import { STRICTNESSES, strictnessHint, strictnessName } from './strictness.ts';

const t = translator(words);
const c = translator(common);
const EFFECT_CHOICE = { hold: 'holdChoice', reject: 'rejectChoice', flag: 'flagChoice' } as const;
const LANGUAGES = ['fr', 'en', 'es', 'de', 'it', 'pt', 'nl'] as const;

export type FieldsModel = {
  form: EntryForm;
  categories: LibraryCategory[];
  /** What a category that is not there yet will do. */
  newEffect: Effect;
  missingCategory: boolean;
  edit: (change: Partial<EntryForm>) => void;
  editNew: (effect: Effect) => void;
};

/** The category, one of those there are or a new one. */
export function categoryField({ form, categories, missingCategory, edit }: FieldsModel): TemplateResult {
  return html`<bo-category-field .categories=${categories} .value=${form.category} .missing=${missingCategory}
    @bo-category=${({ detail }: CustomEvent<string>) => edit({ category: detail })}></bo-category-field>`;
}

/** What happens to a message of these entries; of a new category, what happens to all of its messages. */
export function effectOrNew(model: FieldsModel): TemplateResult | typeof nothing {
  return isNewCategory(model.form, model.categories) ? newCategoryField(model) : effectField(model);
}

function newCategoryField({ newEffect, editNew }: FieldsModel) {
  return html`<div class="field">
    <label for="new-effect">${t('newCategory')}</label>
    <select class="input" id="new-effect" @change=${(event: Event) => editNew(effectOf(fieldValue(event)) ?? 'hold')}>
      ${EFFECTS.map((effect) => html`<option value=${effect} .selected=${effect === newEffect}>${c(EFFECT_CHOICE[effect])}</option>`)}
    </select>
  </div>`;
}

/** A category is made by the first entry in it. */
export function isNewCategory(
  { category, listing }: EntryForm,
  categories: readonly LibraryCategory[],
): boolean {
  const name = categoryNamed(category, categories);
  return listing === 'forbidden' && name !== '' && !categories.some((known) => known.name === name);
}

/** What happens to a message; an exception only lets through. */
function effectField({ form, categories, edit }: FieldsModel): TemplateResult | typeof nothing {
  if (form.listing === 'allowed') return nothing;
  const known = categories.find(({ name }) => name === form.category.trim());
  const inherited = known ? t('asCategory', { effect: shortEffect(known.effect) }) : t('asNewCategory');
  return html`<div class="field">
    <label for="effect">${t('effect')}</label>
    <select class="input" id="effect" @change=${(event: Event) => edit({ effect: effectOf(fieldValue(event)) })}>
      <option value="" .selected=${form.effect === null}>${inherited}</option>
      ${EFFECTS.map((effect) => html`<option value=${effect} .selected=${effect === form.effect}>${c(EFFECT_CHOICE[effect])}</option>`)}
    </select>
  </div>`;
}

const effectOf = (value: string): Effect | null => EFFECTS.find((effect) => effect === value) ?? null;

/** What most entries leave as it is. */
export function fineFields({ form, edit }: FieldsModel): TemplateResult {
  if (form.kind === 'link')
    return html`<div class="fine">${check(t('subdomains'), t('subdomainsHint'), form.subdomains, (subdomains) => edit({ subdomains }))}</div>`;
  const options = STRICTNESSES.map((value) => ({
    value,
    label: strictnessName(value),
    hint: strictnessHint(value),
  }));
  return html`<div class="fine">
    <div class="stack"><p class="label" aria-hidden="true">${t('strictness')}</p>
    ${choices(t('strictness'), 'strictness', options, form.strictness, (strictness) => edit({ strictness }))}</div>
    <div class="pair">
      ${check(t('exactCase'), t('exactCaseHint'), form.exactCase, (exactCase) => edit({ exactCase }))}
      ${check(t('exactAccents'), t('exactAccentsHint'), form.exactAccents, (exactAccents) => edit({ exactAccents }))}
    </div>
    <div class="field">
      <label for="language">${t('language')}</label>
      <select class="input" id="language" @change=${(event: Event) => edit({ language: fieldValue(event) || null })}>
        <option value="" .selected=${form.language === null}>${t('anyLanguage')}</option>
        ${languagesWith(form.language).map((tag) => html`<option value=${tag} .selected=${tag === form.language}>${languageWords(tag)}</option>`)}
      </select>
    </div>
  </div>`;
}

/** A language of an imported entry is offered too. */
function languagesWith(chosen: string | null): string[] {
  const all = chosen === null ? LANGUAGES : new Set([...LANGUAGES, chosen]);
  return [...all].sort((a, b) => languageWords(a).localeCompare(languageWords(b), locale()));
}

function check(label: string, hint: string, checked: boolean, choose: (checked: boolean) => void) {
  return html`<label class="check"><input type="checkbox" .checked=${checked}
    @change=${(event: Event) => choose((event.target as HTMLInputElement).checked)} />
    <span>${label} <span class="hint">${hint}</span></span></label>`;
}

/** For the team; never shown to an author. */
export function noteField({ form, edit }: FieldsModel): TemplateResult {
  return html`<div class="field">
    <label for="note">${t('note')}</label>
    <input class="input" id="note" maxlength="2000" autocomplete="off" .value=${form.note}
      @input=${(event: Event) => edit({ note: fieldValue(event) })} />
  </div>`;
}
