/** The parts of the account page: who one is on each site, passkeys, sessions. */
import { html } from 'hono/html';
import type { PasskeyRow, SessionRow } from '../../../db/schema-joining.ts';
import { LIMITS } from '../../limits.ts';
import type { Locale, Role } from '../../protocol/frames.ts';

import { ACCOUNT_TEXTS } from './account-texts.ts';
import { dayOf, lastDay } from './days.ts';
import { deviceWords } from './device-words.ts';
import { initialsOf } from './initials.ts';

export type Membership = {
  siteId: string;
  siteName: string;
  role: Role;
  name: string;
  pictureId: string | null;
  origins: string[];
};

export type Problem = { at: string; text: string };

const SOMEBODY = html`<svg width="34" height="34" viewBox="0 0 24 24" fill="currentColor"><circle cx="12" cy="8" r="4"/><path d="M4 20c0-4 3.6-6 8-6s8 2 8 6z"/></svg>`;

export function pictureOf({ name, pictureId }: Pick<Membership, 'name' | 'pictureId'>) {
  return pictureId
    ? html`<img class="avatar" data-picture src="/api/widget/pictures/${pictureId}" alt="" width="64" height="64">`
    : html`<span class="avatar" data-picture aria-hidden="true">${name ? initialsOf(name) : SOMEBODY}</span>`;
}

export const problemAt = (problem: Problem | undefined, at: string) =>
  problem?.at === at ? html`<p class="error" role="alert">${problem.text}</p>` : '';

/** Name and picture on one site, and the way to its shop. */
export function profileSection(locale: Locale, membership: Membership, problem?: Problem) {
  const t = ACCOUNT_TEXTS[locale];
  const { siteId, siteName, role, name, pictureId, origins } = membership;
  return html`<section aria-labelledby="site-${siteId}">
<h2 id="site-${siteId}" class="brand">${siteName}</h2><p>${t.role(role)}</p>
${problemAt(problem, `profile ${siteId}`)}
<form method="post" action="/account/name">
<input type="hidden" name="site" value="${siteId}">
<label for="name-${siteId}">${t.name}</label>
<div class="row"><input id="name-${siteId}" name="name" value="${name}" required maxlength="${LIMITS.name.graphemes}" autocomplete="nickname">
<button class="small quiet">${t.saveName}</button></div>
</form>
<form method="post" action="/account/picture" enctype="multipart/form-data">
<input type="hidden" name="site" value="${siteId}">
<label for="picture-${siteId}">${t.picture}</label>
<div class="picture">${pictureOf(membership)}<div>${pictureField(locale, siteId, true)}</div></div>
<div class="acts"><button class="small quiet" data-picture-save>${t.savePicture}</button>
${pictureId ? html`<button class="small quiet danger" formaction="/account/picture/remove" formnovalidate>${t.removePicture}</button>` : ''}</div>
</form>
${origins.map((origin) => shopForm(locale, siteId, origin))}
</section>`;
}

/** @param required whether a form is only about the picture */
export function pictureField(locale: Locale, id: string, required: boolean) {
  const t = ACCOUNT_TEXTS[locale];
  return html`<input id="picture-${id}" name="picture" type="file" accept="image/jpeg,image/png,image/webp,image/avif,image/gif"${required ? html` required` : ''} data-picture-input data-most="${LIMITS.picture.bytes}" data-too-large="${t.pictureTooLarge}" aria-describedby="picture-hint-${id}">
<label class="button quiet" for="picture-${id}" hidden>${t.choosePicture}</label>
<small id="picture-hint-${id}">${t.pictureHint}</small>`;
}

function shopForm(locale: Locale, siteId: string, origin: string) {
  return html`<form method="post" action="/account/shop">
<input type="hidden" name="site" value="${siteId}"><input type="hidden" name="origin" value="${origin}">
<button class="quiet">${ACCOUNT_TEXTS[locale].openShop(new URL(origin).host)}</button></form>`;
}

/** The button to make one, which only a script can do. */
export function addPasskeyButton(locale: Locale, kind: 'quiet' | 'main') {
  const t = ACCOUNT_TEXTS[locale];
  return html`<div data-passkey-make data-failed="${t.passkeyNotMade}" hidden>
<button type="button"${kind === 'quiet' ? html` class="quiet"` : ''}>${t.addPasskey}</button>
<p class="error" role="alert" hidden></p></div>`;
}

export function passkeySection(locale: Locale, passkeys: PasskeyRow[], now: number) {
  const t = ACCOUNT_TEXTS[locale];
  return html`<section aria-labelledby="passkeys">
<h2 id="passkeys">${t.passkeys}</h2><p>${t.passkeysHint}</p>
${
  passkeys.length === 0
    ? html`<p>${t.noPasskey}</p>`
    : html`<ul class="list">${passkeys.map((passkey) => passkeyItem(locale, passkey, now))}</ul>`
}
${addPasskeyButton(locale, 'quiet')}
</section>`;
}

function passkeyItem(locale: Locale, { id, name, created_at, last_used_at }: PasskeyRow, now: number) {
  const t = ACCOUNT_TEXTS[locale];
  const used = last_used_at === null ? '' : `, ${t.lastUsed(lastDay(last_used_at, now, locale))}`;
  return html`<li><div><strong>${name}</strong><small>${t.passkeyAdded(dayOf(created_at, locale))}${used}</small></div>
<form method="post" action="/account/passkeys/${id}/remove"><button class="small quiet danger" aria-label="${t.removeNamed(name)}">${t.remove}</button></form>
<details><summary>${t.rename}</summary>
<form method="post" action="/account/passkeys/${id}/name"><div class="row">
<input name="name" value="${name}" required maxlength="${LIMITS.passkey.nameLength}" aria-label="${t.passkeyName}"><button class="small quiet">${t.saveName}</button>
</div></form></details></li>`;
}

export function sessionSection(locale: Locale, sessions: SessionRow[], thisOne: string, now: number) {
  const t = ACCOUNT_TEXTS[locale];
  return html`<section aria-labelledby="sessions">
<h2 id="sessions">${t.sessions}</h2><p>${t.sessionsHint}</p>
<ul class="list">${sessions.map((session) => sessionItem(locale, session, session.id === thisOne, now))}</ul>
<form method="post" action="/account/sessions/end-all"><button class="quiet danger">${t.endAll}</button></form>
</section>`;
}

function sessionItem(locale: Locale, session: SessionRow, isThis: boolean, now: number) {
  const t = ACCOUNT_TEXTS[locale];
  const device = deviceWords(session.userAgent, locale);
  const place = session.origin === null ? t.ownPages : t.onShop(new URL(session.origin).host);
  const times = `${t.lastUsed(lastDay(Date.parse(session.updatedAt), now, locale))}, ${t.since(dayOf(Date.parse(session.createdAt), locale))}`;
  const end = html`<form method="post" action="/account/sessions/${session.id}/end"><button class="small quiet" aria-label="${t.endNamed(device)}">${t.end}</button></form>`;
  return html`<li><div><strong>${device}</strong>${isThis ? html`<span class="tag">${t.thisOne}</span>` : ''}
<small>${place}</small><small>${times}</small></div>${isThis ? '' : end}</li>`;
}
