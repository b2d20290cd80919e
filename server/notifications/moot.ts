/** Whether there is still something to tell: looked at when it is to be sent, not when it was put down. */
import { findAlert } from '../../db/alerts.ts';
import { findConversation } from '../../db/conversations.ts';
import { findMessage, type MessageWithAuthor } from '../../db/messages.ts';
import { hasWrittenAfter } from '../../db/new-messages.ts';
import type { Notice } from '../../db/notice-queue.ts';
import { findPerson } from '../../db/people.ts';
import { findOffer } from '../../db/promotions.ts';
import type { ConversationRow } from '../../db/schema.ts';
import type { AlertRow } from '../../db/schema-moderators.ts';
import type { FollowRow } from '../../db/schema-notifications.ts';
import { findWaitingQuestion } from '../../db/waiting-questions.ts';
import type { AppContext } from '../context.ts';
import type { Once } from './once.ts';

/** What a notice is about, as everybody may see it at this moment. */
export type About =
  | { kind: 'question'; conversation: ConversationRow; askedBy: string; reminder: boolean }
  | { kind: 'answer'; conversation: ConversationRow; message: MessageWithAuthor; follow: FollowRow }
  | { kind: 'alert'; alert: AlertRow; raisedBy: string }
  | { kind: 'alert-answer'; alert: AlertRow }
  | { kind: 'promotion' }
  | { kind: 'hidden'; conversation: ConversationRow; message: MessageWithAuthor };

export type Moot = 'gone' | 'answered' | 'read' | 'closed';

/** @returns what it is about, or why there is nothing to tell any more */
export async function aboutOf(
  ctx: AppContext,
  once: Once,
  notice: Notice,
  follow: FollowRow | null,
): Promise<About | Moot> {
  switch (notice.kind) {
    case 'waiting-question':
    case 'reminder':
      return await once(`${notice.kind} ${notice.conversation_id} of ${notice.site_id}`, () =>
        aboutQuestion(ctx, notice),
      );
    case 'answer':
      return follow ? await aboutAnswer(ctx, notice, follow) : 'closed';
    case 'alert':
    case 'alert-answer':
      return await aboutAlert(ctx, notice);
    case 'promotion':
      return (await isOffered(ctx, notice)) ? { kind: 'promotion' } : 'closed';
    case 'hidden':
      return await aboutHidden(ctx, notice);
  }
}

async function aboutQuestion(ctx: AppContext, notice: Notice): Promise<About | Moot> {
  const conversation = await publicConversation(ctx, notice);
  if (!conversation) return 'gone';
  const waits = await findWaitingQuestion(ctx.db, conversation.id, ctx.clock.now());
  if (!waits) return 'answered';
  const asker = await findPerson(ctx.db, conversation.site_id, conversation.author_id);
  return { kind: 'question', conversation, askedBy: asker?.name ?? '', reminder: notice.kind === 'reminder' };
}

async function aboutAnswer(ctx: AppContext, notice: Notice, follow: FollowRow): Promise<About | Moot> {
  const conversation = await publicConversation(ctx, notice);
  const message = notice.message_id && (await findMessage(ctx.db, notice.site_id, notice.message_id));
  if (!conversation || !message || message.state !== 'published') return 'gone';
  if (conversation.state === 'closed' || follow.confirmed_at === null) return 'closed';
  if (message.seq === null) return 'gone';
  if (message.seq <= follow.read_seq) return 'read';
  if (await hasWrittenAfter(ctx.db, conversation.id, message.seq, notice.person_id)) return 'read';
  return { kind: 'answer', conversation, message, follow };
}

/** Restored, said another way or removed meanwhile: nothing is left to tell. */
async function aboutHidden(ctx: AppContext, notice: Notice): Promise<About | Moot> {
  const conversation = await publicConversation(ctx, notice);
  const message = notice.message_id && (await findMessage(ctx.db, notice.site_id, notice.message_id));
  if (!conversation || !message) return 'gone';
  return message.state === 'hidden' ? { kind: 'hidden', conversation, message } : 'closed';
}

async function aboutAlert(ctx: AppContext, notice: Notice): Promise<About | Moot> {
  const alert = notice.subject_id && (await findAlert(ctx.db, notice.site_id, notice.subject_id));
  if (!alert) return 'gone';
  if (notice.kind === 'alert-answer') return { kind: 'alert-answer', alert };
  // Somebody sees to it: nobody else has to.
  if (alert.closed_at !== null || alert.taken_at !== null || alert.answered_at !== null) return 'closed';
  const raiser = await findPerson(ctx.db, notice.site_id, alert.raised_by);
  return { kind: 'alert', alert, raisedBy: raiser?.name ?? '' };
}

/** An offer nobody has answered nor taken back. */
async function isOffered({ db, clock }: AppContext, notice: Notice): Promise<boolean> {
  const offer = await findOffer(db, notice.site_id, notice.person_id, clock.now());
  return offer !== undefined && offer.id === notice.subject_id;
}

/** null where a visitor would not see it: deleted, or its question never became public. */
async function publicConversation(ctx: AppContext, notice: Notice): Promise<ConversationRow | null> {
  const id = notice.conversation_id;
  const conversation = id && (await findConversation(ctx.db, notice.site_id, id));
  if (!conversation || conversation.state === 'deleted' || conversation.published_at === null) return null;
  return conversation;
}
