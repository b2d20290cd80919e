import { css } from 'lit';

export const conversationsStyles = css`
  :host { block-size: 100%; }
  .panes { display: grid; grid-template-columns: minmax(300px, 380px) minmax(0, 1fr); block-size: 100%; }
  .index { display: grid; grid-template-rows: auto minmax(0, 1fr); min-block-size: 0; background: var(--bo-surface); border-inline-end: 1px solid var(--bo-line); }
  .head { display: grid; gap: 12px; padding: 20px 16px 14px; border-block-end: 1px solid var(--bo-line); }
  .head .search { max-inline-size: none; flex: none; }
  bo-list-state { overflow-y: auto; }
  bo-list-state.empty, bo-list-state.error, bo-list-state.loading { padding: 16px; }
  .rows > li { border-block-end: 1px solid var(--bo-line); }
  .conversation { appearance: none; display: grid; gap: 3px; inline-size: 100%; padding: 12px 16px 12px 17px; border: 0; border-inline-start: 3px solid transparent; background: none; color: inherit; font: inherit; text-align: start; cursor: pointer; }
  .conversation:hover { background: var(--bo-ground); }
  .conversation[aria-current='true'] { background: var(--bo-accent-soft); border-inline-start-color: var(--bo-accent); }
  .conversation:focus-visible { outline-offset: -2px; }
  .by { font-size: 13px; color: var(--bo-muted); }
  .by strong { font-weight: 600; color: var(--bo-muted); }
  .question { display: -webkit-box; -webkit-box-orient: vertical; -webkit-line-clamp: 2; overflow: hidden; overflow-wrap: anywhere; text-wrap: pretty; }
  .facts { display: flex; flex-wrap: wrap; gap: 4px 8px; align-items: center; }
  .pill.answered { background: var(--bo-accent-soft); color: var(--bo-accent); }
  .conversation[aria-current='true'] .pill.answered { background: var(--bo-surface); }
  .pill.deleted { background: var(--bo-danger-soft); color: var(--bo-danger); }
  .more { margin-block: 16px; }
  .more[slot='action'] { margin-block: 8px 0; }
  .reading { overflow-y: auto; min-block-size: 0; }
  .narrow-title { display: none; }
  .nothing { display: grid; gap: 6px; place-content: center; justify-items: center; text-align: center; min-block-size: 60%; padding: 24px; color: var(--bo-muted); }
  .nothing p { max-inline-size: 44ch; text-wrap: balance; }
  .nothing .title { font-weight: 650; font-size: 15px; color: var(--bo-ink); }
  @media (max-width: 1000px) {
    .panes { grid-template-columns: minmax(0, 1fr); }
    .index { border: 0; }
    .narrow-title { display: block; }
    [data-reading='yes'] .index, [data-reading='no'] .reading { display: none; }
  }
`;
