import { css } from 'lit';

/** The search box, the pills beside it, and what follows a list. */
export const filterStyles = css`
  .search { position: relative; flex: 1 1 220px; max-inline-size: 340px; }
  .search .icon { position: absolute; inset-block-start: 50%; inset-inline-start: 12px; translate: 0 -50%; color: var(--bo-muted); pointer-events: none; }
  .search .input { padding-inline-start: 36px; }
  .toolbar { display: flex; flex-wrap: wrap; gap: 12px; align-items: center; }
  .more { display: block; margin: 16px auto 0; }
  @media (max-width: 720px) {
    .search { max-inline-size: none; flex-basis: 100%; }
    .filters.scroll, .toolbar .filters { flex-wrap: nowrap; overflow-x: auto; max-inline-size: 100%; padding: 3px; margin: -3px; scrollbar-width: none; }
  }
`;
