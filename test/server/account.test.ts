import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { deviceWords } from '../../server/http/account/device-words.ts';
import type { Mail } from '../../server/mail/mailer.ts';
import { CLOSE } from '../../server/protocol/frames.ts';
import { addSite, type Person, SHOP, startTestServer, type TestServer } from './harness.ts';
import { keptMails } from './kept-mails.ts';

const mails: Mail[] = [];
let server: TestServer;
let own: string;
let expert: Person;
beforeAll(async () => {
  server = await startTestServer({ mailer: keptMails(mails) });
  own = server.ctx.config.publicUrl;
});
afterAll(() => server.stop());
beforeEach(async () => {
  expert = await server.person('expert');
});

let address = 0;
async function form(path: string, cookie: string, fields: Record<string, string> = {}, headers = {}) {
  return await fetch(server.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: own, cookie, 'x-forwarded-for': `198.51.100.${++address % 250}`, ...headers },
    body: new URLSearchParams(fields),
  });
}
const page = async (cookie = '') =>
  await (await fetch(`${server.url}/account`, { headers: { cookie, 'accept-language': 'en' } })).text();
const accountOf = async ({ id }: Person) =>
  (
    await server.ctx.db
      .selectFrom('person')
      .select('account_id')
      .where('id', '=', id)
      .executeTakeFirstOrThrow()
  ).account_id!;
const sessionsOf = async (person: Person) =>
  await server.ctx.db
    .selectFrom('session')
    .selectAll()
    .where('userId', '=', await accountOf(person))
    .execute();
const isIn = async (cookie: string) => (await page(cookie)).includes('Your account');

