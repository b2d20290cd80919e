import { html, nothing, type TemplateResult } from 'lit';
import { translator } from '../../locales/index.ts';
import common from '../../locales/library.ts';
import words from '../../locales/library-entry.ts';
import { fieldValue } from '../field-value.ts';
import { type EntryForm, type Missing, MOST_LINES } from './entry-form.ts';
import { suggestionChips } from './entry-suggestions.ts';
import { looksLikeLink, readLines } from './pasted-lines.ts';
import { SHELF_NAMES, shelfContent } from './shelves.ts';

const t = translator(words);
const c = translator(common);
type Edit = (change: Partial<EntryForm>) => void;

/** Which of the four sorts the lines are. */
export function shelfField({ kind, listing }: EntryForm, edit: Edit): TemplateResult {
  return html`<fieldset class="shelves">
    <legend class="visually-hidden">${t('what')}</legend>
    ${SHELF_NAMES.map((shelf) => {
      const content = shelfContent(shelf);
      const chosen = content.kind === kind && content.listing === listing;
      return html`<label class="shelf"><input type="radio" name="shelf" value=${shelf} .checked=${chosen}
        @change=${() => edit(content)} />${c(shelf)}</label>`;
    })}
  </fieldset>`;
}

export type LinesModel = {
  form: EntryForm;
  suggested: readonly string[];
  missing: Missing | null;
  edit: Edit;
};

/** The box for one entry or a pasted list, and the other forms of a word. */
export function linesField({ form, suggested, missing, edit }: LinesModel): TemplateResult {
  const links = form.kind === 'link';
  const problem = problemOf(missing);
  return html`<div class="field">
    <label for="lines">${t(links ? 'linesLinks' : 'lines')}</label>
    <textarea class="input" id="lines" rows="3" autofocus spellcheck="false" autocapitalize="off"
      aria-describedby="lines-help" aria-invalid=${problem ? 'true' : 'false'} .value=${form.text}
      @input=${(event: Event) => edit({ text: fieldValue(event) })}></textarea>
    <span id="lines-help" class=${problem ? 'field-error' : 'hint'}>${problem || t(links ? 'linesHintLinks' : 'linesHint')}</span>
    ${links ? nothing : linkAdvice(form, edit)}
    ${suggestionChips(suggested, form.forms, (forms) => edit({ forms }))}
  </div>`;
}

/** Why the lines cannot be saved, '' when nothing is wrong with them. */
function problemOf(missing: Missing | null): string {
  if (missing === 'lines') return t('linesMissing');
  return missing === 'tooMany' ? t('tooMany', { most: MOST_LINES }) : '';
}

/** The sort is that of all the lines: it is changed from here only when they are all links. */
function linkAdvice({ text, listing }: EntryForm, edit: Edit) {
  const { lines } = readLines(text);
  const links = lines.filter((line) => looksLikeLink(line.text));
  const [first] = links;
  if (!first) return nothing;
  return html`<p class="advice">${t('looksLikeLink', { count: links.length, text: first.text })}
    ${links.length === lines.length ? html`<button class="link-button" type="button" @click=${() => edit({ kind: 'link', listing })}>${t('asLinks', { count: links.length })}</button>` : nothing}</p>`;
}
