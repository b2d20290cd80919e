import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { transaction } from '../../db/database.ts';
import { findPerson } from '../../db/people.ts';
import { findSite } from '../../db/sites.ts';
import { createInvitation } from '../../server/actions/invite-person.ts';
import { switchCodesOffByOperator } from '../../server/actions/switch-one-time-codes.ts';
import { mailedInvitationLink } from '../../server/invitations/invitation-link.ts';
import { LIMITS } from '../../server/limits.ts';
import { codeOfStep, stepOfCode, toBase32 } from '../../server/one-time-code.ts';
import { joinAs } from '../../server/promotion/join-as.ts';
import { Authenticator, type Options } from './authenticator.ts';
import { type Person, startTestServer, type TestServer } from './harness.ts';

let now = Date.now();
let server: TestServer;
let own: string;
beforeAll(async () => {
  server = await startTestServer({ clock: { now: () => now } });
  own = server.ctx.config.publicUrl;
});
afterAll(() => server.stop());

let address = 0;
async function form(path: string, cookie: string, fields: Record<string, string> = {}): Promise<Response> {
  return await fetch(server.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: own, cookie, 'x-forwarded-for': `198.51.${++address >> 8}.${address % 256}` },
    body: new URLSearchParams(fields),
  });
}
const cookieOf = (answer: Response) =>
  answer.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ');
const isIn = async (cookie: string) =>
  (await fetch(`${server.url}/api/back-office/session`, { headers: { cookie } })).status === 200;
