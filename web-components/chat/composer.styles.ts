import { css } from 'lit';

export const composerStyles = css`
  :host {
    display: block;
    padding: 12px 14px;
    border-top: 1px solid var(--line);
  }
  .name {
    display: block;
    margin-bottom: 8px;
    color: var(--muted);
    font-size: 13px;
    line-height: 20px;
  }
  .name .field {
    min-height: 44px;
    margin-top: 2px;
    color: var(--ink);
  }
  .box {
    display: flex;
    align-items: flex-end;
    gap: 8px;
    padding: 3px;
    border: 1px solid var(--control);
    border-radius: 14px;
    background: var(--surface);
    transition: border-color 120ms;
  }
  .box:focus-within {
    border-color: var(--accent-text);
    box-shadow: 0 0 0 3px var(--tint);
  }
  textarea {
    flex: 1;
    min-width: 0;
    max-height: 144px;
    padding: 10px 0 10px 11px;
    border: 0;
    outline: 0;
    background: none;
    font-size: 16px;
    line-height: 24px;
    resize: none;
  }
  textarea:focus-visible {
    outline: 0;
  }
  textarea::placeholder {
    color: var(--muted);
    opacity: 1;
  }
  .send {
    flex: none;
    display: grid;
    place-items: center;
    width: 44px;
    height: 44px;
    border-radius: 11px;
    background: var(--accent);
    color: var(--accent-ink);
    transition: opacity 120ms;
  }
  .send[aria-disabled='true'] {
    opacity: 0.4;
  }
  .hint,
  .closed {
    display: flex;
    justify-content: space-between;
    gap: 12px;
    margin-top: 8px;
    padding: 0 4px;
    color: var(--muted);
    font-size: 12px;
    line-height: 16px;
  }
  .closed {
    margin: 4px 0;
    font-size: 13px;
    line-height: 20px;
  }
  .left {
    flex: none;
    font-variant-numeric: tabular-nums;
  }
  .personal {
    margin: 0 4px 8px;
    color: var(--caution);
    text-wrap: pretty;
    font-size: 13px;
    line-height: 18px;
  }
  .personal:empty {
    margin: 0;
  }
  .error {
    margin: 0 4px 8px;
    color: var(--caution);
    font-size: 13px;
    line-height: 18px;
  }
`;
