/** The account page: everything a member may change about themself, on one page without a script. */
import type { Context } from 'hono';
import { html } from 'hono/html';
import { isProven } from '../../../db/accounts.ts';
import { countRecoveryCodes, findOneTimeCode } from '../../../db/one-time-codes.ts';
import { listPasskeys } from '../../../db/passkeys.ts';
import { findPerson, listMemberships } from '../../../db/people.ts';
import { listSessions } from '../../../db/sessions.ts';
import { findSite } from '../../../db/sites.ts';
import { isAtLeast } from '../../actor.ts';
import type { AppContext } from '../../context.ts';
import { passkeysWork } from '../../passkey-party.ts';
import type { SignedIn } from '../../sign-in.ts';
import { localeOf, sendPage } from '../page.ts';
import type { Env } from '../request.ts';
import {
  type Membership,
  type Problem,
  passkeySection,
  profileSection,
  sessionSection,
} from './account-sections.ts';
import { ACCOUNT_TEXTS, type Done } from './account-texts.ts';
import { codesSection } from './codes-section.ts';
import { proofForm } from './proof-form.ts';
import { cookieHeaders } from './signed-in.ts';

export type Told = { done?: string; problem?: Problem; status?: 403 | 413 | 415 | 422 | 429 };

export async function accountPage(ctx: AppContext, c: Context<Env>, account: SignedIn, told: Told = {}) {
  const locale = localeOf(c);
  const t = ACCOUNT_TEXTS[locale];
  const { accountId, sessionId, email } = account;
  const now = ctx.clock.now();
  const renewed = await ctx.signIn.renewedCookie(cookieHeaders(c));
  if (renewed) c.header('Set-Cookie', renewed.setCookie);
  const memberships = await membershipsOf(ctx, accountId);
  const codes = await codesOf(ctx, accountId);
  // Who was a manager may still switch theirs off.
  const maySwitch = codes !== null || memberships.some(({ role }) => role === 'manager');
  const office = memberships.some(({ role }) => isAtLeast(role, 'moderator'));
  const body = html`<header><h1>${t.title}</h1><p>${t.signedInAs(email)}</p>
${doneOf(told.done, t)}
${ctx.mailer.configured && !(await isProven(ctx.db, accountId)) ? proofForm(locale, email) : ''}
${office ? html`<a class="button" href="/back-office">${t.openOffice}</a>` : ''}</header>
${memberships.map((membership) => profileSection(locale, membership, told.problem))}
${passkeysWork(ctx) ? passkeySection(locale, await listPasskeys(ctx.db, accountId), now) : ''}
${maySwitch ? codesSection(locale, codes, told.problem) : ''}
${sessionSection(locale, await listSessions(ctx.db, accountId, now), sessionId, now)}
<form method="post" action="/account/sign-out"><button class="quiet">${t.signOut}</button></form>`;
  const leadsTo = memberships.flatMap(({ origins }) => origins.map((origin) => new URL(origin).origin));
  const page = { locale, title: t.title, accent: memberships[0]?.accent ?? null, body, script: true };
  return sendPage(c, { ...page, leadsTo, wide: true }, told.status ?? 200);
}

function doneOf(done: string | undefined, { done: words }: { done: Record<Done, string> }) {
  const isDone = (value: string | undefined): value is Done =>
    value !== undefined && Object.hasOwn(words, value);
  return isDone(done) ? html`<p class="notice" role="status">${words[done]}</p>` : '';
}

type WithAccent = Membership & { accent: string | null };

async function membershipsOf(ctx: AppContext, accountId: string): Promise<WithAccent[]> {
  const memberships = await listMemberships(ctx.db, accountId);
  return await Promise.all(
    memberships.map(async ({ site_id: siteId, site_name: siteName, person_id, role, name }) => {
      const site = await findSite(ctx.db, siteId);
      const person = await findPerson(ctx.db, siteId, person_id);
      const origins = JSON.parse(site?.allowed_origins ?? '[]') as string[];
      const pictureId = person?.picture_id ?? null;
      return { siteId, siteName, role, name, pictureId, origins, accent: site?.accent ?? null };
    }),
  );
}

async function codesOf(ctx: AppContext, accountId: string) {
  const codes = await findOneTimeCode(ctx.db, accountId);
  const isOn = codes?.in_force_since != null;
  return isOn ? { left: await countRecoveryCodes(ctx.db, accountId) } : null;
}
