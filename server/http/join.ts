/** The page of an invitation. A form and its answer, which work without a script. */
import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { findAccountByEmail } from '../../db/accounts.ts';
import { findMember, findPerson } from '../../db/people.ts';
import { acceptInvitation, openInvitation } from '../actions/accept-invitation.ts';
import { noteInvitationOpened } from '../actions/note-invitation-opened.ts';
import { isAtLeast } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { Refusal } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import { passkeysWork } from '../passkey-party.ts';
import type { Locale } from '../protocol/frames.ts';
import { ACCOUNT_TEXTS } from './account/account-texts.ts';
import { pictureIn, pictureProblem } from './account/picture-form.ts';
import { accountOf, enter } from './account/signed-in.ts';
import { invitationOver, joinForm, welcomePage } from './join-page.ts';
import { localeOf } from './page.ts';
import { addressOf, type Env, refuseForeignOrigin } from './request.ts';
import { shopLinks } from './sign-in.ts';
import { TEXTS } from './sign-in-texts.ts';

const formSchema = z.object({ name: z.string().max(LIMITS.name.codePoints), email: z.email().max(254) });

export function joinRoutes(ctx: AppContext) {
  const app = new Hono<Env>();

  app.get('/join/:token', async (c) => {
    const locale = localeOf(c);
    const opened = await open(ctx, c.req.param('token'));
    if (!opened) return invitationOver(c, locale);
    if (isOpenedByHand(c)) await noteInvitationOpened(ctx, opened.invitation);
    const filled = { ...(await prefilled(ctx, c, opened)), agreed: false };
    return joinForm(c, locale, { ...opened, mail: ctx.mailer.configured, filled });
  });

  app.post('/join/:token', async (c) => {
    refuseForeignOrigin(ctx, c);
    const locale = localeOf(c);
    const token = c.req.param('token');
    const opened = await open(ctx, token);
    if (!opened) return invitationOver(c, locale);
    const sent = await c.req.parseBody();
    const { name, email, agreed } = {
      name: String(sent.name ?? ''),
      email: String(sent.email ?? '').trim(),
      agreed: sent.agreed === '1',
    };
    const t = TEXTS[locale];
    const mail = ctx.mailer.configured;
    const again = (error: string, status: 403 | 409 | 413 | 415 | 422 | 429) =>
      joinForm(c, locale, { ...opened, mail, filled: { name, email, agreed }, error }, status);
    if (!formSchema.safeParse({ name, email }).success) return again(t.emailInvalid, 422);
    try {
      await ctx.pace.takeSignIn(addressOf(ctx, c));
      const rules = agreed ? String(sent.rules ?? '') : null;
      const joining = { name, email, rules, picture: await pictureIn(sent) };
      const signedInAs = (await accountOf(ctx, c))?.accountId ?? null;
      const { accountId, personId, site, invitation, isProven } = await acceptInvitation(
        ctx,
        token,
        joining,
        signedInAs,
      );
      const next = await enter(ctx, c, accountId);
      if (next === '/second-step') return c.redirect(next, 303);
      const person = await findPerson(ctx.db, site.id, personId);
      return welcomePage(c, locale, {
        name: person?.name ?? name,
        pictureId: person?.picture_id ?? null,
        site,
        staff: isAtLeast(invitation.role, 'moderator'),
        passkey: passkeysWork(ctx),
        mail,
        unproven: isProven ? null : email,
        links: await shopLinks(ctx, accountId, site.id, locale),
      });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.status === 410) return invitationOver(c, locale);
      const { text, status } = problemOf(error, locale);
      return again(text, status);
    }
  });

  return app;
}

type Opened = Awaited<ReturnType<typeof openInvitation>>;

/** Who is a member already finds the name they go by, not the one they were invited by: it is theirs to change. */
async function prefilled(ctx: AppContext, c: Context<Env>, { invitation, site, isMailed }: Opened) {
  const signedIn = await accountOf(ctx, c);
  const email = invitation.email ?? signedIn?.email ?? '';
  const isTheirs = isMailed || signedIn?.email === email;
  const account = isTheirs ? await findAccountByEmail(ctx.db, email) : undefined;
  const member = account && (await findMember(ctx.db, site.id, account.id));
  return { name: member?.name || invitation.name || '', email };
}

/** A program that says it only looks ahead has not opened anything. */
const isOpenedByHand = ({ req }: Context<Env>) =>
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

type Told = { text: string; status: 403 | 409 | 413 | 415 | 422 | 429 };

function problemOf(error: Refusal, locale: Locale): Told {
  const t = TEXTS[locale];
  if (error.code === 'sign-in-first') return { text: t.signInFirst, status: 409 };
  if (error.code === 'banned') return { text: t.bannedHere, status: 403 };
  if (error.status === 409) return { text: t.emailTaken, status: 409 };
  if (error.status === 429) return { text: t.tooMany, status: 429 };
  if (error.code === 'rules') return { text: t.rulesFirst, status: 422 };
  return pictureProblem(error, ACCOUNT_TEXTS[locale]) ?? { text: t.nameRefused, status: 422 };
}
