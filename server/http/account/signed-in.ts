/** Who is signed in on our own pages, and how they come in. */
import type { Context } from 'hono';
import { getCookie } from 'hono/cookie';
import { listMemberships } from '../../../db/people.ts';
import { beginSecondStep } from '../../actions/second-step.ts';
import { isAtLeast } from '../../actor.ts';
import type { AppContext } from '../../context.ts';
import { Refusal } from '../../errors.ts';
import { LIMITS } from '../../limits.ts';
import type { Device, SignedIn } from '../../sign-in.ts';
import type { Env } from '../request.ts';

export const cookieHeaders = (c: Context<Env>) => new Headers({ cookie: c.req.header('cookie') ?? '' });

export const accountOf = async (ctx: AppContext, c: Context<Env>): Promise<SignedIn | null> =>
  await ctx.signIn.accountOf(cookieHeaders(c));

/** @throws Refusal 401 */
export async function requireAccount(ctx: AppContext, c: Context<Env>): Promise<SignedIn> {
  const account = await accountOf(ctx, c);
  if (!account) throw new Refusal(401, 'signed-out', 'Sign in to continue.');
  return account;
}

/** What a browser says of itself, as much of it as is kept. `origin` is the shop's page; null = our own. */
export function deviceOf(c: Context<Env>, origin: string | null = null): Device {
  const isPage = origin !== null && origin.length <= 200 && URL.canParse(origin);
  return { userAgent: c.req.header('user-agent')?.slice(0, 300) ?? null, origin: isPage ? origin : null };
}

const STEP_COOKIE = 'entraide_step';

/**
 * Lets somebody in who has shown a link, an invitation or a passkey: with a session, or, where they have
 * switched one-time codes on, to the page that asks for one. A passkey whose owner proved to be there is two
 * factors already. @returns where they go
 */
export async function enter(
  ctx: AppContext,
  c: Context<Env>,
  accountId: string,
  { twoFactors = false } = {},
): Promise<string> {
  const step = twoFactors ? null : await beginSecondStep(ctx, accountId);
  if (step === null) return await open(ctx, c, accountId);
  c.header('Set-Cookie', stepCookie(ctx, step, LIMITS.secondStep.validMs / 1000));
  return '/second-step';
}

/** A session without another question. @returns where they go */
export async function open(ctx: AppContext, c: Context<Env>, accountId: string): Promise<string> {
  c.header('Set-Cookie', (await ctx.signIn.openSession(accountId, deviceOf(c))).setCookie);
  const memberships = await listMemberships(ctx.db, accountId);
  return memberships.some(({ role }) => isAtLeast(role, 'moderator')) ? '/back-office' : '/account';
}

export const stepOf = (c: Context<Env>): string => getCookie(c, STEP_COOKIE) ?? '';

export function forgetStep(ctx: AppContext, c: Context<Env>): void {
  c.header('Set-Cookie', stepCookie(ctx, '', 0), { append: true });
}

function stepCookie(ctx: AppContext, value: string, maxAge: number): string {
  const secure = ctx.config.publicUrl.startsWith('https:') ? '; Secure' : '';
  return `${STEP_COOKIE}=${value}; Path=/second-step; HttpOnly; SameSite=Strict; Max-Age=${maxAge}${secure}`;
}
