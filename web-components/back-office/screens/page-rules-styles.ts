import { css } from 'lit';

export const pageRulesStyles = css`
  .rules > li { display: grid; grid-template-columns: 20px minmax(0, 1fr) auto; gap: 4px 12px; align-items: center; padding: 12px 14px; }
  .number { text-align: start; }
  code { font: 600 13px / 1.4 var(--bo-font); padding: 1px 7px; border-radius: 6px; background: var(--bo-ground); overflow-wrap: anywhere; }
  .tools { gap: 4px; flex-wrap: nowrap; }
  .button.small.icon { inline-size: 32px; min-block-size: 32px; border-color: transparent; color: var(--bo-muted); }
  .button.small.icon:hover:not([disabled]) { background: var(--bo-ground); color: var(--bo-ink); }
  .button.small.icon.danger:hover { color: var(--bo-danger); }
  .button.small.icon[disabled] { opacity: 0.3; }
  .unsaved { margin-inline-start: auto; color: var(--bo-warn); font-weight: 600; }
  .none { display: grid; gap: 4px; padding: 24px; border: 1px dashed var(--bo-line); border-radius: 14px; text-align: center; }
  .none .title { font-weight: 650; }
  @media (max-width: 560px) {
    .rules > li { grid-template-columns: 20px minmax(0, 1fr); }
    .tools { grid-column: 2; margin-inline-start: -8px; }
    .button.small.icon { inline-size: 40px; min-block-size: 40px; }
    .unsaved { margin: 0; inline-size: 100%; }
  }
`;
