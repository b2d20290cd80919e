import { css } from 'lit';

export const listStyles = css`
  :host {
    display: block;
    overflow-y: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
  }
  .row {
    display: block;
    width: 100%;
    padding: 14px 20px;
    border-bottom: 1px solid var(--line);
    text-align: start;
  }
  .row:hover {
    background: var(--soft);
  }
  .row:focus-visible {
    outline-offset: -2px;
  }
  .question {
    display: -webkit-box;
    overflow: hidden;
    font-weight: 600;
    overflow-wrap: anywhere;
    text-wrap: pretty;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .answer {
    display: block;
    margin-top: 2px;
    overflow: hidden;
    color: var(--muted);
    font-size: 14px;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .quiet {
    color: var(--muted);
    font-style: italic;
    font-weight: 400;
  }
  .meta {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
    margin-top: 4px;
    color: var(--muted);
    font-size: 13px;
    line-height: 18px;
  }
  .meta span {
    display: inline-flex;
    align-items: center;
    gap: 4px;
  }
  .accepted {
    color: var(--accent-text);
    font-weight: 600;
  }
  .caution {
    color: var(--caution);
  }
  .state {
    padding: 40px 32px;
    color: var(--muted);
    text-align: center;
    text-wrap: pretty;
  }
  .state .link {
    min-height: 44px;
  }
  .more {
    display: block;
    width: 100%;
    min-height: 48px;
    text-align: center;
  }
  .bone {
    height: 14px;
    margin: 20px 20px 0;
    border-radius: 7px;
    background: var(--soft);
    animation: breathe 1.2s ease-in-out infinite alternate;
  }
  .bone + .bone {
    width: 55%;
    margin-top: 10px;
  }
  .bones {
    padding-bottom: 18px;
    border-bottom: 1px solid var(--line);
  }
  @keyframes breathe {
    to {
      opacity: 0.4;
    }
  }
`;
