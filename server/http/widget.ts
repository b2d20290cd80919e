/** What the embed and the chat ask over HTTP, from the shop's own origin. */
import { Hono } from 'hono';
import * as z from 'zod';
import { findConversation, listConversations } from '../../db/conversations.ts';
import type { SiteRow } from '../../db/schema.ts';
import { findSite, listPageRules } from '../../db/sites.ts';
import { reportMessage } from '../actions/report-message.ts';
import { sendMessage } from '../actions/send-message.ts';
import type { Actor } from '../actor.ts';
import { authenticate, isBlocked, refuseBlocked } from '../authenticate.ts';
import type { AppContext } from '../context.ts';
import { viewConversation, viewConversations, viewerOf } from '../conversation-heads.ts';
import { notFound, Refusal } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { matchPageRule, pageKey } from '../page-rules.ts';
import { REPORT_REASONS } from '../protocol/frames.ts';
import { sendSchema } from '../protocol/parse.ts';
import type {
  ConversationsAnswer,
  EmbedAnswer,
  SendAnswer,
  SendBody,
  TokenAnswer,
  WaitingAnswer,
} from '../protocol/widget.ts';
import { createPublicLists } from '../public-lists.ts';
import type { Hub } from '../realtime/hub.ts';
import { meView } from '../realtime/rights.ts';
import { createUsualWait } from '../usual-wait.ts';
import { messageView } from '../views.ts';
import { issueVisitorToken } from '../visitor-token.ts';
import { waitingFor } from '../waiting.ts';
import { deviceOf } from './account/signed-in.ts';
import { cursorOf, placeOf } from './cursor.ts';
import { actorOf, addressOf, bodyOf, type Env, queryOf } from './request.ts';
import { siteCors } from './site-cors.ts';

const siteId = z.string().min(1).max(64);
const embedQuery = z.object({ site: siteId, url: z.string().max(LIMITS.page.urlLength) });
const tokenBody = z.strictObject({ site: siteId });
const exchangeBody = z.strictObject({ site: siteId, code: z.string().min(1).max(200) });
const reportBody = z.strictObject({ site: siteId, reason: z.enum(REPORT_REASONS) });
const waitingBody = z.strictObject({
  site: siteId,
  conversations: z
    .array(z.strictObject({ id: siteId, seq: z.int().min(0), epoch: z.string().max(64) }))
    .max(LIMITS.connections.subscriptions),
});
const listQuery = z.object({
  site: siteId,
  scope: z.enum(['page', 'site', 'mine']),
  url: z.string().max(LIMITS.page.urlLength).optional(),
  before: z.string().max(200).optional(),
});

