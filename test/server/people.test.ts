import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findSite } from '../../db/sites.ts';
import { createManager } from '../../server/actions/create-manager.ts';
import { createInvitation } from '../../server/actions/invite-person.ts';
import { mailedInvitationLink } from '../../server/invitations/invitation-link.ts';
import { retain } from '../../server/jobs/retention.ts';
import { LIMITS } from '../../server/limits.ts';
import type { Mail } from '../../server/mail/mailer.ts';
import { CLOSE, type TokenAnswer } from '../../server/protocol/frames.ts';
import { addSite, startTestServer, type TestServer } from './harness.ts';
import { keptMails } from './kept-mails.ts';

let server: TestServer;
let own: string;
beforeAll(async () => {
  server = await startTestServer();
  own = server.ctx.config.publicUrl;
});
afterAll(() => server.stop());

async function invite(
  role: 'expert' | 'moderator' | 'manager',
  email: string | null = null,
  siteId = 'demo',
): Promise<string> {
  return (await inviteBoth(role, email, siteId)).copied;
}

/** The link that a manager can copy, and the one that only the invited mailbox has. */
async function inviteBoth(role: 'expert' | 'moderator' | 'manager', email: string | null, siteId = 'demo') {
  const site = await findSite(server.ctx.db, siteId);
  const made = await createInvitation(server.ctx, site!, { role, email, name: null }, null);
  const mailed = mailedInvitationLink(server.ctx, made.invitation.id);
  return { copied: new URL(made.link).pathname, mailed: new URL(mailed).pathname };
}

let address = 0;
async function visit(
  path: string,
  options: { form?: Record<string, string>; headers?: Record<string, string> } = {},
) {
  return await fetch(server.url + path, {
    redirect: 'manual',
    ...(options.form ? { method: 'POST', body: new URLSearchParams(options.form) } : {}),
    headers: { origin: own, 'x-forwarded-for': `198.51.100.${++address % 250}`, ...options.headers },
  });
}

const cookieOf = (answer: Response) => answer.headers.get('set-cookie')?.split(';')[0] ?? '';
const session = (cookie: string) => visit('/api/back-office/session', { headers: { cookie } });
const join = (path: string, name: string, email: string) => visit(path, { form: { name, email } });