const accountOf = async ({ id }: Person) =>
  (
    await server.ctx.db
      .selectFrom('person')
      .select('account_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
  ).account_id!;
const codeNow = (secret: string, steps = 0) => codeOfStep(secret, Math.floor(now / 30_000) + steps);

/** A manager with codes switched on. Their step is over: the next code is another. */
async function withCodes(manager: Person) {
  const proposed = await (await form('/account/codes/propose', manager.cookie)).text();
  const secret = /class="secret">([A-Z2-7 ]+)</.exec(proposed)![1]!.replaceAll(' ', '');
  const on = await form('/account/codes/on', manager.cookie, { code: codeNow(secret) });
  const recovery = [...(await on.text()).matchAll(/<li>([a-z2-7-]{19})<\/li>/g)].map((match) => match[1]!);
  now += 60_000;
  return { secret, recovery };
}

/** Opens a sign-in link. @returns the cookie of the step between */
async function firstStep(manager: Person): Promise<string> {
  const token = await server.ctx.signIn.issueLink(await accountOf(manager), 'mailed');
  const answer = await form(`/sign-in/${token}`, '');
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/second-step']);
  return cookieOf(answer);
}
const tell = (cookie: string, code: string) => form('/second-step', cookie, { code });

describe('one-time codes', () => {
  test('[JOIN12] are those of RFC 6238, a step before and after, and none twice', () => {
    const secret = toBase32(Buffer.from('12345678901234567890'));
    // Appendix B of the RFC, its last six digits.
    for (const [seconds, code] of [
      [1111111109, '081804'],
      [1111111111, '050471'],
      [1234567890, '005924'],
      [2000000000, '279037'],
      [20000000000, '353130'],
    ] as const) {
      const step = Math.floor(seconds / 30);
      const at = (steps: number) => stepOfCode(secret, code, (seconds + steps * 30) * 1000, 0);
      expect([at(-2), at(-1), at(0), at(1), at(2)]).toEqual([null, step, step, step, null]);
      expect(stepOfCode(secret, code, seconds * 1000, step)).toBe(null);
    }
  });

  test('[JOIN13] once they are on, a link alone opens nothing', async () => {
    const manager = await server.person('manager');
    const { secret } = await withCodes(manager);
    const step = await firstStep(manager);
    expect(await isIn(step)).toBe(false);
    const right = await tell(step, codeNow(secret));
    expect([right.status, right.headers.get('location')]).toEqual([303, '/back-office']);
    expect(await isIn(cookieOf(right))).toBe(true);
  });

  test('[JOIN14] neither does an invitation to the address of the account', async () => {
    const manager = await server.person('manager');
    await withCodes(manager);
    const email = `${await accountOf(manager)}@example.com`;
    const site = await findSite(server.ctx.db, 'demo');
    const inviting = { role: 'expert', email, name: null } as const;
    const { invitation } = await createInvitation(server.ctx, site!, inviting, null);
    const link = mailedInvitationLink(server.ctx, invitation.id);
    const joined = await form(new URL(link).pathname, '', { name: 'Léa', email });
    expect([joined.status, joined.headers.get('location')]).toEqual([303, '/second-step']);
    expect(await joined.text()).not.toContain('#entraide=');
    expect(await isIn(cookieOf(joined))).toBe(false);
  });

  test('[JOIN48] nor does the mailed code of a promotion, where the account asks for more', async () => {
    const [manager, regular] = [await server.person('manager'), await server.person()];
    await (await regular.connect()).ask('Une question', 'Malik');
    const person = (await findPerson(server.ctx.db, 'demo', regular.id))!;
    const email = `${await accountOf(manager)}@example.com`;
    const join = () =>
      transaction(server.ctx.db, (tx) =>
        joinAs(server.ctx, tx, person, { name: 'Malik', email, isProven: true, role: 'expert' }),
      );
    await withCodes(manager);
    await expect(join()).rejects.toMatchObject({ status: 409 });
    await switchCodesOffByOperator(server.ctx, await accountOf(manager));
    await expect(join()).resolves.toMatchObject({ accountId: await accountOf(manager) });
  });

  test('[JOIN15] a code taken once is taken no more, whoever shows it, and not by two at once', async () => {
    const manager = await server.person('manager');
    const { secret } = await withCodes(manager);
    const steps = await Promise.all([1, 2, 3, 4].map(() => firstStep(manager)));
    const answers = await Promise.all(steps.map((step) => tell(step, codeNow(secret))));
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 422, 422, 422]);
    expect((await tell(await firstStep(manager), codeNow(secret, -1))).status).toBe(422);
  });

  test('[JOIN16] a wrong, an old and a used code, and a used recovery code are answered alike', async () => {
    const manager = await server.person('manager');
    const { secret, recovery } = await withCodes(manager);
    expect(recovery).toHaveLength(10);
    const first = await tell(await firstStep(manager), recovery[0]!.toUpperCase().replaceAll('-', ' '));
    expect(first.status).toBe(303);
    const used = codeNow(secret);
    expect((await tell(await firstStep(manager), used)).status).toBe(303);
    const old = codeNow(secret, -9);
    const step = await firstStep(manager);
    const answers: string[] = [];
    for (const code of ['000000', old, used, recovery[0]!])
      answers.push(await (await tell(step, code)).text());
    expect(new Set(answers).size).toBe(1);
  });

  test('[JOIN17] a few attempts, then another link is needed; and few minutes', async () => {
    const manager = await server.person('manager');
    const { secret } = await withCodes(manager);
    const step = await firstStep(manager);
    const { attempts, validMs } = LIMITS.secondStep;
    for (let i = 0; i < attempts; i++) expect((await tell(step, '000000')).status).toBe(422);
    expect((await tell(step, codeNow(secret))).status).toBe(410);
    const late = await firstStep(manager);
    now += validMs;
    expect((await tell(late, codeNow(secret))).status).toBe(410);
    expect((await tell('', codeNow(secret))).status).toBe(410);
  });

  test('[JOIN18] guessing over many links is slowed down by the account', async () => {
    const manager = await server.person('manager');
    await withCodes(manager);
    const statuses: number[] = [];
    for (let i = 0; i < LIMITS.secondStep.codesPerTenMinutes + 2; i++) {
      statuses.push((await tell(await firstStep(manager), '000000')).status);
    }
    expect(statuses.at(-1)).toBe(429);
  });

  test('[JOIN19] are switched on by a code only, end the other sessions, and are off by a code only', async () => {
    const manager = await server.person('manager');
    const elsewhere = (await server.ctx.signIn.openSession(await accountOf(manager))).setCookie.split(
      ';',
    )[0]!;
    const page = await (await form('/account/codes/propose', manager.cookie)).text();
    const secret = /class="secret">([A-Z2-7 ]+)</.exec(page)![1]!.replaceAll(' ', '');
    expect((await form('/account/codes/on', manager.cookie, { code: '000000' })).status).toBe(422);
    expect(await isIn(elsewhere)).toBe(true);
    expect((await form('/account/codes/on', manager.cookie, { code: codeNow(secret) })).status).toBe(200);
    expect([await isIn(elsewhere), await isIn(manager.cookie)]).toEqual([false, true]);
    expect((await form('/account/codes/propose', manager.cookie)).status).toBe(409);
    expect((await form('/account/codes/off', manager.cookie, { code: codeNow(secret) })).status).toBe(422);
    expect((await form('/account/codes/off', manager.cookie, { code: codeNow(secret, 1) })).status).toBe(303);
  });

  test('[JOIN20] are for managers, and asked after a passkey only where it did not check its owner', async () => {
    const expert = await server.person('expert');
    expect((await form('/account/codes/propose', expert.cookie)).status).toBe(403);
    const manager = await server.person('manager');
    await withCodes(manager);
    const key = new Authenticator(own);
    const json = async (path: string, body: unknown) =>
      await fetch(`${server.url}/api/passkeys${path}`, {
        method: 'POST',
        headers: { origin: own, cookie: manager.cookie, 'content-type': 'application/json' },
        body: JSON.stringify(body),
      });
    await json('', key.make((await (await json('/to-make', {})).json()) as Options));
    const next = async (userVerified: boolean) => {
      const asked = (await (await json('/to-show', {})).json()) as Options;
      return await (await json('/sign-in', key.show(asked, { userVerified }))).json();
    };
    expect([await next(true), await next(false)]).toEqual([
      { next: '/back-office' },
      { next: '/second-step' },
    ]);
  });

  test('[JOIN21] the operator lets in who has lost device and recovery codes; it is in the audit log', async () => {
    const manager = await server.person('manager');
    await withCodes(manager);
    await switchCodesOffByOperator(server.ctx, await accountOf(manager));
    const token = await server.ctx.signIn.issueLink(await accountOf(manager), 'mailed');
    expect((await form(`/sign-in/${token}`, '')).headers.get('location')).toBe('/back-office');
    const entries = await server.ctx.db
      .selectFrom('audit_log')
      .select(['act', 'actor_id'])
      .where('target_id', '=', manager.id)
      .where('act', 'like', 'person.codes%')
      .orderBy('id')
      .execute();
    expect(entries).toEqual([
      { act: 'person.codes-switched-on', actor_id: manager.id },
      { act: 'person.codes-switched-off', actor_id: null },
    ]);
  });
});
