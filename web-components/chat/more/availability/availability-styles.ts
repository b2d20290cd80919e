import { css } from 'lit';

export const availabilityStyles = css`
  :host {
    display: block;
    padding: 4px 20px 24px;
    overflow-y: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }
  fieldset {
    min-width: 0;
    margin: 0;
    padding: 16px 0;
    border: 0;
    border-bottom: 1px solid var(--line);
  }
  fieldset:last-of-type {
    border: 0;
  }
  legend {
    float: left;
    width: 100%;
    padding: 0;
    font-weight: 600;
  }
  legend + * {
    clear: both;
  }
  .hint {
    color: var(--muted);
    font-size: 13px;
    line-height: 20px;
    text-wrap: pretty;
  }
  .switch {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 16px;
    min-height: 44px;
    font-weight: 600;
    cursor: pointer;
  }
  .switch input {
    flex: none;
    position: relative;
    width: 44px;
    height: 26px;
    margin: 0;
    border-radius: 13px;
    background: var(--control);
    appearance: none;
    cursor: pointer;
    transition: background-color 120ms;
  }
  .switch input::before {
    content: '';
    position: absolute;
    top: 3px;
    left: 3px;
    width: 20px;
    height: 20px;
    border-radius: 50%;
    background: #fff;
    transition: transform 120ms;
  }
  .switch input:checked {
    background: var(--accent);
  }
  .switch input:checked::before {
    background: var(--accent-ink);
    transform: translateX(18px);
  }
  .hours {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 8px;
    margin: 8px 0;
  }
  .hours .field {
    width: auto;
    min-height: 44px;
    margin-inline-start: 6px;
    color-scheme: inherit;
  }
  .chips {
    display: flex;
    flex-wrap: wrap;
    gap: 8px;
    margin-top: 10px;
  }
  .chips label {
    position: relative;
    display: flex;
    align-items: center;
    gap: 6px;
    min-height: 44px;
    padding: 0 14px;
    border: 1px solid var(--control);
    border-radius: 22px;
    font-size: 14px;
    cursor: pointer;
  }
  .chips input {
    position: absolute;
    inset: 0;
    margin: 0;
    border-radius: 22px;
    opacity: 0;
    cursor: pointer;
  }
  .chips label:has(:checked) {
    border-color: var(--accent-text);
    background: var(--tint);
    color: var(--accent-text);
    font-weight: 600;
  }
  .chips label:has(:focus-visible) {
    outline: 2px solid var(--focus);
    outline-offset: 2px;
  }
  .chips svg {
    display: none;
  }
  .chips label:has(:checked) svg {
    display: block;
  }
  .status {
    position: sticky;
    bottom: -24px;
    min-height: 32px;
    margin: 0 -20px -24px;
    padding: 6px 20px;
    background: var(--surface);
    color: var(--muted);
    font-size: 13px;
    line-height: 20px;
  }
  .status.bad {
    color: var(--caution);
  }
  .state {
    padding: 40px 12px;
    color: var(--muted);
    text-align: center;
  }
`;
