import { html, nothing, type TemplateResult } from 'lit';
import type { SuggestionsAnswer } from '../../../../server/protocol/back-office.ts';
import { type Api, ApiError } from '../../api.ts';
import { locale, translator } from '../../locales/index.ts';
import words from '../../locales/library-entry.ts';
import type { EntryForm } from './entry-form.ts';
import { readLines } from './pasted-lines.ts';

const t = translator(words);

/** The word other forms are looked for: a term alone in the box, with nothing left open. */
export function suggestible({ kind, text }: EntryForm): string | null {
  const { lines } = readLines(text);
  const [only, more] = lines;
  if (kind === 'link' || !only || more || only.text.includes('*')) return null;
  return only.text;
}

/** Its feminine, plural and verb forms; none where the server knows of none. */
export async function suggestForms(api: Api, text: string, language: string | null): Promise<string[]> {
  try {
    const answer = await api.get<SuggestionsAnswer>('library/suggestions', {
      text,
      language: language === 'en' || language === 'fr' ? language : locale(),
    });
    return answer.forms;
  } catch (error) {
    // A word without suggestions is still worth adding.
    if (error instanceof ApiError && error.status !== 401) return [];
    throw error;
  }
}

/** The forms as chips to tick. */
export function suggestionChips(
  forms: readonly string[],
  ticked: readonly string[],
  tick: (forms: string[]) => void,
): TemplateResult | typeof nothing {
  if (forms.length === 0) return nothing;
  const toggle = (form: string) =>
    tick(ticked.includes(form) ? ticked.filter((other) => other !== form) : [...ticked, form]);
  return html`<div class="chips" role="group" aria-label=${t('suggestions')}>
    <span class="hint" aria-hidden="true">${t('suggestions')}</span>
    ${forms.map(
      (form) =>
        html`<button class="chip" type="button" aria-pressed=${ticked.includes(form) ? 'true' : 'false'} @click=${() => toggle(form)}>${form}</button>`,
    )}
  </div>`;
}