describe('invitations', () => {
  test('[PEOPLE1] an invitation makes a member once, signs them in, and is over', async () => {
    const path = await invite('moderator');
    const page = await visit(path, { headers: { 'accept-language': 'fr' } });
    expect(await page.text()).toContain('Sentier vous invite dans sa communauté');
    const joined = await join(path, 'Sonia', 'sonia@example.com');
    expect(joined.status).toBe(200);
    const me = (await (await session(cookieOf(joined))).json()) as { sites: { role: string; id: string }[] };
    expect(me.sites).toMatchObject([{ id: 'demo', role: 'moderator' }]);
    expect((await visit(path)).status).toBe(410);
    expect((await join(path, 'Autre', 'autre@example.com')).status).toBe(410);
  });

  test('[PEOPLE2] opened by a mail scanner, it still works for the person', async () => {
    const path = await invite('expert');
    for (let i = 0; i < 5; i++) expect((await visit(path)).status).toBe(200);
    expect((await join(path, 'Malik', 'malik@example.com')).status).toBe(200);
  });

  test('[PEOPLE3] used fifty times at once, one succeeds', async () => {
    const path = await invite('expert');
    const answers = await Promise.all(
      Array.from({ length: 50 }, (_, i) => join(path, `Malik ${i}`, `m${i}@example.com`)),
    );
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    const rows = await server.ctx.db
      .selectFrom('user')
      .select('email')
      .where('email', 'like', 'm%@example.com')
      .execute();
    expect(rows.filter((row) => /^m\d+@/.test(row.email))).toHaveLength(1);
  });

  test('[PEOPLE4] revoked, unknown and used look alike', async () => {
    const manager = await server.person('manager');
    const answer = await manager.post('/api/back-office/demo/invitations', {
      role: 'expert',
      email: null,
      name: null,
    });
    const { invitation, link, mailed } = (await answer.json()) as {
      invitation: { id: string };
      link: string;
      mailed: boolean;
    };
    expect(mailed).toBe(false);
    const path = new URL(link).pathname;
    expect((await visit(path)).status).toBe(200);
    const revoke = () => manager.request('DELETE', `/api/back-office/demo/invitations/${invitation.id}`);
    expect([(await revoke()).status, (await revoke()).status]).toEqual([204, 409]);
    const [revoked, unknown] = [await visit(path), await visit('/join/unknown')];
    expect([revoked.status, await revoked.text()]).toEqual([unknown.status, await unknown.text()]);
  });

  test('[PEOPLE5] typing somebody’s address opens nothing of theirs', async () => {
    await join(await invite('moderator'), 'Léa', 'lea@example.com');
    const stolen = await join(await invite('expert'), 'Faux', 'LEA@example.com');
    expect(stolen.status).toBe(409);
    expect(cookieOf(stolen)).toBe('');
    const proven = await join(
      (await inviteBoth('expert', 'lea@example.com')).mailed,
      'Léa',
      'lea@example.com',
    );
    expect(proven.status).toBe(200);
    const me = (await (await session(cookieOf(proven))).json()) as { sites: { role: string }[] };
    expect(me.sites[0]?.role).toBe('moderator');
  });

  test('[PEOPLE13] an invitation, which a manager can copy, opens no session of another manager, nor of who is a member elsewhere', async () => {
    await addSite(server.ctx, 'elsewhere');
    const boss = await join(await invite('manager'), 'Boss', 'boss-here@example.com');
    const expert = await join(await invite('expert', null, 'elsewhere'), 'Iris', 'iris@example.com');
    const owners = { 'boss-here@example.com': cookieOf(boss), 'iris@example.com': cookieOf(expert) };
    for (const [email, cookie] of Object.entries(owners)) {
      const { copied, mailed } = await inviteBoth('expert', email);
      for (const path of [copied, mailed]) {
        const opened = await join(path, 'Faux', email);
        expect([opened.status, cookieOf(opened)]).toEqual([409, '']);
        expect(await opened.text()).toContain('Sign in to it first');
      }
      const theirs = await visit(copied, { form: { name: 'Iris', email }, headers: { cookie } });
      expect(theirs.status).toBe(200);
    }
  });

  test('[PEOPLE19] without a mail server a copied link joins, says how to come back, and a manager’s link signs in again', async () => {
    const path = await invite('expert', 'nomail@example.com');
    expect(await (await visit(path)).text()).toContain('This server sends no e-mail');
    const joined = await join(path, 'Paul', 'nomail@example.com');
    expect(await joined.text()).toContain(
      'you will need a passkey, or a link from the person who invited you',
    );
    const { id, emailVerified, person } = await server.ctx.db
      .selectFrom('user')
      .innerJoin('person', 'person.account_id', 'user.id')
      .select(['user.id', 'user.emailVerified', 'person.id as person'])
      .where('email', '=', 'nomail@example.com')
      .executeTakeFirstOrThrow();
    expect(emailVerified).toBe(0);
    const manager = await server.person('manager');
    const made = await manager.post(`/api/back-office/demo/people/${person}/sign-in-link`, {});
    const { link } = (await made.json()) as { link: string };
    const again = await visit(new URL(link).pathname, { form: {} });
    expect((await server.ctx.signIn.accountOf(new Headers({ cookie: cookieOf(again) })))?.accountId).toBe(id);
    expect((await session(cookieOf(joined))).status).toBe(200);
  });

  test('[PEOPLE15] proving an address closes the connections of whoever typed it before', async () => {
    const joined = await join(await invite('expert'), 'Faux', 'owner@example.com');
    const code = /#entraide=([\w-]+)/.exec(await joined.text())?.[1];
    const typed = await server.person();
    typed.token = '';
    typed.take(
      (await (await typed.post('/api/widget/exchange', { site: 'demo', code })).json()) as TokenAnswer,
    );
    const socket = await typed.connect();
    const account = await server.ctx.signIn.accountIdByEmail('owner@example.com');
    const link = await server.ctx.signIn.issueLink(account!, 'mailed');
    expect((await visit(`/sign-in/${link}`, { form: {} })).status).toBe(303);
    expect(await socket.closed).toBe(CLOSE.signedOut);
  });

  test('[PEOPLE14] nor does a sign-in link that a manager makes', async () => {
    await addSite(server.ctx, 'far');
    const manager = await server.person('manager');
    const make = async (email: string) => {
      const account = await server.ctx.signIn.accountIdByEmail(email);
      const { id } = await server.ctx.db
        .selectFrom('person')
        .select('id')
        .where('account_id', '=', account)
        .where('site_id', '=', 'demo')
        .executeTakeFirstOrThrow();
      return (await manager.post(`/api/back-office/demo/people/${id}/sign-in-link`, {})).status;
    };
    const joined = await join(await invite('expert'), 'Nora', 'nora@example.com');
    expect(await make('nora@example.com')).toBe(200);
    const there = await invite('manager', 'nora@example.com', 'far');
    const form = { name: 'Nora', email: 'nora@example.com' };
    expect((await visit(there, { form, headers: { cookie: cookieOf(joined) } })).status).toBe(200);
    expect(await make('nora@example.com')).toBe(403);
  });

  test('[PEOPLE6] a member’s name passes the filter, and what was typed stays', async () => {
    const path = await invite('expert');
    const refused = await join(path, 'Connard', 'c@example.com');
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('value="c@example.com"');
    expect((await join(path, '<img src=x onerror=alert(1)>', 'pas une adresse')).status).toBe(422);
    const page = await (await join(path, '"><script>alert(1)</script>', 'pas une adresse')).text();
    expect(page).not.toContain('<script>');
    expect((await join(path, 'Paul', 'paul@example.com')).status).toBe(200);
  });

  test('[PEOPLE7] only managers invite, and never a visitor into a role by the body', async () => {
    const [moderator, manager] = [await server.person('moderator'), await server.person('manager')];
    const body = { role: 'manager', email: null, name: null };
    expect((await moderator.post('/api/back-office/demo/invitations', body)).status).toBe(403);
    expect((await manager.post('/api/back-office/demo/invitations', { ...body, role: 'owner' })).status).toBe(
      400,
    );
  });
});

