import { css } from 'lit';

/** Quiet until one means it: a word under the message, then a row of acts, then the one chosen. */
export const moderationStyles = css`
  :host {
    display: block;
    color: var(--muted);
    font-size: 13px;
    line-height: 20px;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    gap: 0 14px;
    align-items: center;
  }
  .row {
    margin-top: 2px;
  }
  .row > button {
    min-height: 28px;
  }
  .row > button:hover {
    color: var(--ink);
    text-decoration: underline;
  }
  .row > .strong {
    color: var(--accent-text);
    font-weight: 600;
  }
  .box {
    margin: 4px 0 8px;
    padding: 12px;
    border: 1px solid var(--line);
    border-radius: 12px;
    color: var(--ink);
  }
  .box .field {
    margin-top: 4px;
  }
  .hint {
    margin-top: 4px;
    color: var(--muted);
    font-size: 12px;
    line-height: 16px;
  }
  .choice {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
    margin: 8px 0 0;
    padding: 0;
    border: 0;
  }
  .choice label {
    display: flex;
    gap: 6px;
    align-items: center;
    min-height: 28px;
    cursor: pointer;
  }
  .choice input {
    accent-color: var(--accent-text);
    margin: 0;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-top: 8px;
  }
  .buttons > button {
    min-height: 36px;
    padding: 0 12px;
    border-radius: 10px;
    font-size: 13px;
  }
  .buttons > .main {
    background: var(--accent);
    color: var(--accent-ink);
    font-weight: 600;
  }
  .buttons > .cancel {
    color: var(--muted);
  }
  .status:empty {
    display: none;
  }
  @media (pointer: coarse) {
    .row > button,
    .choice label {
      min-height: 44px;
    }
    .buttons > button {
      min-height: 44px;
    }
  }
`;
