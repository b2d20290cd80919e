import { css } from 'lit';

export const rulesStyles = css`
  section { display: grid; grid-template-columns: minmax(180px, 260px) minmax(0, 1fr); gap: 16px 32px; padding-block: 24px; }
  section + section { border-block-start: 1px solid var(--bo-line); }
  section > div:first-child { display: grid; gap: 4px; align-content: start; }
  .set { display: grid; gap: 14px; align-content: start; grid-template-columns: minmax(0, 1fr); }
  .role { display: grid; grid-template-columns: minmax(120px, 180px) minmax(0, 340px); gap: 8px 16px; align-items: center; }
  .role label { font-weight: 600; }
  wa-switch::part(label) { font-size: 14px; }
  wa-switch::part(hint) { font-size: 13px; }
  .number { display: grid; gap: 4px; justify-items: start; }
  .number input { inline-size: 96px; }
  .order { display: flex; flex-wrap: wrap; gap: 8px; }
  .order .input { inline-size: 260px; max-inline-size: 100%; font-variant-numeric: tabular-nums; }
  .example { font-size: 13px; color: var(--bo-muted); min-block-size: 20px; }
  .example strong { color: var(--bo-ink); font-variant-numeric: tabular-nums; }
  @media (max-width: 720px) {
    section { grid-template-columns: minmax(0, 1fr); }
    .role { grid-template-columns: minmax(0, 1fr); gap: 4px; }
  }
`;
