import { css } from 'lit';

/** How one message looks, whatever became of it. */
export const messageStyles = css`
  .message {
    display: flex;
    gap: 10px;
    padding: 8px 16px;
  }
  .main {
    flex: 1;
    min-width: 0;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 8px;
    min-height: 24px;
    color: var(--muted);
    font-size: 13px;
  }
  .is-accepted {
    display: flex;
    gap: 4px;
    align-items: center;
    color: var(--accent-text);
    font-weight: 600;
  }
  /* What moderators do stands on the line of what everybody does, and takes its own when it opens. */
  .after {
    display: flex;
    flex-wrap: wrap;
    gap: 0 12px;
  }
  .after > entraide-message-actions {
    flex: 1 0 auto;
    max-width: 100%;
  }
  .name {
    max-width: 100%;
    overflow: hidden;
    color: var(--ink);
    font-weight: 600;
    text-overflow: ellipsis;
  }
  .text {
    overflow-wrap: anywhere;
    white-space: pre-wrap;
  }
  .text a {
    color: var(--accent-text);
  }
  .mine .text,
  .expert .text {
    padding: 8px 12px;
    margin-top: 2px;
    border-radius: 4px 14px 14px;
    background: var(--tint);
  }
  .mine .text {
    background: var(--soft);
  }
  .unpublished .text {
    padding: 8px 12px;
    margin-top: 2px;
    border: 1px dashed var(--control);
    border-radius: 4px 14px 14px;
    background: var(--soft);
    color: var(--muted);
  }
  .pending .text {
    color: var(--muted);
  }
  .note {
    display: flex;
    gap: 6px;
    margin-top: 4px;
    color: var(--muted);
    font-size: 13px;
    line-height: 18px;
    overflow-wrap: anywhere;
  }
  .note svg {
    flex: none;
    margin-top: 2px;
  }
  .caution {
    color: var(--caution);
  }
  .main > .link {
    font-size: 13px;
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 0 16px;
    font-size: 13px;
  }
  .tombstone {
    color: var(--muted);
    font-size: 13px;
    font-style: italic;
  }
`;
