import { css, html, nothing, type TemplateResult } from 'lit';

export const choiceStyles = css`
  .choices { display: grid; grid-template-columns: repeat(auto-fit, minmax(220px, 1fr)); gap: 10px; margin: 0; padding: 0; border: 0; min-inline-size: 0; align-self: start; }
  .choice { display: grid; grid-template-columns: auto 1fr; gap: 0 10px; align-content: start; padding: 12px 14px; border: 1px solid var(--bo-line); border-radius: 12px; background: var(--bo-surface); cursor: pointer; }
  .choice:hover { border-color: var(--bo-control-line); }
  .choice:has(:checked) { border-color: var(--bo-accent); background: var(--bo-accent-soft); }
  .choice:has(:focus-visible) { outline: 2px solid var(--bo-accent); outline-offset: 2px; }
  .choice strong { font-weight: 600; }
  .choice .hint { grid-column: 2; }
  .choice input { accent-color: var(--bo-accent); margin: 3px 0 0; outline: none; }
`;

type Option<Value extends string> = { value: Value; label: string; hint?: string };

/** A few clear choices, one of them made, each with what it means. */
export function choices<Value extends string>(
  label: string,
  name: string,
  options: readonly Option<Value>[],
  chosen: Value,
  choose: (value: Value) => void,
): TemplateResult {
  return html`<fieldset class="choices">
    <legend class="visually-hidden">${label}</legend>
    ${options.map(
      (option) => html`<label class="choice">
        <input type="radio" name=${name} value=${option.value} .checked=${option.value === chosen} @change=${() => choose(option.value)} />
        <strong>${option.label}</strong>
        ${option.hint ? html`<span class="hint">${option.hint}</span>` : nothing}
      </label>`,
    )}
  </fieldset>`;
}
