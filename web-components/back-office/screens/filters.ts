import { html, type TemplateResult } from 'lit';
import { icon } from '../icons/index.ts';
import { fieldValue } from './field-value.ts';

/** Filter pills: one is pressed. */
export function filterPills<Value extends string>(
  label: string,
  options: readonly { value: Value; label: string }[],
  chosen: Value,
  choose: (value: Value) => void,
): TemplateResult {
  return html`<div class="filters" role="group" aria-label=${label}>
    ${options.map(
      (option) => html`<button class="filter" type="button"
        aria-pressed=${option.value === chosen ? 'true' : 'false'}
        @click=${() => choose(option.value)}>${option.label}</button>`,
    )}
  </div>`;
}

/** A search box that reports each keystroke. Styles: `searchStyles`. */
export function searchBox(label: string, value: string, typed: (text: string) => void): TemplateResult {
  const report = (event: Event) => typed(fieldValue(event));
  return html`<div class="search" role="search">
    ${icon('search')}
    <input class="input" type="search" autocomplete="off" aria-label=${label} placeholder=${label}
      .value=${value} @input=${report} />
  </div>`;
}
