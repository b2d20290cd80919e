import { css } from 'lit';

export const ledgerStyles = css`
  .back { margin-inline-start: -8px; }
  .head { display: flex; flex-wrap: wrap; gap: 16px 24px; justify-content: space-between; align-items: flex-start; }
  .head h2 { overflow-wrap: anywhere; }
  .total { font-size: 28px; font-weight: 650; line-height: 1.1; letter-spacing: -0.02em; font-variant-numeric: tabular-nums; }
  .acts { display: flex; flex-wrap: wrap; gap: 8px; }
  .own { max-inline-size: 34ch; }
  .held { display: inline-flex; align-items: center; gap: 2px; }
  .held .button.icon { inline-size: 30px; }
  .list > li { display: grid; grid-template-columns: 48px minmax(0, 1fr) auto; gap: 4px 12px; align-items: baseline; }
  .what { display: grid; gap: 2px; overflow-wrap: anywhere; }
  .points { font-weight: 650; font-variant-numeric: tabular-nums; text-align: end; }
  .points.plus { color: var(--bo-accent); }
  .points.minus { color: var(--bo-danger); }
  .points.none { color: var(--bo-muted); }
  .note { padding-inline-start: 10px; border-inline-start: 2px solid var(--bo-line); }
  .question { display: -webkit-box; -webkit-line-clamp: 1; -webkit-box-orient: vertical; overflow: hidden; }
  @media (max-width: 720px) {
    .list > li { grid-template-columns: 40px minmax(0, 1fr); }
    .list > li > :last-child { grid-column: 2; }
    .held .button.icon { inline-size: 40px; }
  }
`;