describe('the account', () => {
  test('[JOIN34] lists its sessions by device and place, the one at hand marked', async () => {
    const phone =
      'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1 Version/19 Safari/604.1';
    const { setCookie } = await server.ctx.signIn.openSession(await accountOf(expert), {
      userAgent: phone,
      origin: null,
    });
    const text = await page(setCookie.split(';')[0]);
    expect(text).toMatch(/Safari on iPhone<\/strong><span class="tag">This device/);
    expect(text).toContain('on shop.test');
    expect(text.match(/This device/g)).toHaveLength(1);
    for (const { token } of await sessionsOf(expert)) expect(text).not.toContain(token);
  });

  test('[JOIN35] ends one session, and its connections, and leaves the others', async () => {
    const socket = await expert.connect();
    const widget = (await sessionsOf(expert)).find(({ token }) => token === expert.token)!;
    const other = await server.person('manager');
    expect((await form(`/account/sessions/${widget.id}/end`, other.cookie)).status).toBe(404);
    expect((await form(`/account/sessions/${widget.id}/end`, '')).status).toBe(401);
    expect((await form(`/account/sessions/${widget.id}/end`, expert.cookie)).status).toBe(303);
    expect(await socket.closed).toBe(CLOSE.signedOut);
    expect((await expert.get('/api/widget/conversations?site=demo&scope=site')).status).toBe(401);
    expect(await isIn(expert.cookie)).toBe(true);
  });

  test('[JOIN36] signs out everywhere: every session, and every link and code on its way', async () => {
    const code = await server.ctx.signIn.issueLink(await accountOf(expert), 'shop', 'demo');
    const link = await server.ctx.signIn.issueLink(await accountOf(expert), 'mailed');
    const socket = await expert.connect();
    const answer = await form('/account/sessions/end-all', expert.cookie);
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([
      303,
      expect.stringContaining('Max-Age=0'),
    ]);
    expect(await socket.closed).toBe(CLOSE.signedOut);
    expect(await sessionsOf(expert)).toEqual([]);
    expect([await server.ctx.signIn.exchange(code, 'demo'), await server.ctx.signIn.redeem(link)]).toEqual([
      null,
      null,
    ]);
  });

  test('[JOIN37] leads to the shop’s own pages only, signed in there', async () => {
    const shop = await form('/account/shop', expert.cookie, { site: 'demo', origin: SHOP });
    const code = shop.headers.get('location')?.split(`${SHOP}/#entraide=`)[1];
    expect(await server.ctx.signIn.exchange(code!, 'demo')).toEqual(expect.any(String));
    const evil = { site: 'demo', origin: 'https://evil.test' };
    expect((await form('/account/shop', expert.cookie, evil)).status).toBe(404);
    await addSite(server.ctx, 'other', { allowed_origins: JSON.stringify(['https://other.test']) });
    const elsewhere = { site: 'other', origin: 'https://other.test' };
    expect((await form('/account/shop', expert.cookie, elsewhere)).status).toBe(401);
  });

  test('[JOIN38] changes one’s name, which passes the filter, and is told to one’s open pages', async () => {
    const socket = await expert.connect();
    expect((await form('/account/name', expert.cookie, { site: 'demo', name: 'Gros connard' })).status).toBe(
      422,
    );
    expect((await form('/account/name', expert.cookie, { site: 'demo', name: 'Camille' })).status).toBe(303);
    expect((await socket.next('rights')).me.name).toBe('Camille');
    expect((await (await socket.ask('Ça marche ?', 'Autre')).message.author).name).toBe('Camille');
  });

  test('[JOIN39] no form of another origin, and no token of the shop, does anything here', async () => {
    const paths = [
      'name',
      'picture',
      'shop',
      'sessions/end-all',
      'sign-out',
      'codes/propose',
      'sign-in-link',
    ];
    for (const path of paths) {
      const evil = await form(
        `/account/${path}`,
        expert.cookie,
        { site: 'demo' },
        { origin: 'https://evil.test' },
      );
      const bearer = await form(
        `/account/${path}`,
        '',
        { site: 'demo' },
        { authorization: `Bearer ${expert.token}` },
      );
      expect([path, evil.status, [303, 401, 422].includes(bearer.status)]).toEqual([path, 403, true]);
    }
    expect(await sessionsOf(expert)).toHaveLength(2);
  });

  test('[JOIN40] asks for a mailed link alike whoever it is, and the link opens the account', async () => {
    const email = `${await accountOf(expert)}@example.com`;
    const known = await form('/account/sign-in-link', '', { email });
    const unknown = await form('/account/sign-in-link', '', { email: 'nobody@example.com' });
    const plain = async (answer: Response, address: string) =>
      [answer.status, (await answer.text()).replaceAll(address, '')] as const;
    expect(await plain(known, email)).toEqual(await plain(unknown, 'nobody@example.com'));
    const path = /\/sign-in\/[\w-]+/.exec(mails.find(({ to }) => to === email)!.text)![0];
    const opened = await form(path, '');
    expect([opened.status, opened.headers.get('location')]).toEqual([303, '/account']);
    expect(await isIn(opened.headers.get('set-cookie')!.split(';')[0]!)).toBe(true);
  });

  test('[JOIN47] one-time codes wait for the address to be proven, where mail can prove it', async () => {
    const manager = await server.person('manager');
    const propose = () => form('/account/codes/propose', manager.cookie);
    await server.ctx.db
      .updateTable('user')
      .set({ emailVerified: 0 })
      .where('id', '=', await accountOf(manager))
      .execute();
    expect((await propose()).status).toBe(422);
    const mailed = await server.ctx.signIn.issueLink(await accountOf(manager), 'mailed');
    manager.cookie = (await form(`/sign-in/${mailed}`, '')).headers.get('set-cookie')!.split(';')[0]!;
    expect(await (await propose()).text()).toContain('class="secret"');
  });
});

test('[JOIN41] a device is told in words, and what it is not known to be is not guessed', () => {
  const words = (userAgent: string | null) => deviceWords(userAgent, 'fr');
  const chrome = 'AppleWebKit/537.36 (KHTML, like Gecko) Chrome/147.0 Safari/537.36';
  expect(words(`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome}`)).toBe('Chrome sur Windows');
  expect(words(`Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${chrome} Edg/147.0`)).toBe('Edge sur Windows');
  expect(words('Mozilla/5.0 (Android 16; Mobile; rv:150.0) Gecko/150.0 Firefox/150.0')).toBe(
    'Firefox sur Android',
  );
  expect(words('Mozilla/5.0 (Macintosh; Intel Mac OS X 15_0) Version/19.0 Safari/605.1.15')).toBe(
    'Safari sur Mac',
  );
  expect([words(null), words('curl/8'), words('<script>')]).toEqual(Array(3).fill('Appareil inconnu'));
});
