import { afterAll, beforeAll, expect, test } from 'vitest';
import { insertAccount } from '../../db/accounts.ts';
import { transaction } from '../../db/database.ts';
import { findSite } from '../../db/sites.ts';
import { acceptInvitation } from '../../server/actions/accept-invitation.ts';
import { createInvitation } from '../../server/actions/invite-person.ts';
import type { AppContext } from '../../server/context.ts';
import { LIMITS } from '../../server/limits.ts';
import { createSignIn } from '../../server/sign-in.ts';
import { startTestServer, type TestServer } from './harness.ts';

let now = Date.UTC(2026, 0, 1);
const clock = { now: () => now };
let server: TestServer;
let ctx: AppContext;
beforeAll(async () => {
  server = await startTestServer({ clock });
  const signIn = createSignIn({ ...server.ctx, secret: server.ctx.tokenSecret });
  ctx = { ...server.ctx, signIn };
  await transaction(ctx.db, (tx) =>
    insertAccount(tx, { id: 'lea', name: 'Léa', email: 'lea@example.com', verified: true, at: now }),
  );
});
afterAll(() => server.stop());

const joinAfter = async (milliseconds: number, email: string) => {
  const site = await findSite(ctx.db, 'demo');
  const { link } = await createInvitation(ctx, site!, { role: 'expert', email: null, name: null }, null);
  now += milliseconds;
  return await acceptInvitation(ctx, link.split('/').at(-1)!, { name: 'Malik', email });
};

test('[PEOPLE12] an invitation works to its last moment, and not after', async () => {
  await expect(joinAfter(LIMITS.invitation.validMs - 1, 'in-time@example.com')).resolves.toBeDefined();
  await expect(joinAfter(LIMITS.invitation.validMs, 'late@example.com')).rejects.toMatchObject({
    status: 410,
  });
  expect(await ctx.signIn.accountIdByEmail('late@example.com')).toBe(null);
});

test('[SIGN8] a sign-in link works to its last moment, and not after', async () => {
  const redeemAfter = async (milliseconds: number) => {
    const token = await ctx.signIn.issueLink('lea', 'back-office');
    now += milliseconds;
    return await ctx.signIn.redeem(token);
  };
  expect(await redeemAfter(LIMITS.signInLink.validMs - 1)).toBe('lea');
  expect(await redeemAfter(LIMITS.signInLink.validMs)).toBe(null);
});

test('[SIGN9] a link to the shop does not open the back office, nor the other way round', async () => {
  expect(await ctx.signIn.redeem(await ctx.signIn.issueLink('lea', 'shop', 'demo'))).toBe(null);
  expect(await ctx.signIn.exchange(await ctx.signIn.issueLink('lea', 'back-office'), 'demo')).toBe(null);
  expect(await ctx.signIn.exchange(await ctx.signIn.issueLink('lea', 'shop', 'demo'), 'demo')).toEqual(
    expect.any(String),
  );
});

test('[SIGN10] the token of the shop is no session cookie', async () => {
  // The sign-in library reads the machine's own clock.
  now = Date.now();
  const token = await ctx.signIn.exchange(await ctx.signIn.issueLink('lea', 'shop', 'demo'), 'demo');
  const { setCookie } = await ctx.signIn.openSession('lea');
  const cookieOf = async (value: string) =>
    await ctx.signIn.accountOf(new Headers({ cookie: `${setCookie.split('=')[0]}=${value}` }));
  expect(await cookieOf(token!)).toBe(null);
  expect(await cookieOf(`${token}.${'A'.repeat(43)}=`)).toBe(null);
  expect(await cookieOf(setCookie.split(';')[0]!.split('=')[1]!)).toMatchObject({ accountId: 'lea' });
});

test('[SIGN11] no token, code or link is kept readable', async () => {
  const token = await ctx.signIn.issueLink('lea', 'shop', 'demo');
  const rows = await ctx.db.selectFrom('sign_in_link').selectAll().execute();
  expect(rows.length).toBeGreaterThan(0);
  expect(JSON.stringify(rows)).not.toContain(token);
});
