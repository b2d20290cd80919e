/** Signing in again, on any device: by a mailed link or a passkey. Without a script the link is what there is. */
import type { Context } from 'hono';
import { html } from 'hono/html';
import type { AppContext } from '../../context.ts';
import { passkeysWork } from '../../passkey-party.ts';
import { localeOf, sendPage } from '../page.ts';
import type { Env } from '../request.ts';
import { ACCOUNT_TEXTS } from './account-texts.ts';

type Asked = { email?: string; error?: string; status?: 401 | 422 | 429 };

export function signInPage(ctx: AppContext, c: Context<Env>, { email, error, status }: Asked = {}) {
  const locale = localeOf(c);
  const t = ACCOUNT_TEXTS[locale];
  const passkey = html`<div data-passkey-sign-in data-failed="${t.passkeyFailed}" hidden>
<p class="or">${t.or}</p>
<button type="button" class="quiet">${t.withPasskey}</button>
<p class="error" role="alert" hidden></p>
</div>`;
  const body = html`<h1>${t.signInTitle}</h1><p>${t.signInLead}</p>
${error ? html`<p class="error" id="problem" role="alert">${error}</p>` : ''}
<form method="post" action="/account/sign-in-link">
<label for="email">${t.email}</label>
<input id="email" name="email" type="email" required maxlength="254" autocomplete="username webauthn" value="${email ?? ''}"${error ? html` aria-invalid="true" aria-describedby="problem"` : ''}>
<button>${t.sendLink}</button>
</form>
${passkeysWork(ctx) ? passkey : ''}`;
  return sendPage(c, { locale, title: t.signInTitle, accent: null, body, script: true }, status ?? 200);
}

/** Alike whether the address is a member's or nobody's. */
export function mailedPage(ctx: AppContext, c: Context<Env>, email: string) {
  const locale = localeOf(c);
  const t = ACCOUNT_TEXTS[locale];
  const [title, lead] = ctx.mailer.configured ? [t.sentTitle, t.sent(email)] : [t.noMailTitle, t.noMail];
  const body = html`<h1>${title}</h1><p>${lead}</p>`;
  return sendPage(c, { locale, title, accent: null, body });
}
