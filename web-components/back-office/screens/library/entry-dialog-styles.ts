import { css } from 'lit';

export const entryDialogStyles = css`
  wa-dialog { --width: min(660px, calc(100vw - 32px)); }
  wa-dialog::part(footer) { padding-block-start: 14px; border-block-start: 1px solid var(--bo-line); }
  form { display: grid; gap: 16px; grid-template-columns: minmax(0, 1fr); }
  .pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(240px, 100%), 1fr)); gap: 12px 16px; }
  .shelves { display: grid; grid-template-columns: repeat(4, auto); justify-content: start; gap: 8px; margin: 0; padding: 0; border: 0; min-inline-size: 0; }
  .shelf { display: flex; gap: 8px; align-items: center; min-block-size: 36px; padding: 4px 12px; border: 1px solid var(--bo-line); border-radius: 10px; cursor: pointer; font-size: 13px; }
  .shelf:has(:checked) { border-color: var(--bo-accent); background: var(--bo-accent-soft); }
  .shelf input { accent-color: var(--bo-accent); margin: 0; }
  .advice { padding: 8px 12px; border-radius: 8px; background: var(--bo-warn-soft); color: var(--bo-warn); font-size: 13px; }
  .advice .link-button { color: inherit; text-decoration: underline; text-underline-offset: 2px; }
  .chips { display: flex; flex-wrap: wrap; gap: 6px; align-items: center; margin-block-start: 4px; }
  .chip { appearance: none; min-block-size: 28px; padding: 2px 10px; border: 1px solid var(--bo-control-line); border-radius: 99px; background: var(--bo-surface); color: var(--bo-ink); font: inherit; font-size: 13px; cursor: pointer; }
  .chip[aria-pressed='true'] { border-color: var(--bo-accent); background: var(--bo-accent-soft); color: var(--bo-accent); font-weight: 600; }
  .chip[aria-pressed='true']::before { content: '✓ ' / ''; }
  details { border: 1px solid var(--bo-line); border-radius: 10px; }
  summary { padding: 8px 14px; font-weight: 600; font-size: 13px; cursor: pointer; border-radius: 10px; }
  details > :not(summary) { margin: 4px 14px 14px; }
  .fine { display: grid; gap: 14px; grid-template-columns: minmax(0, 1fr); }
  .fine .stack { gap: 6px; }
  .fine .choices { grid-template-columns: minmax(0, 1fr); gap: 6px; }
  .fine .choice { padding: 8px 12px; font-size: 13px; }
  .check { display: flex; gap: 10px; align-items: baseline; cursor: pointer; }
  .check input { accent-color: var(--bo-accent); margin: 0; translate: 0 1px; }
  .check .hint { white-space: nowrap; }
  .said { font-weight: 600; color: var(--bo-accent); }
  .warnings { display: grid; gap: 6px; padding: 12px 14px; border-radius: 10px; background: var(--bo-warn-soft); font-size: 13px; }
  .warnings ul { display: grid; gap: 2px; max-block-size: 140px; overflow-y: auto; overflow-wrap: anywhere; }
  .warnings .doubtful { color: var(--bo-warn); }
  .warnings .refused { color: var(--bo-danger); }
  .actions { inline-size: 100%; justify-content: flex-end; }
  .actions .danger { margin-inline-start: -8px; }
  @media (max-width: 600px) {
    .shelves { grid-template-columns: 1fr 1fr; justify-content: stretch; }
    .shelf { gap: 6px; padding-inline: 9px; }
    .chip { min-block-size: 36px; }
    .check .hint { white-space: normal; }
  }
`;
