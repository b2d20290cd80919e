import { html, nothing } from 'lit';
import type { ChatState } from '../client/chat-state.ts';
import type { Words } from '../locales/words.ts';
import { bubble } from './icons.ts';

type Launcher = { words: Words; state: ChatState; invitation: string | null; open: () => void };

/** The button in the corner of the shop: the invitation, and how much is new. */
export const chatLauncher = ({ words, state: { unread }, invitation, open }: Launcher) =>
  html`<button class="launcher" aria-expanded="false" @click=${open}>
    <span class="mark">${bubble}${unread ? html`<span class="unread" aria-hidden="true">${unread > 99 ? '99+' : unread}</span>` : nothing}</span>
    <span class="words">${invitation || words.invitation}</span>
    ${unread ? html`<span class="unseen">${words.open(unread)}</span>` : nothing}
  </button>`;
