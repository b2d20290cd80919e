/** What is new in followed conversations becomes notices; what is done is forgotten. */
import { findConversation } from '../../db/conversations.ts';
import { type Tx, transaction } from '../../db/database.ts';
import { deleteFollow, updateFollow } from '../../db/follows.ts';
import { listNewMessages } from '../../db/new-messages.ts';
import { addNotices } from '../../db/notices.ts';
import { noteErased } from '../../db/rewrite.ts';
import type { ConversationRow } from '../../db/schema.ts';
import type { FollowRow } from '../../db/schema-notifications.ts';
import type { AppContext } from '../context.ts';
import { LIMITS } from '../limits.ts';

/** More new messages than this in one go are as good as this many. */
const TOGETHER = 20;

/** One conversation, for these who follow it. */
export async function lookAt(ctx: AppContext, id: string, follows: FollowRow[]): Promise<void> {
  if (follows.length === 0) return;
  const now = ctx.clock.now();
  const conversation = await findConversation(ctx.db, follows[0]!.site_id, id);
  if (isDone(conversation, now)) return await forget(ctx, id, follows);
  const never = follows.filter((follow) => isNeverConfirmed(follow, now));
  if (never.length > 0) await forget(ctx, id, never);
  const behind = follows.filter((follow) => isBehind(follow, conversation));
  if (behind.length === 0) return;
  await transaction(ctx.db, async (tx) => {
    for (const follow of behind) await noticeAnswers(ctx, tx, conversation, follow);
  });
}

const isBehind = (follow: FollowRow, { last_seq }: ConversationRow): boolean =>
  follow.confirmed_at !== null && follow.looked_seq < last_seq;

/** Nobody is told of what is closed or gone, nor long after the last word. */
function isDone(
  conversation: ConversationRow | undefined,
  now: number,
): conversation is undefined | (ConversationRow & { state: 'closed' | 'deleted' }) {
  if (!conversation || conversation.state === 'closed' || conversation.state === 'deleted') return true;
  return conversation.last_activity_at < now - LIMITS.notices.followMs;
}

const isNeverConfirmed = ({ confirmed_at, created_at }: FollowRow, now: number): boolean =>
  confirmed_at === null && created_at < now - LIMITS.notices.confirmMs;

async function forget(ctx: AppContext, conversationId: string, follows: FollowRow[]): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    for (const { person_id } of follows) await deleteFollow(tx, conversationId, person_id);
    await noteErased(tx, ctx.clock.now());
  });
}

async function noticeAnswers(
  ctx: AppContext,
  tx: Tx,
  { id, site_id, last_seq }: ConversationRow,
  { id: followId, person_id, looked_seq, read_seq }: FollowRow,
): Promise<void> {
  const seq = Math.max(looked_seq, read_seq);
  const wanted = { conversationId: id, seq, personId: person_id, limit: TOGETHER };
  const now = ctx.clock.now();
  const rows = (await listNewMessages(tx, wanted)).map((message) => ({
    id: ctx.random.id(),
    site_id,
    person_id,
    kind: 'answer' as const,
    conversation_id: id,
    message_id: message.id,
    subject_id: null,
    key: `answer ${message.id}`,
    created_at: now,
    due_at: (message.publishedAt ?? now) + LIMITS.notices.answerAfterMs,
  }));
  if (rows.length > 0) await addNotices(tx, rows);
  await updateFollow(tx, followId, { looked_seq: last_seq });
}
