import { html } from 'hono/html';
import type { Locale } from '../../protocol/frames.ts';
import { ACCOUNT_TEXTS } from './account-texts.ts';

/** For whose address nobody has shown to be theirs: the one thing to do about it. */
export function proofForm(locale: Locale, email: string) {
  const t = ACCOUNT_TEXTS[locale];
  return html`<form method="post" action="/account/sign-in-link">
<p>${t.notProven}</p>
<input type="hidden" name="email" value="${email}"><button class="quiet">${t.sendLink}</button>
</form>`;
}
