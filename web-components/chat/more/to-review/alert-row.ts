import { html, nothing } from 'lit';
import type { AlertView } from '../../../../server/protocol/moderators.ts';
import type { ChatContext } from '../../context.ts';
import { ago } from '../../time.ts';
import type { ToReviewWords } from './words.ts';

/** An alert of one's own: what it was about, who sees to it, what was answered. */
export function alertRow(alert: AlertView, words: ToReviewWords, { client, locale }: ChatContext) {
  const { about, degree, note, raised, answer } = alert;
  const { conversationId } = about;
  return html`<p class="where">${words.about[about.kind]} · ${words.degrees[degree]} · ${ago(raised.at, Date.now(), locale)}</p>
    ${about.label ? html`<p class="subject">${about.label}</p>` : nothing}
    <p class="text">${note}</p>
    ${answer ? html`<blockquote><strong>${words.answered(answer.by)}</strong><p>${answer.text}</p></blockquote>` : nothing}
    <p class="why"><span>${statusOf(alert, words)}</span></p>
    ${conversationId ? html`<button class="link" @click=${() => client.openConversation(conversationId)}>${words.open}</button>` : nothing}`;
}

function statusOf({ taken, answer, closed }: AlertView, words: ToReviewWords): string {
  if (closed) return words.closed(closed.by);
  if (taken) return words.taken(taken.by);
  return answer ? words.leftOpen : words.waits;
}
