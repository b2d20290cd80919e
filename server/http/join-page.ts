/** What who joins reads and fills in, in the colours of the brand. */
import type { Context } from 'hono';
import { html } from 'hono/html';
import type { InvitationRow, SiteRow } from '../../db/schema.ts';
import { houseRulesOf } from '../house-rules.ts';
import { LIMITS } from '../limits.ts';
import type { Locale } from '../protocol/frames.ts';
import { addPasskeyButton, pictureField, pictureOf } from './account/account-sections.ts';
import { ACCOUNT_TEXTS } from './account/account-texts.ts';
import { proofForm } from './account/proof-form.ts';
import { type Markup, sendPage } from './page.ts';
import type { Env } from './request.ts';
import { TEXTS } from './sign-in-texts.ts';

export type Filled = { name: string; email: string; agreed: boolean };
export type Form = {
  invitation: Pick<InvitationRow, 'role'>;
  site: SiteRow;
  mail: boolean;
  filled: Filled;
  error?: string;
};
type FormStatus = 200 | 403 | 409 | 413 | 415 | 422 | 429;

export function joinForm(
  c: Context<Env>,
  locale: Locale,
  { invitation, site, mail, filled, error }: Form,
  status: FormStatus = 200,
) {
  const t = TEXTS[locale];
  const title = t.joinTitle(site.name);
  const body = html`<p class="brand">${site.name}</p>
<h1>${title}</h1>
<p>${t.joinHint(invitation.role)}</p>
${error ? html`<p class="error" role="alert">${error}</p>` : ''}
<form method="post" enctype="multipart/form-data">
<label for="name">${t.name}</label>
<input id="name" name="name" value="${filled.name}" required maxlength="${LIMITS.name.graphemes}" autocomplete="nickname" aria-describedby="name-hint">
<small id="name-hint">${t.nameHint}</small>
<label for="picture-join">${t.picture}</label>
<div class="picture">${pictureOf({ name: filled.name, pictureId: null })}<div>${pictureField(locale, 'join', false)}</div></div>
<label for="email">${t.email}</label>
<input id="email" name="email" type="email" value="${filled.email}" required maxlength="254" autocomplete="email" aria-describedby="email-hint">
<small id="email-hint">${mail ? t.emailHint : t.emailHintNoMail}</small>
${rules(locale, site, filled.agreed)}
<button>${t.join}</button>
</form>`;
  return sendPage(c, { locale, title, accent: site.accent, body, script: true }, status);
}

/** The rules travel with their hash: what is agreed to is what was read. */
function rules(locale: Locale, site: SiteRow, agreed: boolean) {
  const t = TEXTS[locale];
  const inForce = houseRulesOf(site, locale);
  if (!inForce) return html`<small>${t.rules}</small>`;
  const lang = inForce.locale === locale ? '' : html` lang="${inForce.locale}"`;
  return html`<label id="rules-title" for="agreed">${t.houseRules}</label>
<div class="rules" tabindex="0" role="region" aria-labelledby="rules-title"${lang}>${inForce.text}</div>
<input type="hidden" name="rules" value="${inForce.hash}">
<label class="check" for="agreed"><input id="agreed" name="agreed" type="checkbox" value="1" required${agreed ? html` checked` : ''}>${t.agree}</label>`;
}

type Welcome = {
  name: string;
  site: SiteRow;
  pictureId: string | null;
  staff: boolean;
  passkey: boolean;
  /** Whether the server can mail a link to sign in again. */
  mail: boolean;
  /** The address that is to be shown to be theirs; null = it was. */
  unproven: string | null;
  links: Markup[];
};

export function welcomePage(c: Context<Env>, locale: Locale, welcome: Welcome) {
  const { name, site, pictureId, staff, mail, unproven, links } = welcome;
  // Proving the address ends the passkeys of before.
  const passkey = welcome.passkey && (unproven === null || !mail);
  const t = TEXTS[locale];
  const title = t.welcome(name);
  const proposed = passkey
    ? html`<p>${ACCOUNT_TEXTS[locale].passkeysHint}</p>${addPasskeyButton(locale, 'quiet')}`
    : '';
  const proof = unproven === null ? '' : proofForm(locale, unproven);
  const nextTime = html`<p class="or">${t.nextTime}</p>${mail ? proof : html`<p>${t.noMailHint}</p>`}${proposed}`;
  const body = html`<p class="brand">${site.name}</p>
<div class="picture">${pictureOf({ name, pictureId })}<div><h1>${title}</h1></div></div>
<p>${t.signedInHint}</p>
${links}${staff ? html`<a class="button quiet" href="/back-office">${t.openBackOffice}</a>` : ''}
${passkey || !mail || proof ? nextTime : ''}
<a class="button quiet" href="/account">${ACCOUNT_TEXTS[locale].title}</a>`;
  return sendPage(c, { locale, title, accent: site.accent, body, script: passkey });
}

export function invitationOver(c: Context<Env>, locale: Locale) {
  const t = TEXTS[locale];
  const body = html`<h1>${t.invitationOver}</h1><p>${t.invitationOverHint}</p>`;
  return sendPage(c, { locale, title: t.invitationOver, accent: null, body }, 410);
}
