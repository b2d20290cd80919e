import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { transaction } from '../../db/database.ts';
import { findSite } from '../../db/sites.ts';
import { createManager } from '../../server/actions/create-manager.ts';
import { createInvitation } from '../../server/actions/invite-person.ts';
import { mailedInvitationLink } from '../../server/invitations/invitation-link.ts';
import type { Mail } from '../../server/mail/mailer.ts';
import { type Person, startTestServer, type TestServer } from './harness.ts';
import { keptMails } from './kept-mails.ts';

const mails: Mail[] = [];
let server: TestServer;
let own: string;
beforeAll(async () => {
  const mailer = keptMails(mails);
  server = await startTestServer({ mailer });
  own = server.ctx.config.publicUrl;
});
afterAll(() => server.stop());

let address = 0;
async function post(path: string, body: URLSearchParams | string = new URLSearchParams(), cookie = '') {
  const headers = new Headers({ origin: own, cookie, 'x-forwarded-for': `198.51.100.${++address}` });
  if (typeof body === 'string') headers.set('content-type', 'application/json');
  return await fetch(server.url + path, { method: 'POST', redirect: 'manual', body, headers });
}

async function accept(
  role: 'expert' | 'manager',
  invited: string | null,
  typed: string,
  cookie = '',
): Promise<string> {
  const site = await findSite(server.ctx.db, 'demo');
  const made = await createInvitation(server.ctx, site!, { role, email: invited, name: null }, null);
  const joined = await post(
    new URL(invited === null ? made.link : mailedInvitationLink(server.ctx, made.invitation.id)).pathname,
    new URLSearchParams({ name: 'Léa', email: typed }),
    cookie,
  );
  expect(joined.status).toBe(200);
  return cookieOf(joined);
}

const cookieOf = (answer: Response) => answer.headers.get('set-cookie')?.split(';')[0] ?? '';
const isSignedIn = async (cookie: string) =>
  (await fetch(`${server.url}/api/back-office/session`, { headers: { cookie } })).status === 200;

describe('an address typed before its owner comes', () => {
  test('[PEOPLE8] the owner’s own invitation ends the sessions of who typed it', async () => {
    const squatter = await accept('expert', null, 'lea@example.com');
    expect(await isSignedIn(squatter)).toBe(true);
    const owner = await accept('manager', 'lea@example.com', 'lea@example.com');
    expect([await isSignedIn(squatter), await isSignedIn(owner)]).toEqual([false, true]);
    // A manager is asked to be signed in: whoever made the link could use it as well.
    await accept('expert', 'lea@example.com', 'lea@example.com', owner);
    expect(await isSignedIn(owner)).toBe(true);
  });

  test('[PEOPLE9] so does the operator who makes them a manager, with their unused links', async () => {
    const squatter = await accept('expert', null, 'tom@example.com');
    const accountId = await server.ctx.signIn.accountIdByEmail('tom@example.com');
    const code = await server.ctx.signIn.issueLink(accountId!, 'shop', 'demo');
    const link = await createManager(server.ctx, { siteId: 'demo', email: 'tom@example.com', name: 'Tom' });
    expect(await isSignedIn(squatter)).toBe(false);
    expect(await server.ctx.signIn.exchange(code, 'demo')).toBe(null);
    expect((await post(new URL(link).pathname)).status).toBe(303);
  });

  test('[PEOPLE10] so does a sign-in link that was mailed there', async () => {
    const squatter = await accept('expert', null, 'ana@example.com');
    await post('/api/sign-in/link', JSON.stringify({ email: 'ana@example.com' }));
    const mailed = mails.find((mail) => mail.to === 'ana@example.com');
    const path = /\/sign-in\/[\w-]+/.exec(mailed!.text)![0];
    const owner = cookieOf(await post(path));
    expect([await isSignedIn(squatter), await isSignedIn(owner)]).toEqual([false, true]);
  });
});

test('[PEOPLE11] a mailed sign-in goes to members alone', async () => {
  await post('/api/sign-in/link', JSON.stringify({ email: 'nobody@example.com' }));
  expect(mails.filter((mail) => mail.to === 'nobody@example.com')).toEqual([]);
});

