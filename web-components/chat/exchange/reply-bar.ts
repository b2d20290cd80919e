import { css, html, nothing } from 'lit';
import type { MessageView } from '../../../server/protocol/frames.ts';
import type { ChatContext } from '../context.ts';
import { cross } from '../icons.ts';
import { reply } from './icons.ts';
import { readable } from './quote.ts';

/** Above the field: which message one is replying to, and the way out of it. */
export function replyBar(message: MessageView | undefined, { words }: ChatContext, leave: () => void) {
  const text = readable(message);
  if (!message || text === null) return nothing;
  const { exchange } = words;
  return html`<div class="reply-bar">
    ${reply}<span><b>${exchange.replyingTo(message.author.name)}</b> ${text}</span>
    <button aria-label=${exchange.noReply} @click=${leave}>${cross}</button>
  </div>`;
}

export const replyBarStyles = css`
  .reply-bar {
    display: flex;
    gap: 8px;
    align-items: center;
    padding: 0 8px 0 20px;
    border-top: 1px solid var(--line);
    color: var(--muted);
    font-size: 13px;
    line-height: 18px;
  }
  .reply-bar > svg {
    flex: none;
  }
  .reply-bar span {
    flex: 1;
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .reply-bar b {
    color: var(--ink);
    font-weight: 600;
  }
  .reply-bar button {
    display: grid;
    place-items: center;
    width: 44px;
    height: 44px;
    border-radius: 12px;
  }
  .reply-bar + entraide-composer {
    border-top: 0;
    padding-top: 0;
  }
`;
