/** Every conversation of the site, with every message in it. For managers; moderators read. */
import { Hono } from 'hono';
import * as z from 'zod';
import { countMessages } from '../../../db/conversation-heads.ts';
import { findConversation, listAllConversations, listConversationsById } from '../../../db/conversations.ts';
import { listEarlierTexts } from '../../../db/message-edits.ts';
import { listInConversation } from '../../../db/messages.ts';
import type { ConversationRow as Row } from '../../../db/schema.ts';
import { searchConversations } from '../../../db/search.ts';
import { searchWordsOf } from '../../../db/search-words.ts';
import { requireManager, requireModerator } from '../../access.ts';
import {
  closeConversation,
  deleteConversation,
  reopenConversation,
  restoreConversation,
} from '../../actions/change-conversation-state.ts';
import type { Actor } from '../../actor.ts';
import type { AppContext } from '../../context.ts';
import { viewConversations, viewerOf } from '../../conversation-heads.ts';
import { earlierTexts } from '../../earlier-texts.ts';
import { badRequest, notFound } from '../../errors.ts';
import { LIMITS } from '../../limits.ts';
import type { ConversationDetail, ConversationRow, ConversationsPage } from '../../protocol/back-office.ts';
import { messageView } from '../../views.ts';
import { cursorOf, placeOf } from '../cursor.ts';
import { bodyOf, type Env, queryOf, staffOf } from '../request.ts';

const listQuery = z.object({
  state: z.enum(['open', 'answered', 'closed', 'deleted']).optional(),
  q: z.string().max(200).optional(),
  after: z.string().max(200).optional(),
});
const deleteBody = z.strictObject({ reason: z.string().max(LIMITS.reason.codePoints).nullable() });

export function conversationRoutes(ctx: AppContext) {
  const app = new Hono<Env>();

  app.get('/conversations', async (c) => {
    const actor = await staffOf(ctx, c);
    requireModerator(actor);
    const query = queryOf(c, listQuery);
    // Deleted is gone for everybody but managers, who can restore it.
    if (query.state === 'deleted') requireManager(actor);
    const q = query.q?.trim();
    const state = query.state ?? null;
    return c.json(
      q ? await search(ctx, actor, q, state, query.after) : await list(ctx, actor, state, query.after),
    );
  });

  app.get('/conversations/:id', async (c) => {
    const actor = await staffOf(ctx, c);
    requireModerator(actor);
    const row = await findConversation(ctx.db, actor.site.id, c.req.param('id'));
    if (row?.state === 'deleted' && actor.role !== 'manager') throw notFound();
    const [conversation] = row ? await viewRows(ctx, actor, [row]) : [];
    if (!row || !conversation) throw notFound();
    return c.json<ConversationDetail>({ conversation, messages: await viewMessages(ctx, actor, row.id) });
  });

  app.delete('/conversations/:id', async (c) => {
    const { reason } = await bodyOf(c, deleteBody);
    await deleteConversation(ctx, await staffOf(ctx, c), c.req.param('id'), reason);
    return c.body(null, 204);
  });

  const acts = { restore: restoreConversation, close: closeConversation, reopen: reopenConversation };
  for (const [name, act] of Object.entries(acts)) {
    app.post(`/conversations/:id/${name}`, async (c) => {
      await act(ctx, await staffOf(ctx, c), c.req.param('id') ?? '');
      return c.body(null, 204);
    });
  }

  return app;
}

type State = Row['state'] | null;

async function list(
  ctx: AppContext,
  actor: Actor,
  state: State,
  after: string | undefined,
): Promise<ConversationsPage> {
  const limit = LIMITS.backOffice.page;
  const filter = { siteId: actor.site.id, state, before: placeOf(after), limit: limit + 1 };
  const rows = await listAllConversations(ctx.db, filter);
  const page = rows.slice(0, limit);
  const last = rows.length > page.length ? page.at(-1) : undefined;
  const next = last ? cursorOf({ lastActivityAt: last.last_activity_at, id: last.id }) : null;
  return { items: await viewRows(ctx, actor, page), next };
}

async function search(
  ctx: AppContext,
  actor: Actor,
  typed: string,
  state: State,
  after: string | undefined,
): Promise<ConversationsPage> {
  const words = searchWordsOf(typed);
  if (!words) return { items: [], next: null, search: 'too-vague' };
  const before = after ? messageNumberOf(after) : null;
  const filter = { siteId: actor.site.id, typed, words, state, before, limit: LIMITS.backOffice.page };
  const { conversationIds, next, cutShort } = await searchConversations(ctx.db, filter);
  const rows = await listConversationsById(ctx.db, actor.site.id, conversationIds);
  return {
    items: await viewRows(ctx, actor, rows),
    next: next === null ? null : String(next),
    search: cutShort ? 'cut-short' : 'complete',
  };
}

/** Where a page of a search ended. @throws Refusal 400 */
function messageNumberOf(after: string): number {
  if (!/^\d{1,15}$/.test(after)) throw badRequest('after: not a place in this list');
  return Number(after);
}

async function viewRows(ctx: AppContext, actor: Actor, rows: Row[]): Promise<ConversationRow[]> {
  const ids = rows.map((row) => row.id);
  const [views, counts] = await Promise.all([
    viewConversations(ctx, actor, rows),
    countMessages(ctx.db, ids),
  ]);
  return views.map((view) => {
    const deletedAt = rows.find((row) => row.id === view.id)?.deleted_at ?? null;
    const eraseAt = deletedAt === null ? null : deletedAt + LIMITS.retention.deletedMs;
    const { messages = 0, held = 0 } = counts.find((count) => count.id === view.id) ?? {};
    return { ...view, messages, held, deletedAt, eraseAt };
  });
}

async function viewMessages(
  ctx: AppContext,
  actor: Actor,
  id: string,
): Promise<ConversationDetail['messages']> {
  const [rows, earlier] = await Promise.all([
    listInConversation(ctx.db, id, {}),
    listEarlierTexts(ctx.db, id),
  ]);
  return rows.flatMap((row) => {
    const view = messageView(row, viewerOf(actor));
    const address = actor.role === 'manager' ? row.address : null;
    return view ? [{ ...view, text: row.body, address, ...earlierTexts(earlier, row.id) }] : [];
  });
}
