/** The page of an invitation. A form and its answer: no script, so it works everywhere at once. */
import { Hono } from 'hono';
import { html } from 'hono/html';
import * as z from 'zod';
import type { InvitationRow, SiteRow } from '../../db/schema.ts';
import { acceptInvitation, openInvitation } from '../actions/accept-invitation.ts';
import { noteInvitationOpened } from '../actions/note-invitation-opened.ts';
import { isAtLeast } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { Refusal } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import type { Locale } from '../protocol/frames.ts';
import { localeOf, sendPage } from './page.ts';
import { addressOf, type Env, refuseForeignOrigin } from './request.ts';
import { shopLinks } from './sign-in.ts';
import { TEXTS } from './sign-in-texts.ts';

const formSchema = z.object({ name: z.string().max(LIMITS.name.codePoints), email: z.email().max(254) });
type Filled = { name: string; email: string };

export function joinRoutes(ctx: AppContext) {
  const app = new Hono<Env>();

  app.get('/join/:token', async (c) => {
    const locale = localeOf(c);
    const opened = await open(ctx, c.req.param('token'));
    if (!opened) return over(c, locale);
    const { invitation, site } = opened;
    if (isOpenedByHand(c)) await noteInvitationOpened(ctx, invitation);
    return form(c, locale, {
      invitation,
      site,
      filled: { name: invitation.name ?? '', email: invitation.email ?? '' },
    });
  });

  app.post('/join/:token', async (c) => {
    refuseForeignOrigin(ctx, c);
    const locale = localeOf(c);
    const token = c.req.param('token');
    const opened = await open(ctx, token);
    if (!opened) return over(c, locale);
    const address = addressOf(ctx, c);
    const sent = await c.req.parseBody();
    const filled = { name: String(sent.name ?? ''), email: String(sent.email ?? '').trim() };
    const again = (error: string, status: 409 | 422 | 429) =>
      form(c, locale, { ...opened, filled, error }, status);
    const t = TEXTS[locale];
    if (!formSchema.safeParse(filled).success) return again(t.emailInvalid, 422);
    try {
      await ctx.pace.takeSignIn(address);
      const { accountId, site, invitation } = await acceptInvitation(ctx, token, filled);
      c.header('Set-Cookie', (await ctx.signIn.openSession(accountId)).setCookie);
      return welcome(c, locale, {
        name: filled.name,
        site,
        staff: isAtLeast(invitation.role, 'moderator'),
        links: await shopLinks(ctx, accountId, site.id, locale),
      });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.status === 410) return over(c, locale);
      if (error.status === 409) return again(t.emailTaken, 409);
      return error.status === 429 ? again(t.tooMany, 429) : again(t.nameRefused, 422);
    }
  });

  return app;
}

/** A program that says it only looks ahead has not opened anything. */
const isOpenedByHand = ({ req }: Page) =>
  req.method === 'GET' && !/prefetch|preview/i.test(`${req.header('sec-purpose')} ${req.header('purpose')}`);

/** @returns null when the link is unknown or over: both look alike. */
async function open(ctx: AppContext, token: string) {
  try {
    return await openInvitation(ctx, token);
  } catch (error) {
    if (error instanceof Refusal) return null;
    throw error;
  }
}

type Page = Parameters<typeof sendPage>[0];
type Form = { invitation: InvitationRow; site: SiteRow; filled: Filled; error?: string };

function form(c: Page, locale: Locale, { invitation, site, filled, error }: Form, status?: 409 | 422 | 429) {
  const t = TEXTS[locale];
  const title = t.joinTitle(site.name);
  const body = html`<p class="brand">${site.name}</p>
<h1>${title}</h1>
<p>${t.joinHint(invitation.role)}</p>
${error ? html`<p class="error" role="alert">${error}</p>` : ''}
<form method="post">
<label for="name">${t.name}</label>
<input id="name" name="name" value="${filled.name}" required maxlength="${LIMITS.name.graphemes}" autocomplete="nickname" aria-describedby="name-hint">
<small id="name-hint">${t.nameHint}</small>
<label for="email">${t.email}</label>
<input id="email" name="email" type="email" value="${filled.email}" required maxlength="254" autocomplete="email" aria-describedby="email-hint">
<small id="email-hint">${t.emailHint}</small>
<button>${t.join}</button>
<small>${t.rules}</small>
</form>`;
  return sendPage(c, { locale, title, accent: site.accent, body }, status ?? 200);
}

type Welcome = { name: string; site: SiteRow; staff: boolean; links: Awaited<ReturnType<typeof shopLinks>> };

function welcome(c: Page, locale: Locale, { name, site, staff, links }: Welcome) {
  const t = TEXTS[locale];
  const title = t.welcome(name);
  const office = staff ? html`<a class="button" href="/back-office">${t.openBackOffice}</a>` : '';
  const body = html`<p class="brand">${site.name}</p><h1>${title}</h1><p>${t.signedInHint}</p>${office}${links}`;
  return sendPage(c, { locale, title, accent: site.accent, body });
}

function over(c: Page, locale: Locale) {
  const t = TEXTS[locale];
  const body = html`<h1>${t.invitationOver}</h1><p>${t.invitationOverHint}</p>`;
  return sendPage(c, { locale, title: t.invitationOver, accent: null, body }, 410);
}