describe('an invitation made for an address', () => {
  type Invited = { invitation: { id: string }; link: string; mailed: boolean };
  /** Both links of one invitation: what the mail says, and what the manager is answered. */
  async function invite(manager: Person, email: string, role = 'expert') {
    const answer = await manager.post('/api/back-office/demo/invitations', {
      role,
      email,
      name: 'De la liste',
    });
    const { invitation, link, mailed } = (await answer.json()) as Invited;
    expect(mailed).toBe(true);
    const text = mails.findLast((mail) => mail.to === email)?.text ?? '';
    const inMail = /\/join\/[\w-]+$/m.exec(text)![0];
    return { id: invitation.id, copied: new URL(link).pathname, inMail };
  }
  const join = (path: string, email: string, cookie = '', name = 'Léa') =>
    post(path, new URLSearchParams({ name, email }), cookie);
  const accountOf = (email: string) =>
    server.ctx.db.selectFrom('user').selectAll().where('email', '=', email).executeTakeFirstOrThrow();

  test('[PEOPLE16] is proven by the link that was mailed, by none that a manager can have', async () => {
    const manager = await server.person('manager');
    const [mailed, copied] = [
      await invite(manager, 'mailed@example.com'),
      await invite(manager, 'copied@example.com'),
    ];
    const shown = await manager.post(`/api/back-office/demo/invitations/${copied.id}/link`, {});
    expect(new URL(((await shown.json()) as { link: string }).link).pathname).toBe(copied.copied);
    expect(copied.copied).not.toBe(copied.inMail);
    const owner = await join(mailed.inMail, 'mailed@example.com');
    expect(owner.status).toBe(200);
    const joined = await join(copied.copied, 'copied@example.com');
    expect(joined.status).toBe(200);
    expect(await joined.text()).toContain('not confirmed yet');
    const account = async (cookie: string) =>
      await (await fetch(`${server.url}/account`, { headers: { cookie } })).text();
    expect(await account(cookieOf(joined))).toContain('not confirmed yet');
    expect(await account(cookieOf(owner))).not.toContain('not confirmed yet');
    const proven = [await accountOf('mailed@example.com'), await accountOf('copied@example.com')];
    expect(proven.map(({ emailVerified }) => emailVerified)).toEqual([1, 0]);
    // One invitation, used once, by whichever link.
    expect((await join(copied.inMail, 'copied@example.com')).status).toBe(410);
  });

  test('[PEOPLE17] its owner, once they come, ends what the holder of a copied link made', async () => {
    const manager = await server.person('manager');
    const { copied } = await invite(manager, 'owner@example.com');
    const holder = cookieOf(await join(copied, 'owner@example.com'));
    const { id: account_id } = await accountOf('owner@example.com');
    const passkey = { id: 'p', name: 'Phone', public_key: '', counter: 0, transports: '[]', created_at: 0 };
    await transaction(server.ctx.db, async (tx) => {
      await tx
        .insertInto('passkey')
        .values({ ...passkey, account_id, last_used_at: null })
        .execute();
      const codes = { account_id, secret: 'A', last_step: 0, in_force_since: 1 };
      await tx.insertInto('one_time_code').values(codes).execute();
    });
    await post('/api/sign-in/link', JSON.stringify({ email: 'owner@example.com' }));
    const text = mails.findLast((mail) => mail.to === 'owner@example.com')?.text ?? '';
    const owner = cookieOf(await post(/\/sign-in\/[\w-]+/.exec(text)![0]));
    expect([await isSignedIn(holder), await isSignedIn(owner)]).toEqual([false, true]);
    for (const table of ['passkey', 'one_time_code'] as const) {
      const rows = await server.ctx.db
        .selectFrom(table)
        .select('account_id')
        .where('account_id', '=', account_id)
        .execute();
      expect(rows).toEqual([]);
    }
  });

  test('[PEOPLE18] copied, it opens no account that is there, but for who is signed in to it', async () => {
    const manager = await server.person('manager');
    const own = await accept('expert', null, 'here@example.com');
    const { copied } = await invite(manager, 'here@example.com', 'moderator');
    const stranger = await join(copied, 'here@example.com');
    expect([stranger.status, cookieOf(stranger)]).toEqual([409, '']);
    expect((await join(copied, 'here@example.com', own)).status).toBe(200);
    const { id, emailVerified } = await accountOf('here@example.com');
    const { role } = await server.ctx.db
      .selectFrom('person')
      .select('role')
      .where('account_id', '=', id)
      .executeTakeFirstOrThrow();
    expect([role, emailVerified]).toEqual(['moderator', 0]);
    expect(await isSignedIn(own)).toBe(true);
  });

  test('[PEOPLE20] leaves a member the name they go by, to change or not', async () => {
    const manager = await server.person('manager');
    const first = await invite(manager, 'named@example.com');
    const shown = async (path: string, cookie = '') =>
      /name="name" value="([^"]*)"/.exec(
        await (await fetch(server.url + path, { headers: { cookie } })).text(),
      )?.[1];
    expect(await shown(first.inMail)).toBe('De la liste');
    const cookie = cookieOf(await join(first.inMail, 'named@example.com', '', 'Léa du Jura'));
    const again = await invite(manager, 'named@example.com', 'moderator');
    expect(await shown(again.inMail)).toBe('Léa du Jura');
    expect(await shown(again.copied, cookie)).toBe('Léa du Jura');
    // Nobody learns from a copied link who is a member.
    expect(await shown(again.copied)).toBe('De la liste');
  });

  test('[PEOPLE21] gives who is banned neither another name nor a role, and says so', async () => {
    const manager = await server.person('manager');
    const first = await invite(manager, 'banned@example.com');
    await join(first.inMail, 'banned@example.com', '', 'Kevin');
    const { id: account_id } = await accountOf('banned@example.com');
    const people = server.ctx.db.selectFrom('person').select(['id', 'name', 'role']);
    const theirs = people.where('account_id', '=', account_id);
    const { id } = await theirs.executeTakeFirstOrThrow();
    const ban = { reason: 'insultes', expiresInHours: null };
    expect((await manager.post(`/api/back-office/demo/people/${id}/ban`, ban)).status).toBe(204);
    const again = await invite(manager, 'banned@example.com', 'moderator');
    const refused = await join(again.inMail, 'banned@example.com', '', 'Kévin');
    expect(refused.status).toBe(403);
    expect(await refused.text()).toMatch(/may no longer write here|ne pouvez plus écrire ici/);
    expect(await theirs.execute()).toEqual([{ id, name: 'Kevin', role: 'expert' }]);
  });
});
