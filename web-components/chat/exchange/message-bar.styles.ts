import { css } from 'lit';

/** Quiet buttons under a message. */
export const messageBarStyles = css`
  :host {
    display: block;
    color: var(--muted);
    font-size: 13px;
    line-height: 20px;
  }
  .acts {
    display: flex;
    flex-wrap: wrap;
    margin: 2px 0 0 -6px;
  }
  .acts > * {
    display: flex;
    gap: 5px;
    align-items: center;
    min-width: 26px;
    min-height: 28px;
    padding: 0 6px;
    border-radius: 8px;
    font-variant-numeric: tabular-nums;
  }
  .acts > button:hover,
  .acts > [aria-expanded='true'] {
    background: var(--soft);
    color: var(--ink);
  }
  .thank[aria-pressed='true'] {
    color: var(--accent-text);
    font-weight: 600;
  }
  .thank[aria-pressed='true'] svg {
    fill: currentColor;
  }
  .accept {
    color: var(--accent-text);
    font-weight: 600;
  }
  .more {
    justify-content: center;
  }
  .more svg {
    stroke-width: 3;
  }
  .sure {
    padding: 8px 12px;
    margin: 4px 0 8px;
    border: 1px solid var(--line);
    border-radius: 12px;
    color: var(--ink);
  }
  .danger,
  .caution {
    color: var(--caution);
    font-weight: 600;
  }
  .notice.caution {
    font-weight: 400;
  }
  .notice:empty {
    display: none;
  }
  @media (pointer: coarse) {
    .acts > * {
      min-width: 44px;
      min-height: 44px;
      padding: 0 8px;
    }
    .acts {
      margin-left: -8px;
    }
  }
`;
