import { css } from 'lit';

export const badgeDialogStyles = css`
  .two { display: grid; grid-template-columns: 1fr 1fr; gap: 12px; align-items: start; }
  #name-help { margin-block-start: -10px; }
  .picks { display: flex; flex-wrap: wrap; gap: 6px; margin: 0; padding: 0; border: 0; min-inline-size: 0; }
  .picks legend { padding: 0 0 6px; font-weight: 600; font-size: 13px; }
  .pick { position: relative; display: grid; place-items: center; inline-size: 40px; block-size: 40px; border: 1px solid var(--bo-line); border-radius: 10px; cursor: pointer; }
  .pick:hover { border-color: var(--bo-control-line); }
  .pick:has(:checked) { border-color: var(--bo-accent); box-shadow: inset 0 0 0 1px var(--bo-accent); background: var(--badge-soft); }
  .pick:has(:focus-visible) { outline: 2px solid var(--bo-accent); outline-offset: 2px; }
  .pick input { position: absolute; inset: 0; margin: 0; opacity: 0; cursor: pointer; }
  .pick .badge-icon svg { inline-size: 18px; block-size: 18px; }
  .dot { inline-size: 18px; block-size: 18px; border-radius: 50%; background: var(--badge-ink); }
  @media (max-width: 560px) { .two { grid-template-columns: minmax(0, 1fr); } }
`;
