import { css, html, nothing } from 'lit';
import type { MessageView } from '../../../server/protocol/frames.ts';
import type { ChatContext } from '../context.ts';
import { reply } from './icons.ts';

/** Enough to know it again. */
const CHARACTERS = 140;

/** The text of a message that everybody may read; null of any other. */
export const readable = (message: MessageView | undefined): string | null =>
  message?.state === 'published' ? [...message.text].slice(0, CHARACTERS).join('') : null;

/** What a message replies to, as one quiet line that leads there. */
export function quote(
  replyTo: string | undefined,
  quoted: MessageView | undefined,
  { words }: ChatContext,
  go: (messageId: string) => void,
) {
  if (!replyTo) return nothing;
  const text = readable(quoted);
  if (!quoted || text === null)
    return html`<p class="quote">${reply}<span>${words.exchange.unseen}</span></p>`;
  const name = quoted.mine ? words.message.you : quoted.author.name;
  return html`<button class="quote" aria-label=${words.exchange.quoted(name, text)} @click=${() => go(replyTo)}>
    ${reply}<span><b>${name}</b> ${text}</span>
  </button>`;
}

export const quoteStyles = css`
  .quote {
    border-radius: 6px;
    display: flex;
    gap: 6px;
    align-items: center;
    max-width: 100%;
    min-height: 24px;
    color: var(--muted);
    font-size: 13px;
    line-height: 18px;
    text-align: left;
  }
  .quote svg {
    flex: none;
  }
  .quote span {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .quote b {
    font-weight: 600;
  }
  button.quote:hover span {
    color: var(--ink);
  }
  @media (pointer: coarse) {
    button.quote {
      min-height: 44px;
    }
  }
`;
