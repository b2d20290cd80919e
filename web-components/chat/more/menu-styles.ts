import { css } from 'lit';

export const menuStyles = css`
  :host {
    position: relative;
    flex: none;
    display: block;
  }
  .button {
    position: relative;
    display: grid;
    place-items: center;
    width: 44px;
    height: 44px;
    border-radius: 12px;
    color: var(--muted);
  }
  .button:hover,
  .button[aria-expanded='true'] {
    background: var(--soft);
    color: var(--ink);
  }
  .button svg {
    fill: currentColor;
    stroke: none;
  }
  .badge {
    min-width: 20px;
    padding: 0 6px;
    border-radius: 10px;
    background: var(--accent);
    color: var(--accent-ink);
    font-size: 12px;
    font-weight: 700;
    font-variant-numeric: tabular-nums;
    line-height: 20px;
    text-align: center;
  }
  .button .badge {
    position: absolute;
    top: -1px;
    inset-inline-end: -1px;
    min-width: 18px;
    padding: 0 5px;
    line-height: 18px;
  }
  .menu {
    position: absolute;
    top: 48px;
    inset-inline-end: 0;
    z-index: 1;
    width: max-content;
    min-width: 208px;
    max-width: min(288px, calc(100vw - 64px));
    padding: 6px;
    border: 1px solid var(--line);
    border-radius: 14px;
    background: var(--surface);
    box-shadow: var(--shadow);
  }
  .menu button {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 16px;
    width: 100%;
    min-height: 44px;
    padding: 8px 12px;
    border-radius: 10px;
    font-size: 15px;
    line-height: 20px;
    text-align: start;
  }
  .menu button:hover,
  .menu button:focus {
    background: var(--soft);
  }
`;
