import { css, html, nothing } from 'lit';
import type { ConversationScope } from '../../server/protocol/frames.ts';
import type { ChatState, ConversationState_ } from '../client/chat-state.ts';
import type { ChatContext } from './context.ts';
import { back, cross } from './icons.ts';
import { ago } from './time.ts';

type Header = { context: ChatContext; state: ChatState; title: string; close: (() => void) | null };

/** The top of the chat: where one is, who is there, the way back and the way out. */
export const chatHeader = ({ context, state, title, close }: Header) => html`<div class="top">
  ${state.current ? backButton(context) : nothing}
  <div class="titles">
    <h2>${heading(state, context, title)}</h2>
    <p class="under">${state.current ? people(state.current, context) : here(state, context)}</p>
  </div>
  ${state.current ? nothing : html`<entraide-more .context=${context} .state=${state}></entraide-more>`}
  ${closeButton(context, close)}
</div>`;

export const closeButton = ({ words }: ChatContext, close: (() => void) | null) =>
  close ? html`<button class="icon" aria-label=${words.close} @click=${close}>${cross}</button>` : nothing;

function heading({ current }: ChatState, { words }: ChatContext, title: string): string {
  if (current?.status === 'gone') return words.conversation.goneTitle;
  return unbroken(current?.conversation?.question || title);
}

/** No line breaks at the hyphen before a short word, such as an inversion's (“accroche-t-elle”). */
export const unbroken = (text: string) => text.replace(/-(?=\w{1,5}\b)/g, '‑');

const backButton = ({ client, words }: ChatContext) =>
  html`<button class="icon back" aria-label=${words.back} @click=${() => client.closeConversation()}>${back}</button>`;

function here({ here, answerMs, me, waiting }: ChatState, { words }: ChatContext) {
  // Alone, one would read oneself as somebody who could answer. Said above the field, it is not said here.
  const others = here > 1 && !answerMs ? html`<span class="dot"></span>${words.here(here)}` : nothing;
  const toRead = me?.mayModerate && waiting ? words.list.waiting(waiting) : nothing;
  return html`${others}${others !== nothing && toRead !== nothing ? ' · ' : nothing}${toRead}`;
}

function people({ conversation, messages }: ConversationState_, { words, locale }: ChatContext): string {
  if (!conversation || conversation.unpublished) return '';
  if (!conversation.answers) {
    return words.conversation.waitingSince(ago(conversation.createdAt, Date.now(), locale));
  }
  return words.conversation.participants(new Set(messages.map(({ author }) => author.id)).size);
}

type Tabs = {
  context: ChatContext;
  state: ChatState;
  chosen: ConversationScope;
  choose: (scope: ConversationScope) => void;
};

const SCOPES: ConversationScope[] = ['page', 'site', 'mine'];

/** The three lists, as tabs one walks with the arrow keys. */
export function chatTabs({ context, state, chosen, choose }: Tabs) {
  return html`<div class="tabs" role="tablist" aria-label=${context.words.tabs.label} @keydown=${onKey}>
    ${SCOPES.map(
      (scope) => html`<button
        role="tab"
        id=${scope}
        aria-selected=${scope === chosen}
        aria-controls="list"
        tabindex=${scope === chosen ? 0 : -1}
        @click=${() => choose(scope)}
      >
        ${context.words.tabs[scope]}${count(state, scope)}
      </button>`,
    )}
  </div>`;

  function onKey(event: KeyboardEvent) {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (!step) return;
    const next = SCOPES[(SCOPES.indexOf(chosen) + step + SCOPES.length) % SCOPES.length]!;
    choose(next);
    (event.currentTarget as HTMLElement).querySelector<HTMLElement>(`#${next}`)?.focus();
  }
}

function count({ lists }: ChatState, scope: ConversationScope): string {
  const { conversations, next } = lists[scope];
  if (scope !== 'page' || !conversations.length) return '';
  return ` · ${conversations.length}${next ? '+' : ''}`;
}

export const headerStyles = css`
  .top {
    display: flex;
    align-items: flex-start;
    gap: 4px;
    padding: 12px 12px 8px 20px;
  }
  .top:has(.back) {
    padding-left: 8px;
    border-bottom: 1px solid var(--line);
  }
  .titles {
    flex: 1;
    min-width: 0;
    padding: 4px 0;
  }
  h2 {
    display: -webkit-box;
    overflow: hidden;
    font-size: 17px;
    font-weight: 650;
    line-height: 22px;
    overflow-wrap: anywhere;
    text-wrap: balance;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
  }
  .under {
    min-height: 20px;
    color: var(--muted);
    font-size: 13px;
    line-height: 20px;
  }
  .dot {
    display: inline-block;
    width: 8px;
    height: 8px;
    margin-right: 6px;
    border-radius: 50%;
    background: #2f9e6e;
  }
  .icon {
    flex: none;
    display: grid;
    place-items: center;
    width: 44px;
    height: 44px;
    border-radius: 12px;
    color: var(--muted);
  }
  .icon:hover {
    background: var(--soft);
    color: var(--ink);
  }
  .tabs {
    display: flex;
    gap: 4px;
    padding: 0 12px;
    border-bottom: 1px solid var(--line);
  }
  .tabs button {
    min-height: 44px;
    padding: 0 8px;
    margin-bottom: -1px;
    border-bottom: 2px solid transparent;
    color: var(--muted);
    font-size: 14px;
    font-weight: 600;
    white-space: nowrap;
  }
  .tabs button[aria-selected='true'] {
    border-color: var(--accent-text);
    color: var(--accent-text);
  }
  .tabs button:hover {
    color: var(--ink);
  }
  .tabs button:focus-visible {
    outline-offset: -3px;
    border-radius: 8px;
  }
`;
