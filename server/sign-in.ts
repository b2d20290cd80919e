import { createHmac } from 'node:crypto';
import { findAccountByEmail, listAccounts, proveAddress } from '../db/accounts.ts';
import type { Db } from '../db/connect.ts';
import { type Tx, transaction } from '../db/database.ts';
import type { SignInLinkRow } from '../db/schema.ts';
import { endSession, insertSession, prolongSession } from '../db/sessions.ts';
import { insertSignInLink, isUsable, useSignInLink } from '../db/sign-in-links.ts';
import type { Config } from './config.ts';
import type { Clock, Random } from './context.ts';
import { LIMITS } from './limits.ts';
import type { Log } from './log.ts';
import { hashToken } from './single-use-token.ts';

type LinkTarget = [purpose: 'shop', siteId: string] | [purpose: Exclude<SignInLinkRow['purpose'], 'shop'>];

export type SignedIn = { accountId: string; email: string; name: string; sessionId: string };

/** What a session is opened on: for its owner to know it again in the list of them. */
export type Device = { userAgent: string | null; origin: string | null };
const UNKNOWN_DEVICE: Device = { userAgent: null, origin: null };

/** Accounts and sessions of members. Cookies and bearer tokens are read by better-auth. */
export type SignIn = {
  /** Loads what the first sign-in would wait for, and everybody with it. */
  warmUp(): Promise<void>;
  /** Whose session the cookie or bearer token is, prolonged by this use; null for nobody's. */
  accountOf(headers: Headers): Promise<SignedIn | null>;
  accountIdByEmail(email: string): Promise<string | null>;
  emailsOf(accountIds: string[]): Promise<Map<string, string>>;
  /** A single-use token that signs this account in, into a shop for that shop's site. Only its hash is kept. */
  issueLink(accountId: string, ...into: LinkTarget): Promise<string>;
  isUsable(token: string): Promise<boolean>;
  /** Uses a link to our own pages up. @returns the account, null when the link is no longer good. */
  redeem(token: string): Promise<string | null>;
  /** A new session: the `Set-Cookie` header that carries it on our own pages. */
  openSession(accountId: string, device?: Device): Promise<{ setCookie: string }>;
  /** The cookie of a session that was just used, for as long again. null where there is none to renew. */
  renewedCookie(headers: Headers): Promise<{ setCookie: string } | null>;
  /** A single-use code from a member's link to the shop → a bearer token for the widget there. */
  exchange(code: string, siteId: string, device?: Device): Promise<string | null>;
  /** Ends the session of these headers. @returns the header that clears the cookie */
  signOut(headers: Headers): Promise<{ setCookie: string }>;
};

type Needs = { config: Config; db: Db; log: Log; secret: string; clock: Clock; random: Random };

