import { html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { MessageView } from '../../server/protocol/frames.ts';
import type { ConversationState_ } from '../client/chat-state.ts';
import type { Words } from '../locales/words.ts';

type Announcement = { key: string; text: string };

/** Tells a screen reader each new message once, and nothing of what was there before. */
export class Announcer {
  #known: { conversationId: string; keys: Set<string> } | null = null;
  #announcements: Announcement[] = [];

  /** Takes note of the conversation as it is now. */
  follow({ id, status, messages }: ConversationState_, words: Words): void {
    if (status !== 'ready') {
      this.#known = null;
      return;
    }
    const told = messages.map((message) => announcement(message, words));
    const known = this.#known?.conversationId === id ? this.#known.keys : null;
    const fresh = known ? told.filter(({ key, text }) => text && !known.has(key)) : [];
    // What is no longer there to be read is not left for who reads with their ears.
    const still = this.#announcements.filter(({ key, text }) =>
      told.some((one) => one.key === key && one.text === text),
    );
    this.#announcements = fresh.length ? fresh : still;
    this.#known = { conversationId: id, keys: new Set(told.map(({ key }) => key)) };
  }

  /** What is being told now. */
  get texts(): string[] {
    return this.#announcements.map(({ text }) => text);
  }

  render(label: string) {
    return html`<div class="unseen" role="log" aria-live="polite" aria-relevant="additions" aria-label=${label}>
      ${repeat(
        this.#announcements,
        ({ key }) => key,
        ({ text }) => html`<p>${text}</p>`,
      )}
    </div>`;
  }
}

/** Others' published texts; of one's own, only what became of them when they are not published. */
function announcement(message: MessageView, { message: words, conversation }: Words): Announcement {
  const key = `${message.id} ${message.mine ? message.state : ''}`;
  if (!message.mine) {
    return {
      key,
      text: message.state === 'published' ? conversation.announced(message.author.name, message.text) : '',
    };
  }
  if (message.state === 'held') return { key, text: words.held(message.reasons[0]?.kind ?? null) };
  if (message.state === 'rejected') return { key, text: words.rejected(message.reason) };
  return { key, text: '' };
}
