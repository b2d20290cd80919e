import { html, nothing } from 'lit';
import type { MessageView, MeView } from '../../../../server/protocol/frames.ts';
import type { ToReview } from '../../../../server/protocol/moderators.ts';
import type { ChatContext } from '../../context.ts';
import { recordWords } from '../../moderation/record-words.ts';
import type { ModerationWords } from '../../moderation/words.ts';
import { ago } from '../../time.ts';
import type { ToReviewWords } from './words.ts';

type ReviewCard = {
  item: ToReview;
  context: ChatContext;
  me: MeView | null;
  words: ToReviewWords;
  acts: ModerationWords;
  now: number;
};

/** A message that waits: who wrote it where, why it waits, and what may be done. */
export function reviewCard({ item, context, me, words, acts, now }: ReviewCard) {
  const { message, record, page } = item;
  const open = () => context.client.openConversation(item.conversationId);
  return html`<p class="where">${page.productName || page.title} · ${ago(item.since, now, context.locale)}</p>
    <p class="who"><strong>${record.name}</strong> <span>${recordWords(record, acts, now)}</span></p>
    <p class="text">${textOf(message)}</p>
    <p class="why">${why(item, words).map((text) => html`<span>${text}</span>`)}</p>
    ${
      me?.mayModerate
        ? html`<entraide-moderation
          .context=${context}
          .message=${message}
          .me=${me}
          .inList=${true}
          .isReported=${item.reports !== null}
        ></entraide-moderation>`
        : nothing
    }
    <button class="link" @click=${open}>${words.open}</button>`;
}

const textOf = (message: MessageView) => ('text' in message ? message.text : '');

/** What brought it here, in a few words. */
function why({ kinds, message, reports, alerts, state }: ToReview, words: ToReviewWords): string[] {
  const reasons = 'reasons' in message ? (message.reasons ?? []) : [];
  const seen = reasons.map(({ kind, entry }) =>
    entry ? `${words.kinds[kind]} (${entry})` : words.kinds[kind],
  );
  return [
    ...(kinds.includes('held') && seen.length === 0 ? [words.held] : []),
    ...new Set(seen),
    ...(reports ? [words.reported(reports.people, reports.networks)] : []),
    ...(reports?.flood === 'newcomers' ? [words.newcomersOnly] : []),
    ...(alerts > 0 ? [words.alerted(alerts)] : []),
    ...(state === 'hidden' ? [words.hidden] : []),
  ];
}
