import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { findSite } from '../../db/sites.ts';
import { createManager } from '../../server/actions/create-manager.ts';
import { createInvitation } from '../../server/actions/invite-person.ts';
import type { Mail } from '../../server/mail/mailer.ts';
import { startTestServer, type TestServer } from './harness.ts';
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
  const { link } = await createInvitation(server.ctx, site!, { role, email: invited, name: null }, null);
  const joined = await post(
    new URL(link).pathname,
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
