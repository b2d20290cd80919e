import { html, nothing } from 'lit';
import type { ChatState } from '../client/chat-state.ts';
import type { Words } from '../locales/words.ts';

/** Nothing while all is well; else what is happening, and that nothing is lost. */
export function connectionBar({ connection, interrupted, me }: ChatState, { connection: words }: Words) {
  if (connection === 'ready' || (me && !interrupted && connection !== 'refused')) return nothing;
  const waiting = me ? words.offline : words.connecting;
  return html`<p class="bar" role="status">${connection === 'refused' ? words.refused : waiting}</p>`;
}
