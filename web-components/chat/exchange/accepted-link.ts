import { css, html, nothing } from 'lit';
import type { MessageView } from '../../../server/protocol/frames.ts';
import type { ChatContext } from '../context.ts';
import { check } from '../icons.ts';
import { readable } from './quote.ts';

/** The accepted answer, at the top of its conversation: one line that leads to it. */
export function acceptedLink(
  message: MessageView | undefined,
  { words }: ChatContext,
  go: (messageId: string) => void,
) {
  const text = readable(message);
  if (!message || text === null) return nothing;
  const { exchange } = words;
  const title = message.mine ? exchange.acceptedMine : exchange.accepted;
  const name = message.mine ? '' : ` ${message.author.name}`;
  return html`<button class="accepted-link" @click=${() => go(message.id)}>
    ${check}<span><b>${title}</b>${name} · ${text}</span>
  </button>`;
}

export const acceptedLinkStyles = css`
  .accepted-link {
    position: sticky;
    z-index: 1;
    top: 0;
    display: flex;
    gap: 8px;
    align-items: center;
    width: 100%;
    min-height: 44px;
    padding: 6px 20px;
    border-bottom: 1px solid var(--line);
    background: var(--surface);
    font-size: 13px;
    line-height: 18px;
    text-align: left;
  }
  .accepted-link svg {
    flex: none;
    color: var(--accent-text);
  }
  .accepted-link span {
    overflow: hidden;
    color: var(--muted);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .accepted-link b {
    color: var(--accent-text);
    font-weight: 600;
  }
  .accepted-link:hover span {
    color: var(--ink);
  }
`;
