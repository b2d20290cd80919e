import { html, nothing, type TemplateResult } from 'lit';
import { translator } from '../../locales/index.ts';
import words from '../../locales/library-entry.ts';

const t = translator(words);

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
