import { css } from 'lit';

export const libraryDialogStyles = css`
  wa-dialog { --width: 540px; }
  form { display: grid; gap: 16px; }
  fieldset { display: grid; gap: 6px; margin: 0; padding: 0; border: 0; }
  legend { padding: 0; margin-block-end: 6px; }
  .choices { display: grid; grid-template-columns: 1fr 1fr; gap: 8px; }
  .choice { display: flex; gap: 8px; align-items: center; min-block-size: 36px; padding: 4px 12px; border: 1px solid var(--bo-line); border-radius: 8px; cursor: pointer; font-weight: 400; }
  .choice:has(:checked) { border-color: var(--bo-accent); background: var(--bo-accent-soft); }
  input[type='radio'] { accent-color: var(--bo-accent); margin: 0; }
  .advice { padding: 8px 12px; border-radius: 8px; background: var(--bo-warn-soft); color: var(--bo-warn); font-size: 13px; }
  .actions { justify-content: flex-end; }
  .results { display: grid; gap: 8px; padding: 12px 14px; border-radius: 10px; background: var(--bo-ground); font-size: 13px; }
  .results ul { display: grid; gap: 2px; max-block-size: 140px; overflow-y: auto; }
  .results li { display: flex; gap: 8px; overflow-wrap: anywhere; }
  .results .line { color: var(--bo-muted); font-variant-numeric: tabular-nums; min-inline-size: 24px; text-align: end; flex: none; }
  .results .refused { color: var(--bo-danger); }
  @media (max-width: 480px) { .choices { grid-template-columns: 1fr; } }
`;
