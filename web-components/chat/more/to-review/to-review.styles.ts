import { css } from 'lit';

export const toReviewStyles = css`
  :host {
    display: block;
    overflow-y: auto;
  }
  .sections {
    position: sticky;
    top: 0;
    z-index: 1;
    display: flex;
    gap: 6px;
    padding: 12px 20px;
    border-bottom: 1px solid var(--line);
    background: var(--surface);
  }
  .sections button {
    min-height: 36px;
    padding: 0 14px;
    border: 1px solid var(--line);
    border-radius: 99px;
    color: var(--muted);
    font-size: 13px;
    font-weight: 600;
  }
  .sections button[aria-pressed='true'] {
    border-color: var(--ink);
    background: var(--ink);
    color: var(--surface);
  }
  li {
    padding: 14px 20px;
    border-bottom: 1px solid var(--line);
    overflow-wrap: anywhere;
  }
  .where,
  .who span,
  .why,
  .subject {
    color: var(--muted);
    font-size: 13px;
    line-height: 20px;
  }
  .subject {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .text {
    margin: 4px 0;
    white-space: pre-wrap;
  }
  .why {
    display: flex;
    flex-wrap: wrap;
    gap: 4px 6px;
    margin: 6px 0;
  }
  .why span {
    padding: 0 8px;
    border-radius: 99px;
    background: var(--soft);
    font-size: 12px;
  }
  blockquote {
    margin: 8px 0;
    padding-left: 12px;
    border-left: 2px solid var(--accent-text);
  }
  .link {
    font-size: 13px;
  }
  .empty {
    padding: 40px 32px;
    color: var(--muted);
    text-align: center;
  }
  @media (pointer: coarse) {
    .sections button,
    .link {
      min-height: 44px;
    }
  }
`;
