import { css } from 'lit';

export const tellMeStyles = css`
  :host {
    display: block;
    margin: 4px 16px 16px;
  }
  .card {
    padding: 14px 16px 10px;
    border-radius: 14px;
    background: var(--tint);
  }
  .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 0 20px;
    margin-top: 2px;
  }
  .ways > *,
  .quiet {
    display: inline-flex;
    align-items: center;
    gap: 4px;
    min-height: 44px;
    color: var(--accent-text);
    font-size: 14px;
    font-weight: 600;
    text-decoration: none;
  }
  .ways > :hover,
  .quiet:hover {
    text-decoration: underline;
  }
  .quiet {
    color: var(--muted);
    font-size: 13px;
    font-weight: 400;
  }
  label {
    display: block;
    margin-bottom: 6px;
    font-weight: 600;
  }
  .hint {
    margin-top: 6px;
    color: var(--muted);
    font-size: 13px;
    line-height: 20px;
    text-wrap: pretty;
  }
  .bad {
    margin-top: 6px;
    color: var(--caution);
    font-size: 13px;
    line-height: 20px;
  }
  .bad:empty {
    display: none;
  }
  .row {
    display: flex;
    align-items: center;
    gap: 16px;
    margin-top: 10px;
  }
  .send {
    min-height: 44px;
    padding: 0 18px;
    border-radius: 12px;
    background: var(--accent);
    color: var(--accent-ink);
    font-weight: 600;
  }
  .send:disabled {
    opacity: 0.6;
  }
`;
