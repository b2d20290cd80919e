import { commitMessage, rightsNow, wasSentLately } from '../../db/commit-message.ts';
import { firstText } from '../../db/message-edits.ts';
import { type AuthorColumns, findMessage, findSent, type MessageWithAuthor } from '../../db/messages.ts';
import type { MessageRow } from '../../db/schema.ts';
import { listPageRules } from '../../db/sites.ts';
import { heldByError, type Verdict } from '../../moderation/index.ts';
import { accessConversation } from '../access.ts';
import type { Actor } from '../actor.ts';
import { refreshActor, refuseBlocked } from '../authenticate.ts';
import { authorName } from '../author-name.ts';
import type { AppContext } from '../context.ts';
import { conflict, Refusal } from '../errors.ts';
import { judgeMessage } from '../judge-message.ts';
import type { Way } from '../metrics.ts';
import { matchPageRule, pageKey, parseHttpUrl } from '../page-rules.ts';
import type { BackOfficeList, PageView } from '../protocol/frames.ts';
import { messageText } from '../text.ts';
import { messageCommit, type Sending, type Target, type Undecided } from './message-commit.ts';
import { banned, writableConversation } from './writable-conversation.ts';

/** A stored message, and its author as they were when it was decided on. */
export type Sent = { message: MessageWithAuthor; author: Actor };

/**
 * Sends a message, or asks a question. Decides outside any transaction, commits once, tells afterwards.
 * The same clientMessageId again gets the same answer; with another text it is refused. Role, ban and site are
 * read as they are now.
 * @throws Refusal with a RefusalCode of the contract.
 */
export async function sendMessage(
  ctx: AppContext,
  actor: Actor,
  sending: Sending,
  way: Way = 'http',
): Promise<Sent> {
  const text = messageText(sending.text);
  const intent = `${actor.personId} ${sending.clientMessageId}`;
  // Copies of one intent wait for the first: there is one answer to all of them.
  while (underWay.has(intent)) await underWay.get(intent);
  if (wasSentLately(ctx.db, actor.personId, sending.clientMessageId)) {
    return await sentBefore(ctx, actor, sending, text, new SentBefore());
  }
  const sent = sendOnce(ctx, actor, sending, text, way);
  underWay.set(
    intent,
    sent.then(NOTHING, NOTHING).then(() => void underWay.delete(intent)),
  );
  try {
    return await sent;
  } catch (error) {
    return await sentBefore(ctx, actor, sending, text, error);
  }
}

/** `${personId} ${clientMessageId}` → resolves when it is over, however it ended. */
const underWay = new Map<string, Promise<void>>();
const NOTHING = () => undefined;

/** What was stored before is answered as it was, whatever would be refused today. @throws the error */
async function sentBefore(
  ctx: AppContext,
  actor: Actor,
  sending: Sending,
  text: string,
  error: unknown,
): Promise<Sent> {
  const earlier = await findSent(ctx.db, actor.personId, sending.clientMessageId);
  if (!earlier) throw error;
  const author = await refreshActor(ctx, actor);
  const message = await sameIntent(ctx, author, earlier, { ...sending, text });
  // Stored just now, and the word of it lost with the thread: nobody was told.
  if (!(error instanceof Refusal || error instanceof SentBefore)) tell(ctx, message, EVERY_LIST);
  return { message, author };
}

async function sendOnce(
  ctx: AppContext,
  actor: Actor,
  sending: Sending,
  text: string,
  way: Way,
): Promise<Sent> {
  let isPaced = false;
  for (let tries = 0; tries < TRIES; tries += 1) {
    const rights = rightsNow(ctx.db);
    const decided = await decide(ctx, await refreshActor(ctx, actor), sending, text);
    if (!isPaced) await ctx.pace.takeMessage(decided.actor);
    isPaced = true;
    const stored = await judgeAndCommit(ctx, decided, rights, way);
    if (stored === 'duplicate') throw new SentBefore();
    if (stored !== 'stale') return { message: stored, author: decided.actor };
  }
  throw new Refusal(503, 'busy', 'The rules are being changed just now. Try again in a moment.', 1000);
}

/** The same intent arrived twice: the second answers like the first. */
class SentBefore extends Error {}

/** Each time something that was decided by has changed meanwhile. */
const TRIES = 10;

/** Whether and where this may be written, by what is in force now. @throws Refusal */
async function decide(ctx: AppContext, actor: Actor, sending: Sending, text: string): Promise<Undecided> {
  if (actor.role !== 'manager') await refuseBlocked(ctx, actor.site.id, actor.address);
  if (actor.ban) throw banned(actor.ban.reason);
  const name = await authorName(ctx, actor, sending.name);
  const conversation = await decideConversation(ctx, actor, sending);
  if (sending.replyTo) await refuseUnlessQuotable(ctx, actor, sending.replyTo, sending.conversationId);
  return { actor, sending, text, name, conversation };
}

