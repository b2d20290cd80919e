import { css } from 'lit';

export const entriesStyles = css`
  @media (min-width: 721px) { th, td, tbody th { padding-inline: 12px; } }
  .from { min-inline-size: 132px; }
  .pick { inline-size: 44px; padding-inline-end: 0; }
  .pick input { inline-size: 18px; block-size: 18px; margin: 0; accent-color: var(--bo-accent); cursor: pointer; display: block; }
  tr.chosen { background: var(--bo-accent-soft); }
  tr.chosen .muted { color: color-mix(in srgb, var(--bo-muted) 80%, var(--bo-ink)); }
  tr.chosen .pill { background: var(--bo-surface); }
  .entry-text { overflow-wrap: anywhere; min-inline-size: 160px; }
  .entry-note { display: block; font-weight: 400; }
  td .entry-note { white-space: nowrap; }
  .entry-name { appearance: none; border: 0; padding: 0; background: none; color: inherit; font: inherit; font-weight: 600; text-align: start; padding-block: 4px; margin-block: -4px; cursor: pointer; overflow-wrap: anywhere; }
  .entry-name:hover { text-decoration: underline; text-underline-offset: 2px; }
  tbody .pill { white-space: nowrap; }
  .narrow { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
  .narrow select.input { inline-size: auto; max-inline-size: 210px; min-block-size: 32px; padding-block: 3px; font-size: 13px; }
  .total { margin-inline-start: auto; }
  .bulk { position: sticky; inset-block-end: 12px; z-index: 2; display: flex; flex-wrap: wrap; gap: 8px 12px; align-items: center; padding: 10px 14px; margin-block-start: 12px; border: 1px solid var(--bo-line); border-radius: 12px; background: var(--bo-raised); box-shadow: var(--bo-shadow); }
  .bulk select.input { inline-size: auto; max-inline-size: 180px; min-block-size: 34px; padding-block: 3px; font-size: 13px; }
  @media (max-width: 720px) {
    .export-word { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
    tbody tr { position: relative; padding-inline-start: 48px; }
    tbody td.pick { position: absolute; inset: 16px auto auto 16px; }
    td .entry-note { display: inline; white-space: normal; }
    td .entry-note::before { content: ' · '; }
    .from .entry-note { display: block; }
    .from .entry-note::before { content: none; }
    .narrow { display: grid; grid-template-columns: 1fr 1fr; }
    .narrow select.input { inline-size: 100%; max-inline-size: none; min-block-size: 40px; padding-inline: 10px 26px; background-position: right 15px center, right 10px center; }
    .entry-name { padding-block: 10px; margin-block: -10px; }
    .pick input { inline-size: 22px; block-size: 22px; }
    .total { grid-column: 1 / -1; margin: 0; }
    .bulk strong { flex: 1 1 auto; }
    .bulk select.input { flex: 1 1 40%; max-inline-size: none; min-block-size: 40px; }
  }
`;
