import { css, html, type TemplateResult } from 'lit';

export const sectionTabsStyles = css`
  .tabs { display: flex; gap: 20px; overflow-x: auto; overflow-y: hidden; scrollbar-width: none; border-block-end: 1px solid var(--bo-line); }
  .tab { appearance: none; flex: none; white-space: nowrap; min-block-size: 40px; padding: 6px 2px; border: 0; border-block-end: 2px solid transparent; background: none; color: var(--bo-muted); font: inherit; font-weight: 600; cursor: pointer; }
  .tab:focus-visible { outline-offset: -2px; border-radius: 6px 6px 0 0; }
  .tab:hover { color: var(--bo-ink); }
  .tab[aria-selected='true'] { color: var(--bo-accent); border-color: var(--bo-accent); }
`;

/** Tabs over the sections of a screen; arrow keys go from one to the next. */
export function sectionTabs<Value extends string>(
  label: string,
  tabs: readonly { value: Value; label: string }[],
  chosen: Value,
  choose: (value: Value) => void,
): TemplateResult {
  return html`<div class="tabs" role="tablist" aria-label=${label} @keydown=${step}>${tabs.map(
    (
      tab,
    ) => html`<button class="tab" type="button" role="tab" aria-selected=${tab.value === chosen ? 'true' : 'false'}
      tabindex=${tab.value === chosen ? 0 : -1} @click=${() => choose(tab.value)}>${tab.label}</button>`,
  )}</div>`;
}

function step(event: KeyboardEvent): void {
  const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!by) return;
  const tabs = [...(event.currentTarget as HTMLElement).querySelectorAll<HTMLElement>('[role=tab]')];
  const at = tabs.indexOf(event.target as HTMLElement);
  const next = tabs[(at + by + tabs.length) % tabs.length];
  next?.focus();
  next?.click();
  event.preventDefault();
}
