/**
 * The pages that the links of notices lead to. Opening one changes nothing, since mail programs and scanners
 * open links too: its button does.
 */
import { type Context, Hono } from 'hono';
import { html } from 'hono/html';
import { findConversation } from '../../db/conversations.ts';
import { findFollowById } from '../../db/follows.ts';
import type { SiteRow } from '../../db/schema.ts';
import { findSite } from '../../db/sites.ts';
import { confirmFollow } from '../actions/follow-conversation.ts';
import { resumeMails, stopMails } from '../actions/stop-mails.ts';
import type { AppContext } from '../context.ts';
import { lookAt } from '../notifications/note-answers.ts';
import { conversationLink, type StopClaims } from '../notifications/notice-links.ts';
import { readLink } from '../notifications/signed-link.ts';
import type { Locale } from '../protocol/frames.ts';
import { NOTIFY_TEXTS } from './notify-texts.ts';
import { localeOf, sendPage } from './page.ts';
import { addressOf, type Env } from './request.ts';

type C = Context<Env>;
type Markup = ReturnType<typeof html>;

export function notifyPageRoutes(ctx: AppContext) {
  const app = new Hono<Env>();

  app.use('/notify/*', async (c, next) => {
    await ctx.pace.takeRequest(addressOf(ctx, c));
    await next();
  });

  app.get('/notify/confirm/:token', async (c) => {
    const asked = await confirmable(ctx, c.req.param('token') ?? '');
    const t = NOTIFY_TEXTS[localeOf(c)];
    if (!asked) return overPage(c, t.overHint);
    return page(
      c,
      t.confirmTitle,
      asked.site,
      html`<p>${t.confirmHint(asked.site.name)}</p>${button(t.confirm)}`,
    );
  });

  app.post('/notify/confirm/:token', async (c) => {
    const asked = await confirmable(ctx, c.req.param('token') ?? '');
    const t = NOTIFY_TEXTS[localeOf(c)];
    const follow = asked && (await confirmFollow(ctx, asked.follow.id));
    if (!follow) return overPage(c, t.overHint);
    // What was answered before they confirmed is told as well.
    await lookAt(ctx, follow.conversation_id, [follow]);
    const url = conversationLink(asked.site, asked.conversation);
    const link = html`<a class="button quiet" href="${url}">${t.see}</a>`;
    return page(c, t.confirmed, asked.site, html`<p>${t.confirmedHint}</p>${link}`);
  });

  app.get('/notify/stop/:token', async (c) => {
    const claims = stopClaims(ctx, c.req.param('token') ?? '');
    const site = claims && (await findSite(ctx.db, claims.site));
    const t = NOTIFY_TEXTS[localeOf(c)];
    if (!site) return overPage(c, t.overHint);
    const hint = 'follow' in claims ? t.stopFollowHint : t.stopHint;
    return page(c, t.stopTitle, site, html`<p>${hint(site.name)}</p>${button(t.stop)}`);
  });

  // Also what a mail program posts by itself (RFC 8058): no cookie, no origin, no page before.
  app.post('/notify/stop/:token', async (c) => {
    const claims = stopClaims(ctx, c.req.param('token') ?? '');
    const site = claims && (await findSite(ctx.db, claims.site));
    const t = NOTIFY_TEXTS[localeOf(c)];
    if (!site) return overPage(c, t.overHint);
    const form = await c.req.parseBody().catch(() => ({}) as Record<string, unknown>);
    if (form.again === '1') {
      await resumeMails(ctx, claims);
      return page(c, t.resumed, site, html``);
    }
    await stopMails(ctx, claims);
    const again = 'subject' in claims ? button(t.resume, { name: 'again', value: '1' }) : '';
    return page(c, t.stopped, site, html`<p>${t.stoppedHint}</p>${again}`);
  });

  return app;
}

/** The follow of a link that is good, its site and conversation; null for anything else, all alike. */
async function confirmable(ctx: AppContext, token: string) {
  const claims = readLink(ctx, 'confirm', token);
  if (!claims || Number(claims.until) < ctx.clock.now()) return null;
  const follow = await findFollowById(ctx.db, String(claims.follow));
  const site = follow && (await findSite(ctx.db, follow.site_id));
  const conversation = follow && (await findConversation(ctx.db, follow.site_id, follow.conversation_id));
  if (!site || !conversation || ['closed', 'deleted'].includes(conversation.state)) return null;
  return { follow, site, conversation };
}

const stopClaims = (ctx: AppContext, token: string) => readLink(ctx, 'stop', token) as StopClaims | null;

function page(c: C, title: string, site: SiteRow, body: Markup) {
  const whole = html`<p class="brand">${site.name}</p><h1>${title}</h1>${body}`;
  return sendPage(c, { locale: localeOf(c), title, accent: site.accent, body: whole });
}

function overPage(c: C, hint: string) {
  const locale: Locale = localeOf(c);
  const title = NOTIFY_TEXTS[locale].over;
  return sendPage(c, { locale, title, accent: null, body: html`<h1>${title}</h1><p>${hint}</p>` }, 410);
}

const button = (label: string, field?: { name: string; value: string }) =>
  html`<form method="post">${field ? html`<input type="hidden" name="${field.name}" value="${field.value}">` : ''}<button>${label}</button></form>`;
