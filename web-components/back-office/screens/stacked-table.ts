import { css } from 'lit';

/** A table on a wide screen; below 720 px each row becomes a card, each cell named by its `data-label`. */
export const stackedTable = css`
  thead td { border: 0; }
  tbody th { color: var(--bo-ink); font-size: 14px; font-weight: 600; padding: 12px 16px; border-block-start: 1px solid var(--bo-line); white-space: normal; }
  tbody tr:hover { background: color-mix(in srgb, var(--bo-ground) 60%, transparent); }
  @media (max-width: 720px) {
    table, tbody, tr { display: block; }
    thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
    tbody tr { display: grid; gap: 4px; padding: 14px 16px; }
    tbody tr + tr { border-block-start: 1px solid var(--bo-line); }
    tbody th, tbody td { display: block; padding: 0; border: 0; min-inline-size: 0; }
    tbody td[data-label] { position: relative; padding-inline-start: 96px; font-size: 13px; white-space: normal; }
    tbody td[data-label]::before { content: attr(data-label); position: absolute; inset-inline-start: 0; color: var(--bo-muted); }
    tbody td.actions { display: flex; flex-wrap: wrap; gap: 8px; margin-block-start: 8px; text-align: start; }
    tbody td:empty { display: none; }
  }
`;
