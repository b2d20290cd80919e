/** A member's own account: on our own pages, by the session cookie. */
import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { nameMyPasskey, removeMyPasskey } from '../../actions/change-passkeys.ts';
import { choosePicture, dropPicture } from '../../actions/choose-picture.ts';
import { mailSignInLink } from '../../actions/create-sign-in-link.ts';
import { renameMember } from '../../actions/rename-member.ts';
import { signOutEverywhere, signOutSession } from '../../actions/sign-out.ts';
import type { Actor } from '../../actor.ts';
import { authenticate } from '../../authenticate.ts';
import type { AppContext } from '../../context.ts';
import { notFound, Refusal } from '../../errors.ts';
import { LIMITS } from '../../limits.ts';
import type { SignedIn } from '../../sign-in.ts';
import { localeOf } from '../page.ts';
import { addressOf, type Env, refuseForeignOrigin } from '../request.ts';
import { accountPage } from './account-page.ts';
import { ACCOUNT_TEXTS, type Done } from './account-texts.ts';
import { pictureIn, pictureProblem } from './picture-form.ts';
import { mailedPage, signInPage } from './sign-in-page.ts';
import { accountOf, cookieHeaders, requireAccount } from './signed-in.ts';

const email = z.email().max(254);
const passkeyName = z.string().trim().min(1).max(LIMITS.passkey.nameLength);

export function accountRoutes(ctx: AppContext) {
  const app = new Hono<Env>();

  app.use(async (c, next) => {
    refuseForeignOrigin(ctx, c);
    await ctx.pace.takeRequest(addressOf(ctx, c));
    await next();
  });

  app.get('/', async (c) => {
    const account = await accountOf(ctx, c);
    return account ? await accountPage(ctx, c, account, { done: c.req.query('done') }) : signInPage(ctx, c);
  });

  app.post('/sign-in-link', async (c) => {
    const t = ACCOUNT_TEXTS[localeOf(c)];
    const typed = String((await c.req.parseBody()).email ?? '').trim();
    if (!email.safeParse(typed).success) {
      return signInPage(ctx, c, { email: typed, error: t.emailInvalid, status: 422 });
    }
    try {
      await ctx.pace.takeSignIn(addressOf(ctx, c));
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return signInPage(ctx, c, { email: typed, error: t.tooMany, status: 429 });
    }
    await mailSignInLink(ctx, typed, localeOf(c));
    return mailedPage(ctx, c, typed);
  });

  app.post('/name', async (c) => {
    const { site, name } = await fields(c, 'site', 'name');
    return await change(ctx, c, site, 'name', (actor) => renameMember(ctx, actor, name));
  });

  app.post('/picture', async (c) => {
    // Before megabytes of nobody's are read.
    await requireAccount(ctx, c);
    const form = await c.req.parseBody();
    return await change(ctx, c, String(form.site ?? ''), 'picture', async (actor) => {
      await ctx.pace.takePicture(addressOf(ctx, c));
      const picture = await pictureIn(form);
      if (!picture) throw new Refusal(415, 'not-a-picture', 'Choose a picture.');
      await choosePicture(ctx, { siteId: actor.site.id, personId: actor.personId }, picture);
    });
  });

  app.post('/picture/remove', async (c) => {
    const { site } = await fields(c, 'site');
    return await change(ctx, c, site, 'picture-removed', (actor) =>
      dropPicture(ctx, { siteId: actor.site.id, personId: actor.personId }),
    );
  });

  app.post('/shop', async (c) => {
    const { site, origin } = await fields(c, 'site', 'origin');
    const actor = await memberOf(ctx, c, site);
    if (!(JSON.parse(actor.site.allowed_origins) as string[]).includes(origin)) throw notFound();
    const code = await ctx.signIn.issueLink(actor.person?.account_id ?? '', 'shop', actor.site.id);
    return c.redirect(`${origin}/#entraide=${code}`, 303);
  });

  app.post('/passkeys/:id/name', async (c) => {
    const { accountId } = await requireAccount(ctx, c);
    const named = passkeyName.safeParse((await fields(c, 'name')).name);
    if (named.success) await nameMyPasskey(ctx, accountId, c.req.param('id'), named.data);
    return done(c, 'passkey-renamed');
  });

  app.post('/passkeys/:id/remove', async (c) => {
    const { accountId } = await requireAccount(ctx, c);
    await removeMyPasskey(ctx, accountId, c.req.param('id'));
    return done(c, 'passkey-removed');
  });

  app.post('/sessions/end-all', async (c) => {
    const { accountId } = await requireAccount(ctx, c);
    await signOutEverywhere(ctx, accountId);
    return await leave(ctx, c);
  });

  app.post('/sessions/:id/end', async (c) => {
    const { accountId, sessionId } = await requireAccount(ctx, c);
    await signOutSession(ctx, accountId, c.req.param('id'));
    return c.req.param('id') === sessionId ? await leave(ctx, c) : done(c, 'session');
  });

  app.post('/sign-out', async (c) => {
    const account = await accountOf(ctx, c);
    if (account) await signOutSession(ctx, account.accountId, account.sessionId);
    return await leave(ctx, c);
  });

  return app;
}

const done = (c: Context<Env>, what: Done) => c.redirect(`/account?done=${what}`, 303);

async function leave(ctx: AppContext, c: Context<Env>) {
  c.header('Set-Cookie', (await ctx.signIn.signOut(cookieHeaders(c))).setCookie);
  return c.redirect('/account', 303);
}

async function fields<Name extends string>(c: Context<Env>, ...names: Name[]): Promise<Record<Name, string>> {
  const form = await c.req.parseBody();
  return Object.fromEntries(names.map((name) => [name, String(form[name] ?? '')])) as Record<Name, string>;
}

/** Who somebody is on this site, as anywhere: a block and a ban count here too. @throws Refusal */
async function memberOf(ctx: AppContext, c: Context<Env>, siteId: string): Promise<Actor> {
  return await authenticate(ctx, siteId, { cookie: c.req.header('cookie') ?? '' }, addressOf(ctx, c));
}

/** Changes what others read of a member. What keeps it from being done is told where it was asked. */
async function change(
  ctx: AppContext,
  c: Context<Env>,
  siteId: string,
  what: Done,
  act: (actor: Actor) => Promise<void>,
): Promise<Response> {
  const account: SignedIn = await requireAccount(ctx, c);
  const actor = await memberOf(ctx, c, siteId);
  const t = ACCOUNT_TEXTS[localeOf(c)];
  const again = (text: string, status: 403 | 413 | 415 | 422 | 429) =>
    accountPage(ctx, c, account, { problem: { at: `profile ${siteId}`, text }, status });
  if (actor.ban) return await again(t.banned, 403);
  try {
    await act(actor);
    return done(c, what);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (error.status === 429) return await again(t.tooMany, 429);
    const problem = pictureProblem(error, t);
    if (problem) return await again(problem.text, problem.status);
    if (error.status === 422) return await again(t.nameRefused, 422);
    throw error;
  }
}