/**
 * The library, the shop's domains, roles, bans and blocks are the same at the commit as when it was judged, or
 * else it is `stale`: nothing passes by an older state.
 */
async function judgeAndCommit(
  ctx: AppContext,
  undecided: Undecided,
  rights: number,
  way: Way,
): Promise<MessageWithAuthor | 'duplicate' | 'stale'> {
  const { actor, text, name, conversation } = undecided;
  const page = 'asked' in conversation ? conversation.asked : null;
  const verdict = ofThisLibrary(actor, await judgeMessage(ctx, actor, { text, name, page }));
  const commit = messageCommit(ctx, { ...undecided, verdict }, rights);
  const author: AuthorColumns = {
    author_name: name,
    author_role: actor.role,
    author_picture: actor.person?.picture_id ?? null,
    author_verified: actor.person?.verified ?? 0,
    author_badge: actor.person?.badge_id ?? null,
  };
  const committed = await commitMessage(ctx.db, commit, author);
  if (committed.outcome !== 'stored') return committed.outcome;
  ctx.metrics.messages[way][verdict.effect] += 1;
  const { message } = committed;
  if (verdict.reasons.some((reason) => reason.kind === 'filter-error')) ctx.filterHealth.heldOne();
  tell(ctx, message, verdict.effect === 'allow' ? ['conversations'] : EVERY_LIST);
  return message;
}

/** An opinion by another version of the library lets nothing pass. */
function ofThisLibrary(actor: Actor, verdict: Verdict): Verdict {
  return verdict.libraryVersion === actor.site.library_version ? verdict : heldByError();
}

/** @throws Refusal 404 when its conversation is no longer this author's to see, 409 with another text or reply */
async function sameIntent(
  ctx: AppContext,
  actor: Actor,
  earlier: MessageWithAuthor,
  { text, replyTo }: Sending,
): Promise<MessageWithAuthor> {
  await accessConversation(ctx, actor, earlier.conversation_id);
  const sent = earlier.edited_at === null ? earlier.body : await firstText(ctx.db, earlier.id);
  if (sent === text && earlier.reply_to === (replyTo ?? null)) return earlier;
  throw conflict('This message was already sent with another text.');
}

async function decideConversation(ctx: AppContext, actor: Actor, sending: Sending): Promise<Target> {
  if (sending.conversationId === null) {
    const asked = questionPage(actor, sending.page);
    // By its key, as the mode: a query that the asker writes into the address must not choose the rule.
    const { topic } = matchPageRule(
      actor.site,
      await listPageRules(ctx.db, actor.site.id),
      pageKey(asked.url),
    );
    return { asked, topic };
  }
  return { existing: await writableConversation(ctx, actor, sending.conversationId) };
}

/** What is replied to is public, and said in the same place. @throws Refusal alike for anything else */
async function refuseUnlessQuotable(
  ctx: AppContext,
  actor: Actor,
  id: string,
  conversationId: string | null,
): Promise<void> {
  const message = await findMessage(ctx.db, actor.site.id, id);
  if (message?.state === 'published' && message.conversation_id === conversationId) return;
  throw new Refusal(422, 'reply-gone', 'The message you reply to is no longer here.');
}

/** A question belongs to a page of the site: one of its allowed origins. */
function questionPage(actor: Actor, page: PageView | null): PageView {
  const url = page && parseHttpUrl(page.url);
  const origins = JSON.parse(actor.site.allowed_origins) as string[];
  if (!page || !url || !origins.includes(url.origin)) {
    throw new Refusal(400, 'bad-request', 'A question is asked on a page of the shop.');
  }
  // A picture from elsewhere would tell its server who reads.
  const image = page.imageUrl && parseHttpUrl(page.imageUrl);
  return image && origins.includes(image.origin) ? page : { ...page, imageUrl: undefined };
}

const EVERY_LIST: BackOfficeList[] = ['queue', 'conversations', 'audit-log'];

/** @param changed lists of the back office that are not as they were */
function tell(ctx: AppContext, message: MessageRow, changed: BackOfficeList[]): void {
  const { site_id: siteId, conversation_id: conversationId } = message;
  if (message.seq !== null) {
    ctx.broker.publish({ topic: 'event', siteId, conversationId, seq: message.seq });
    ctx.broker.publish({ topic: 'conversation', siteId, conversationId });
  } else {
    ctx.broker.publish({ topic: 'private', siteId, messageId: message.id });
  }
  ctx.broker.publish({ topic: 'back-office', siteId, changed });
}
