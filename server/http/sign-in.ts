/** Signing in by a single-use link, and out. */
import { Hono } from 'hono';
import { html } from 'hono/html';
import * as z from 'zod';
import { transaction } from '../../db/database.ts';
import { findSite } from '../../db/sites.ts';
import { mailSignInLink } from '../actions/create-sign-in-link.ts';
import { signOutSession, tellSignedOut } from '../actions/sign-out.ts';
import type { AppContext } from '../context.ts';
import type { Locale } from '../protocol/frames.ts';
import { accountOf, cookieHeaders, enter } from './account/signed-in.ts';
import { localeOf, PAGE_STYLE_PATH, pageStyle, sendPage } from './page.ts';
import { questionsPath } from './questions-page.ts';
import { addressOf, bodyOf, type Env, refuseForeignOrigin } from './request.ts';
import { TEXTS } from './sign-in-texts.ts';

const linkBody = z.strictObject({ email: z.email().max(254) });

export function signInRoutes(ctx: AppContext) {
  const app = new Hono<Env>();

  app.get(PAGE_STYLE_PATH, (c) => {
    c.header('Cache-Control', 'public, max-age=300');
    return c.body(pageStyle(c.req.query('accent')), 200, { 'Content-Type': 'text/css; charset=utf-8' });
  });

  app.post('/api/sign-in/link', async (c) => {
    refuseForeignOrigin(ctx, c);
    const { email } = await bodyOf(c, linkBody);
    await ctx.pace.takeSignIn(addressOf(ctx, c));
    await mailSignInLink(ctx, email, localeOf(c));
    return c.json({ mailed: ctx.mailer.configured }, 202);
  });

  app.post('/api/sign-out', async (c) => {
    refuseForeignOrigin(ctx, c);
    const account = await accountOf(ctx, c);
    if (account) await signOutSession(ctx, account.accountId, account.sessionId);
    c.header('Set-Cookie', (await ctx.signIn.signOut(cookieHeaders(c))).setCookie);
    return c.body(null, 204);
  });

  // Opening the link only shows a button: mail scanners open links too, and must not use them up.
  app.get('/sign-in/:token', async (c) => {
    const locale = localeOf(c);
    const t = TEXTS[locale];
    if (!(await ctx.signIn.isUsable(c.req.param('token')))) return linkOver(c, locale);
    const body = html`<h1>${t.signInTitle}</h1><p>${t.signInHint}</p><form method="post"><button>${t.signIn}</button></form>`;
    return sendPage(c, { locale, title: t.signInTitle, accent: null, body });
  });

  app.post('/sign-in/:token', async (c) => {
    refuseForeignOrigin(ctx, c);
    const locale = localeOf(c);
    await ctx.pace.takeSignIn(addressOf(ctx, c));
    const accountId = await ctx.signIn.redeem(c.req.param('token'));
    if (!accountId) return linkOver(c, locale);
    // A mailed link may have ended the sessions of whoever typed the address: their connections must not go on.
    await transaction(ctx.db, (tx) => tellSignedOut(ctx, tx, accountId));
    return c.redirect(await enter(ctx, c, accountId), 303);
  });

  return app;
}

function linkOver(c: Parameters<typeof sendPage>[0], locale: Locale) {
  const t = TEXTS[locale];
  const body = html`<h1>${t.linkOver}</h1><p>${t.linkOverHint}</p>`;
  return sendPage(c, { locale, title: t.linkOver, accent: null, body }, 410);
}

/**
 * One link to each of the shop's origins, each with a single-use code that signs the member in there, and one to
 * the questions that wait.
 */
export async function shopLinks(
  ctx: AppContext,
  accountId: string,
  siteId: string | undefined,
  locale: Locale,
) {
  const site = siteId === undefined ? undefined : await findSite(ctx.db, siteId);
  if (!site) return [];
  const origins = JSON.parse(site.allowed_origins) as string[];
  const toShops = await Promise.all(
    origins.map(async (origin) => {
      const code = await ctx.signIn.issueLink(accountId, 'shop', site.id);
      const label = TEXTS[locale].openShop(new URL(origin).host);
      return html`<a class="button" href="${origin}/#entraide=${code}">${label}</a>`;
    }),
  );
  const toQuestions = html`<a class="button quiet" href="${questionsPath(site.id)}">${TEXTS[locale].openQuestions}</a>`;
  return [...toShops, toQuestions];
}
