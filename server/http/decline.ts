/** "No more invitations": the page behind the small print of an invitation's mail, and its one click. */
import { Hono } from 'hono';
import { html } from 'hono/html';
import { declineInvitation } from '../actions/decline-invitation.ts';
import type { AppContext } from '../context.ts';
import type { Locale } from '../protocol/frames.ts';
import { localeOf, sendPage } from './page.ts';
import { addressOf, type Env } from './request.ts';

const TEXTS: Record<Locale, Record<'title' | 'text' | 'button' | 'doneTitle' | 'doneText', string>> = {
  fr: {
    title: 'Ne plus recevoir d’invitation',
    text: 'Cette invitation sera annulée et vous n’en recevrez plus de ce site.',
    button: 'Ne plus m’inviter',
    doneTitle: 'C’est noté',
    doneText: 'Vous ne recevrez plus d’invitation de ce site.',
  },
  en: {
    title: 'Receive no more invitations',
    text: 'This invitation will be cancelled and you will receive no more of them from this site.',
    button: 'Do not invite me again',
    doneTitle: 'Noted',
    doneText: 'You will receive no more invitations from this site.',
  },
};

export function declineRoutes(ctx: AppContext) {
  const app = new Hono<Env>();

  // Opening the page only shows a button: programs that read mail open links too.
  app.get('/join/:token/decline', (c) => {
    const locale = localeOf(c);
    const t = TEXTS[locale];
    const body = html`<h1>${t.title}</h1><p>${t.text}</p><form method="post"><button>${t.button}</button></form>`;
    return sendPage(c, { locale, title: t.title, accent: null, body });
  });

  // Mail programs post here by themselves (RFC 8058), from no page of ours: the token alone speaks.
  app.post('/join/:token/decline', async (c) => {
    await ctx.pace.takeRequest(addressOf(ctx, c));
    await declineInvitation(ctx, c.req.param('token'));
    const locale = localeOf(c);
    const t = TEXTS[locale];
    const body = html`<h1>${t.doneTitle}</h1><p>${t.doneText}</p>`;
    return sendPage(c, { locale, title: t.doneTitle, accent: null, body });
  });

  return app;
}