export function createSignIn({ config, db, log, secret, clock, random }: Needs): SignIn {
  let loading: ReturnType<typeof loadAuth> | null = null;
  const auth = () => {
    loading ??= loadAuth({ config, db, log, secret });
    return loading;
  };

  async function openedToken(
    tx: Tx,
    accountId: string,
    device: Device,
    siteId: string | null,
  ): Promise<string> {
    const token = random.secret();
    const at = clock.now();
    const times = { at, expiresAt: at + LIMITS.session.idleMs };
    await insertSession(tx, { id: random.id(), token, userId: accountId, ...device, site_id: siteId }, times);
    return token;
  }

  async function sessionOf(headers: Headers) {
    return await (await auth()).api.getSession({ headers });
  }

  type Session = NonNullable<Awaited<ReturnType<typeof sessionOf>>>['session'];

  async function prolong({ id, createdAt, updatedAt }: Session): Promise<void> {
    const at = clock.now();
    if (at - updatedAt.getTime() < LIMITS.session.seenEveryMs) return;
    const expiresAt = Math.min(at + LIMITS.session.idleMs, createdAt.getTime() + LIMITS.session.mostMs);
    await transaction(db, (tx) => prolongSession(tx, id, { at, expiresAt }));
  }

  async function cookie(value: string, maxAge: number): Promise<{ setCookie: string }> {
    const { authCookies } = await (await auth()).$context;
    const secure = config.publicUrl.startsWith('https:') ? '; Secure' : '';
    const { name } = authCookies.sessionToken;
    return { setCookie: `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAge}${secure}` };
  }

  /** Signed as the library reads it: the token, a dot, its HMAC-SHA-256 in base64, URI-encoded. */
  async function signed(token: string): Promise<string> {
    const { secret: key } = await (await auth()).$context;
    return encodeURIComponent(`${token}.${createHmac('sha256', key).update(token).digest('base64')}`);
  }

  async function useUp(
    tx: Tx,
    token: string,
    purposes: SignInLinkRow['purpose'][],
    siteId: string | null,
  ): Promise<string | null> {
    const link = await useSignInLink(tx, { tokenHash: hashToken(token), purposes, siteId, now: clock.now() });
    if (!link) return null;
    if (link.purpose === 'mailed') await proveAddress(tx, link.account_id);
    return link.account_id;
  }

  return {
    async warmUp() {
      await auth();
    },
    redeem: (token) => transaction(db, (tx) => useUp(tx, token, ['back-office', 'mailed'], null)),
    async accountOf(headers) {
      const found = await sessionOf(headers);
      if (!found) return null;
      await prolong(found.session);
      const { id: accountId, email, name } = found.user;
      return { accountId, email, name, sessionId: found.session.id };
    },
    async accountIdByEmail(email) {
      return (await findAccountByEmail(db, email))?.id ?? null;
    },
    async emailsOf(accountIds) {
      return new Map((await listAccounts(db, accountIds)).map((account) => [account.id, account.email]));
    },
    async issueLink(accountId, purpose, siteId?: string) {
      const token = random.secret();
      const created_at = clock.now();
      const row = { token_hash: hashToken(token), account_id: accountId, purpose, created_at, used_at: null };
      const expires_at = created_at + LIMITS.signInLink.validMs;
      await transaction(db, (tx) => insertSignInLink(tx, { ...row, site_id: siteId ?? null, expires_at }));
      return token;
    },
    isUsable: (token) => isUsable(db, hashToken(token), clock.now()),
    async openSession(accountId, device = UNKNOWN_DEVICE) {
      const token = await transaction(db, (tx) => openedToken(tx, accountId, device, null));
      return await cookie(await signed(token), LIMITS.session.idleMs / 1000);
    },
    async renewedCookie(headers) {
      const found = await sessionOf(headers);
      if (!found) return null;
      const left = found.session.expiresAt.getTime() - clock.now();
      return await cookie(await signed(found.session.token), Math.floor(left / 1000));
    },
    // In one transaction: a sign-out everywhere meanwhile ends both the code and what it opens.
    exchange: (code, siteId, device = UNKNOWN_DEVICE) =>
      transaction(db, async (tx) => {
        const accountId = await useUp(tx, code, ['shop'], siteId);
        return accountId && (await openedToken(tx, accountId, device, siteId));
      }),
    async signOut(headers) {
      const found = await sessionOf(headers);
      if (found) await transaction(db, (tx) => endSession(tx, found.user.id, found.session.id));
      return await cookie('', 0);
    },
  };
}

/** A fifth of the time the server takes to start, and nothing that a visitor waits for needs it. */
async function loadAuth({ config, db, log, secret }: Pick<Needs, 'config' | 'db' | 'log' | 'secret'>) {
  const [{ betterAuth }, { bearer }] = await Promise.all([
    import('better-auth'),
    import('better-auth/plugins'),
  ]);
  return betterAuth({
    appName: 'Entraide',
    baseURL: config.publicUrl,
    secret: createHmac('sha256', secret).update('sessions').digest('base64url'),
    // One Kysely for everything; the library only needs it untyped.
    database: { db: db as never, type: 'sqlite' },
    // Prolonged by ourselves: a session that is only used longer changes nobody's rights.
    session: { expiresIn: LIMITS.session.idleMs / 1000, disableSessionRefresh: true },
    telemetry: { enabled: false },
    logger: {
      log: (level, message) => log[level === 'error' ? 'error' : 'debug']({ from: 'sign-in' }, message),
    },
    plugins: [bearer()],
  });
}