export function widgetRoutes(ctx: AppContext, hub: Hub, chatScript: () => string) {
  const app = new Hono<Env>();
  app.use(siteCors(ctx));
  const publicLists = createPublicLists(ctx);
  const usualWait = createUsualWait(ctx);

  app.get('/embed', async (c) => {
    const { site: id, url } = queryOf(c, embedQuery);
    const site = await requireSite(ctx, id);
    if (await isBlocked(ctx, site.id, addressOf(ctx, c))) return c.json<EmbedAnswer>({ show: false });
    const decision = matchPageRule(site, await listPageRules(ctx.db, site.id), url);
    return c.json<EmbedAnswer>(decision.show ? embedAnswer(site, decision, chatScript()) : { show: false });
  });

  app.post('/token', async (c) => {
    const { site: id } = await bodyOf(c, tokenBody);
    const site = await requireSite(ctx, id);
    await refuseBlocked(ctx, site.id, addressOf(ctx, c));
    const personId = ctx.random.id();
    const token = await issueVisitorToken(ctx, site.id, personId);
    const me = { id: personId, name: null, role: 'visitor' as const, mayModerate: false, mayRelease: false };
    return c.json<TokenAnswer>({ token, me });
  });

  app.post('/exchange', async (c) => {
    const { site: id, code } = await bodyOf(c, exchangeBody);
    await ctx.pace.takeSignIn(addressOf(ctx, c));
    const token = await ctx.signIn.exchange(code, id, deviceOf(c, c.req.header('origin') ?? null));
    if (!token)
      throw new Refusal(401, 'bad-token', 'This link was used already, or is too old. Ask for a new one.');
    const actor = await authenticate(ctx, id, { token }, addressOf(ctx, c));
    return c.json<TokenAnswer>({ token, me: meView(actor) });
  });

  app.get('/conversations', async (c) => {
    const query = queryOf(c, listQuery);
    const actor = await actorOf(ctx, c, query.site);
    const scope = scopeOf(query, actor.personId);
    const list = () => listOf(ctx, actor, scope, query.before);
    // Who has no row wrote nothing, and sees what all of them see.
    const isShared = actor.person === null && actor.ban === null && scope.kind !== 'mine';
    const key = JSON.stringify([actor.site.id, scope, query.before]);
    const here = await hub.here(actor.site, query.url ?? null);
    const answerMs = query.url === undefined ? null : await usualWait(actor.site, query.url);
    const usual = answerMs === null ? '' : `,"answerMs":${answerMs}`;
    const end = `,"here":${here}${usual}}`;
    const body = isShared
      ? await publicLists(key, end, list)
      : JSON.stringify(await list()).slice(0, -1) + end;
    return c.body(body, 200, { 'Content-Type': 'application/json' });
  });

  app.post('/waiting', async (c) => {
    const { site, conversations } = await bodyOf(c, waitingBody);
    return c.json<WaitingAnswer>(await waitingFor(ctx, await actorOf(ctx, c, site), conversations));
  });

  app.post('/messages', async (c) => {
    const { site, ...sending }: SendBody = await bodyOf(c, sendSchema);
    const { message } = await sendMessage(ctx, await actorOf(ctx, c, site), sending);
    // Read again: the first message is what gives a visitor a row.
    const actor = await actorOf(ctx, c, site);
    const view = messageView(message, viewerOf(actor));
    const conversation = await findConversation(ctx.db, site, message.conversation_id);
    if (!view || !conversation) throw new Error('a committed message has no view for its author');
    return c.json<SendAnswer>({
      message: view,
      conversation: await viewConversation(ctx, actor, conversation),
    });
  });

  app.post('/messages/:id/report', async (c) => {
    const { site, reason } = await bodyOf(c, reportBody);
    await reportMessage(ctx, await actorOf(ctx, c, site), c.req.param('id'), reason);
    return c.body(null, 204);
  });

  return app;
}

type ListScope = ReturnType<typeof scopeOf>;

async function listOf(
  ctx: AppContext,
  actor: Actor,
  scope: ListScope,
  before: string | undefined,
): Promise<Omit<ConversationsAnswer, 'here' | 'answerMs'>> {
  const limit = LIMITS.history.conversations;
  const place = { siteId: actor.site.id, scope, before: placeOf(before), limit: limit + 1 };
  const rows = await listConversations(ctx.db, place);
  const page = rows.slice(0, limit);
  const last = rows.length > page.length ? page.at(-1) : undefined;
  return {
    conversations: await viewConversations(ctx, actor, page),
    next: last ? cursorOf({ lastActivityAt: last.last_activity_at, id: last.id }) : null,
  };
}

async function requireSite(ctx: AppContext, id: string): Promise<SiteRow> {
  const site = await findSite(ctx.db, id);
  if (!site) throw notFound();
  return site;
}

function embedAnswer(site: SiteRow, decision: ReturnType<typeof matchPageRule>, script: string): EmbedAnswer {
  const { display, invitation, topic, mode } = decision;
  return { show: true, display, siteName: site.name, invitation, topic, mode, accent: site.accent, script };
}

function scopeOf(query: z.infer<typeof listQuery>, personId: string) {
  switch (query.scope) {
    case 'page':
      return { kind: 'page' as const, pageKey: pageKey(query.url ?? '') };
    case 'mine':
      return { kind: 'mine' as const, authorId: personId };
    case 'site':
      return { kind: 'site' as const };
  }
}
