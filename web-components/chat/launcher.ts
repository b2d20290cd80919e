import { html, nothing } from 'lit';
import type { ChatState } from '../client/chat-state.ts';
import type { Words } from '../locales/words.ts';
import { bubble } from './icons.ts';

type Launcher = { words: Words; state: ChatState; invitation: string | null; open: () => void };

/** The button in the corner of the shop: the invitation, and how much is new. */
export function chatLauncher({ words, state: { unread, told }, invitation, open }: Launcher) {
  const news = unread + told;
  return html`<button class="launcher" aria-expanded="false" @click=${open}>
    <span class="mark">${bubble}${news ? html`<span class="unread" aria-hidden="true">${news > 99 ? '99+' : news}</span>` : nothing}</span>
    <span class="words">${invitation || words.invitation}</span>
    ${news ? html`<span class="unseen">${words.open(unread, told)}</span>` : nothing}
  </button>`;
}
