import { css } from 'lit';

export const offerStyles = css`
  :host {
    display: block;
    max-height: 80%;
    overflow-y: auto;
    border-bottom: 1px solid var(--line);
    background: var(--tint);
  }
  section {
    padding: 12px 20px;
  }
  h3 {
    margin: 0;
    font-size: 15px;
    font-weight: 650;
    line-height: 20px;
    text-wrap: balance;
  }
  p {
    margin-top: 4px;
    font-size: 13px;
    line-height: 20px;
  }
  small {
    display: block;
  }
  small,
  .muted {
    color: var(--muted);
    font-size: 12px;
    line-height: 16px;
  }
  label {
    display: block;
    margin-top: 12px;
    font-size: 13px;
    font-weight: 600;
    line-height: 20px;
  }
  [role='status']:empty {
    margin: 0;
  }
  .field {
    margin: 4px 0;
  }
  .title {
    margin-top: 12px;
    font-weight: 600;
  }
  .rules {
    max-height: 8em;
    overflow-y: auto;
    padding: 8px 12px;
    margin-top: 4px;
    border: 1px solid var(--line);
    border-radius: 12px;
    background: var(--surface);
    font-size: 13px;
    line-height: 20px;
    white-space: pre-line;
    overflow-wrap: anywhere;
  }
  .agree {
    display: flex;
    gap: 8px;
    align-items: center;
    min-height: 44px;
    margin-top: 0;
    font-weight: 400;
  }
  .agree input {
    flex: none;
    width: 20px;
    height: 20px;
    margin: 0;
    accent-color: var(--accent);
  }
  .code {
    max-width: 9em;
    font-variant-numeric: tabular-nums;
    letter-spacing: 0.2em;
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 8px;
    margin-top: 8px;
  }
  .row button {
    min-height: 40px;
    padding: 0 12px;
    border-radius: 12px;
    font-size: 14px;
    font-weight: 600;
  }
  .main {
    background: var(--accent);
    color: var(--accent-ink);
  }
  .main:disabled {
    opacity: 0.6;
  }
  .quiet {
    color: var(--accent-text);
  }
  .quiet:hover {
    text-decoration: underline;
  }
  .error {
    color: var(--caution);
    font-weight: 600;
  }
  @media (pointer: coarse) {
    .row button {
      min-height: 44px;
    }
  }
`;