describe('signing in', () => {
  const managerLink = async (email = 'boss@example.com') =>
    new URL(await createManager(server.ctx, { siteId: 'demo', email, name: 'Boss' })).pathname;

  test('[SIGN1] a sign-in link works once, by its button only', async () => {
    const path = await managerLink();
    expect((await visit(path)).status).toBe(200);
    const signedIn = await visit(path, { form: {} });
    expect([signedIn.status, signedIn.headers.get('location')]).toEqual([303, '/back-office']);
    expect(signedIn.headers.get('set-cookie')).toMatch(/HttpOnly; SameSite=Lax/);
    expect((await session(cookieOf(signedIn))).status).toBe(200);
    expect((await visit(path, { form: {} })).status).toBe(410);
  });

  test('[SIGN2] of twenty who press the button at once, one is in', async () => {
    const path = await managerLink();
    const answers = await Promise.all(Array.from({ length: 20 }, () => visit(path, { form: {} })));
    expect(answers.filter((answer) => answer.status === 303)).toHaveLength(1);
  });

  test('[SIGN3] a form of another origin signs nobody in', async () => {
    const path = await managerLink();
    const answer = await visit(path, { form: {}, headers: { origin: 'https://evil.test' } });
    expect(answer.status).toBe(403);
    expect((await visit(path)).status).toBe(200);
  });

  test('[SIGN4] signed out, the session is dead on the server', async () => {
    const cookie = cookieOf(await visit(await managerLink(), { form: {} }));
    const out = await fetch(`${server.url}/api/sign-out`, {
      method: 'POST',
      headers: { origin: own, cookie },
    });
    expect(out.status).toBe(204);
    expect((await session(cookie)).status).toBe(401);
    expect((await session(`${cookie}x`)).status).toBe(401);
  });

  test('[SIGN5] a member comes to the shop by a single-use code and is themself in the widget', async () => {
    const joined = await join(await invite('expert'), 'Experte', 'experte@example.com');
    const code = /#entraide=([\w-]+)/.exec(await joined.text())?.[1];
    const person = await server.person();
    person.token = '';
    const exchange = () => person.post('/api/widget/exchange', { site: 'demo', code });
    const answer = (await (await exchange()).json()) as { token: string; me: { role: string; name: string } };
    expect(answer.me).toMatchObject({ role: 'expert', name: 'Experte' });
    expect((await exchange()).status).toBe(401);
    person.token = answer.token;
    const socket = await person.connect();
    expect((await socket.write('Je réponds', null, null)).message.author).toMatchObject({
      role: 'expert',
      name: 'Experte',
    });
  });

  test('[SIGN6] asking for a link answers alike whether the address is known or not', async () => {
    const ask = async (email: string) => {
      const posted = await fetch(`${server.url}/api/sign-in/link`, {
        method: 'POST',
        headers: {
          origin: own,
          'content-type': 'application/json',
          'x-forwarded-for': `198.51.100.${++address % 250}`,
        },
        body: JSON.stringify({ email }),
      });
      return [posted.status, await posted.text()];
    };
    expect(await ask('boss@example.com')).toEqual(await ask('nobody@example.com'));
  });

  test('[SIGN7] the last community manager cannot step down', async () => {
    await addSite(server.ctx, 'solo');
    const link = await createManager(server.ctx, {
      siteId: 'solo',
      email: 'only@example.com',
      name: 'Seule',
    });
    const cookie = cookieOf(await visit(new URL(link).pathname, { form: {} }));
    const { sites } = (await (await session(cookie)).json()) as { sites: { personId: string }[] };
    const stepDown = () =>
      fetch(`${server.url}/api/back-office/solo/people/${sites[0]?.personId}/role`, {
        method: 'POST',
        headers: { origin: own, cookie, 'content-type': 'application/json' },
        body: JSON.stringify({ role: 'expert' }),
      });
    expect((await stepDown()).status).toBe(409);
    await createManager(server.ctx, { siteId: 'solo', email: 'second@example.com', name: 'Deux' });
    expect((await stepDown()).status).toBe(204);
    expect((await stepDown()).status).toBe(404);
  });

  test('[SIGN12] one mailbox gets a few sign-in mails an hour, whoever asks for them', async () => {
    const { mailer } = server.ctx;
    const sent: Mail[] = [];
    server.ctx.mailer = keptMails(sent);
    const statuses: number[] = [];
    for (let i = 0; i < LIMITS.requests.signInMailsPerHour + 3; i++) {
      const answer = await fetch(`${server.url}/api/sign-in/link`, {
        method: 'POST',
        headers: {
          origin: own,
          'content-type': 'application/json',
          'x-forwarded-for': `198.51.100.${200 + i}`,
        },
        body: JSON.stringify({ email: 'boss@example.com' }),
      });
      statuses.push(answer.status);
    }
    server.ctx.mailer = mailer;
    expect(new Set(statuses)).toEqual(new Set([202]));
    // Experts are told of questions meanwhile.
    const here = sent.filter(({ to }) => to === 'boss@example.com');
    expect(here).toHaveLength(LIMITS.requests.signInMailsPerHour);
  });

  test('[SIGN13] sessions and links whose time is over are cleaned away, living ones stay', async () => {
    const cookie = cookieOf(await visit(await managerLink('kept@example.com'), { form: {} }));
    await managerLink('kept@example.com');
    const left = async () => {
      const links = await server.ctx.db.selectFrom('sign_in_link').select('token_hash').execute();
      const sessions = await server.ctx.db.selectFrom('session').select('id').execute();
      return [links.length, sessions.length];
    };
    const [links, sessions] = await left();
    await retain(server.ctx);
    expect([await left(), (await session(cookie)).status]).toEqual([[links, sessions], 200]);
    const later = { ...server.ctx, clock: { now: () => Date.now() + 40 * 24 * 60 * 60 * 1000 } };
    await retain(later);
    expect(await left()).toEqual([0, 0]);
  });
});
