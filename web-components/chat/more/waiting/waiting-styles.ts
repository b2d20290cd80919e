import { css } from 'lit';

/** What differs from the other lists: after `listStyles`. */
export const waitingStyles = css`
  :host {
    isolation: isolate;
  }
  .filters {
    position: sticky;
    top: 0;
    z-index: 1;
    display: flex;
    gap: 8px;
    padding: 8px 20px 12px;
    border-bottom: 1px solid var(--line);
    background: var(--surface);
  }
  .filters label {
    flex: 1 1 0;
    min-width: 0;
    max-width: 200px;
  }
  select {
    width: 100%;
    min-height: 44px;
    padding: 0 32px 0 12px;
    border: 1px solid var(--control);
    border-radius: 12px;
    background: var(--surface)
      url("data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='16' height='16' fill='none' stroke='%23808a85' stroke-width='2' stroke-linecap='round'%3E%3Cpath d='M4 6l4 4 4-4'/%3E%3C/svg%3E")
      no-repeat right 10px center;
    color: inherit;
    font: inherit;
    font-size: 14px;
    text-overflow: ellipsis;
    appearance: none;
  }
  .notice {
    padding: 8px 20px;
    background: var(--soft);
    color: var(--caution);
    font-size: 13px;
    line-height: 20px;
  }
  .notice:empty {
    display: none;
  }
  li {
    padding: 14px 20px 12px;
    border-bottom: 1px solid var(--line);
  }
  .open {
    display: block;
    width: 100%;
    text-align: start;
  }
  .open:hover .question {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-underline-offset: 3px;
  }
  .place {
    display: flex;
    align-items: center;
    gap: 8px;
    color: var(--muted);
    font-size: 13px;
    line-height: 18px;
  }
  .picture {
    flex: none;
    display: grid;
    place-items: center;
    width: 24px;
    height: 24px;
    overflow: hidden;
    border-radius: 6px;
    background: var(--tint);
    color: var(--accent-text);
  }
  .picture img {
    width: 100%;
    height: 100%;
    object-fit: cover;
  }
  .picture svg {
    width: 14px;
  }
  .where {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .question {
    margin: 4px 0;
    -webkit-line-clamp: 3;
  }
  .meta {
    gap: 0 8px;
    margin-top: 0;
    line-height: 20px;
  }
  .meta span {
    display: inline;
  }
  .meta > span + span::before {
    content: '·';
    margin-inline-end: 8px;
  }
  .told {
    color: var(--accent-text);
    font-weight: 600;
  }
  .act {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 4px 12px;
    margin-top: 4px;
    font-size: 14px;
    line-height: 20px;
  }
  .act p {
    color: var(--muted);
  }
  .act .mine {
    color: var(--accent-text);
    font-weight: 600;
  }
  .take {
    min-height: 44px;
    padding: 0 16px;
    margin-top: 4px;
    border: 1px solid var(--control);
    border-radius: 12px;
    font-size: 14px;
    font-weight: 600;
  }
  .take:disabled {
    opacity: 0.5;
  }
  .take:hover:enabled {
    border-color: var(--accent);
    background: var(--accent);
    color: var(--accent-ink);
  }
  .act .link {
    min-height: 44px;
    color: var(--muted);
    font-weight: 400;
    text-decoration: underline;
    text-underline-offset: 3px;
  }
  .done {
    display: grid;
    place-items: center;
    width: 48px;
    height: 48px;
    margin: 0 auto 12px;
    border-radius: 50%;
    background: var(--tint);
    color: var(--accent-text);
  }
  .done svg {
    width: 22px;
    height: 22px;
  }
  .state .link {
    min-height: 48px;
  }
`;
