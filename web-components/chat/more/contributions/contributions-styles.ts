import { css } from 'lit';

export const contributionsStyles = css`
  :host {
    display: block;
    overflow-y: auto;
    overscroll-behavior: contain;
    padding: 16px 20px 24px;
  }
  ol {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  h3 + .muted {
    margin-bottom: 4px;
  }
  .total {
    font-size: 28px;
    font-weight: 650;
    line-height: 36px;
    font-variant-numeric: tabular-nums;
  }
  .muted {
    color: var(--muted);
    font-size: 13px;
    line-height: 20px;
  }
  .badges {
    display: flex;
    flex-wrap: wrap;
    gap: 6px;
    margin-top: 12px;
  }
  h3 {
    margin: 24px 0 4px;
    font-size: 13px;
    font-weight: 650;
    line-height: 20px;
  }
  .entry {
    display: grid;
    grid-template-columns: 32px minmax(0, 1fr);
    gap: 0 12px;
    padding: 12px 0;
  }
  li + li {
    border-top: 1px solid var(--line);
  }
  .points {
    font-weight: 650;
    font-variant-numeric: tabular-nums;
    text-align: end;
  }
  .plus {
    color: var(--accent-text);
  }
  .minus,
  .none {
    color: var(--muted);
  }
  .said {
    display: flex;
    gap: 8px;
    justify-content: space-between;
  }
  .said time {
    flex: none;
    line-height: 22px;
  }
  .about {
    display: flex;
    flex-wrap: wrap;
    gap: 2px 8px;
    align-items: center;
    min-width: 0;
  }
  .note {
    overflow-wrap: anywhere;
  }
  .question {
    display: block;
    max-width: 100%;
    overflow: hidden;
    font-size: 13px;
    font-weight: 500;
    text-align: start;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .thanked {
    display: flex;
    justify-content: space-between;
    gap: 12px;
    padding: 8px 0;
    overflow-wrap: anywhere;
  }
  .thanked .muted {
    flex: none;
  }
  .mine span:first-child {
    font-weight: 650;
  }
  .state {
    padding: 24px 12px;
    color: var(--muted);
    text-align: center;
  }
  .more {
    display: block;
    min-height: 44px;
    margin: 4px auto 0;
  }
`;
