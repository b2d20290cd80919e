import { html } from 'lit';
import type { ChatState } from '../client/chat-state.ts';
import type { Words } from '../locales/words.ts';

/** Nothing while all is well; else what is happening, and that nothing is lost. */
export function connectionBar({ connection, interrupted, me }: ChatState, { connection: words }: Words) {
  const waiting = me ? words.offline : words.connecting;
  const said = connection === 'refused' ? words.refused : waiting;
  // Always there: what comes together with its region is read to nobody.
  return html`<p class="bar" role="status">${interrupted || connection === 'refused' ? said : ''}</p>`;
}
