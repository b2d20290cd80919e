/** The only way to load something on somebody's behalf: what is absent and what is not theirs look alike. */
import { findConversation } from '../db/conversations.ts';
import { findMessage, type MessageWithAuthor } from '../db/messages.ts';
import type { ConversationRow } from '../db/schema.ts';
import { listPageRules } from '../db/sites.ts';
import { after, type Soon } from '../db/soon.ts';
import { type Actor, isAtLeast, mayModerate } from './actor.ts';
import type { AppContext } from './context.ts';
import { forbidden, notFound } from './errors.ts';
import { matchPageRule } from './page-rules.ts';
import type { ContributionMode } from './protocol/frames.ts';

/** @throws Refusal 404 for absent, deleted, another site's, and held questions of somebody else. */
export function accessConversation(ctx: AppContext, actor: Actor, id: string): Soon<ConversationRow> {
  return after(findConversation(ctx.db, actor.site.id, id), (conversation) => {
    if (!conversation || !maySeeConversation(actor, conversation)) throw notFound();
    return conversation;
  });
}

export function maySeeConversation(actor: Actor, conversation: ConversationRow): boolean {
  if (conversation.state === 'deleted') return false;
  if (conversation.published_at !== null) return true;
  return conversation.author_id === actor.personId || mayModerate(actor);
}

/** A message this actor may see, with its conversation. @throws Refusal 404 */
export async function accessMessage(
  ctx: AppContext,
  actor: Actor,
  id: string,
): Promise<{ message: MessageWithAuthor; conversation: ConversationRow }> {
  const message = await findMessage(ctx.db, actor.site.id, id);
  if (!message || !maySeeMessage(actor, message)) throw notFound();
  const conversation = await accessConversation(ctx, actor, message.conversation_id);
  return { message, conversation };
}

/** A held or rejected message exists for its author and for moderators, for nobody else. */
export function maySeeMessage(actor: Actor, message: MessageWithAuthor): boolean {
  const unpublished = message.state === 'held' || message.state === 'rejected';
  return !unpublished || message.author_id === actor.personId || mayModerate(actor);
}

/** @throws Refusal 404 to anybody who is not a moderator here: the back office does not exist for them. */
export function requireModerator(actor: Actor): void {
  if (!mayModerate(actor)) throw notFound();
}

/** @throws Refusal 404 to whoever does not answer on every page here, or may no longer write. */
export function requireExpert(actor: Actor): void {
  if (!isAtLeast(actor.role, 'expert') || actor.ban) throw notFound();
}

/** @throws Refusal 403 to moderators, 404 to anybody else. */
export function requireManager(actor: Actor): void {
  requireModerator(actor);
  if (actor.role !== 'manager') throw forbidden('Only a community manager can do this.');
}

/**
 * The contribution mode of a page: its rule's, else the site's. For a conversation, of its `page_key`: a query
 * that the asker writes into the address must not choose the rule.
 */
export function modeOfPage(ctx: AppContext, actor: Actor, url: string): Soon<ContributionMode> {
  return after(listPageRules(ctx.db, actor.site.id), (rules) => matchPageRule(actor.site, rules, url).mode);
}

export type WriteObstacle = 'banned' | 'conversation-closed' | 'waiting' | 'only-experts-answer';

/** What keeps this actor from writing in this conversation, if anything. */
export function obstacleToWriting(
  actor: Actor,
  conversation: ConversationRow,
  mode: ContributionMode,
): WriteObstacle | null {
  if (actor.ban) return 'banned';
  if (conversation.state === 'closed' || conversation.state === 'deleted') return 'conversation-closed';
  // Until the question is public, an answer in it would be the first trace of a held text.
  if (conversation.published_at === null) return 'waiting';
  const invited = isAtLeast(actor.role, 'expert') || conversation.author_id === actor.personId;
  return mode === 'invite-only' && !invited ? 'only-experts-answer' : null;
}
