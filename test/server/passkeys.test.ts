import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { LIMITS } from '../../server/limits.ts';
import { Authenticator, type Options } from './authenticator.ts';
import { type Person, startTestServer, type TestServer } from './harness.ts';

let now = Date.now();
let server: TestServer;
let own: string;
let expert: Person;
let key: Authenticator;
beforeAll(async () => {
  server = await startTestServer({ clock: { now: () => now } });
  own = server.ctx.config.publicUrl;
});
afterAll(() => server.stop());
beforeEach(async () => {
  now = Date.now();
  expert = await server.person('expert');
  key = new Authenticator(own);
});

let address = 0;
async function post(path: string, body: unknown, headers: Record<string, string> = {}): Promise<Response> {
  return await fetch(server.url + path, {
    method: 'POST',
    redirect: 'manual',
    headers: {
      origin: own,
      'content-type': 'application/json',
      'x-forwarded-for': `198.51.${++address >> 8}.${address % 256}`,
      ...headers,
    },
    body: JSON.stringify(body),
  });
}
const options = async (path: string, cookie = '') =>
  (await (await post(`/api/passkeys/${path}`, {}, { cookie })).json()) as Options;
const keep = (answer: unknown, { cookie } = expert) => post('/api/passkeys', answer, { cookie });
const signIn = (answer: unknown) => post('/api/passkeys/sign-in', answer);
const makeOne = async () => {
  const answer = await keep(key.make(await options('to-make', expert.cookie)));
  expect(answer.status).toBe(204);
};
const cookieOf = (answer: Response) => answer.headers.get('set-cookie')?.split(';')[0] ?? '';
const account = async (cookie: string) =>
  await (await fetch(`${server.url}/account`, { headers: { cookie, 'user-agent': 'none' } })).text();
const body = async (answer: Response) =>
  [answer.status, (await answer.text()).replace(/"requestId":"[^"]+"/, '')] as const;

describe('a passkey', () => {
  test('[JOIN6] signs in whoever made it, on any device, and says nobody’s name before', async () => {
    await makeOne();
    const asked = await options('to-show');
    expect(asked).not.toHaveProperty('allowCredentials');
    const answer = await signIn(key.show(asked));
    expect([answer.status, await answer.json()]).toEqual([200, { next: '/account' }]);
    expect(await account(cookieOf(answer))).toContain('Sessions');
  });

  test('[JOIN7] an answer is good once, and a challenge for a few minutes', async () => {
    await makeOne();
    const shown = key.show(await options('to-show'));
    expect((await signIn(shown)).status).toBe(200);
    expect((await signIn(shown)).status).toBe(422);
    const asked = await options('to-show');
    now += LIMITS.passkey.challengeMs;
    expect((await signIn(key.show(asked))).status).toBe(422);
    const toMake = await options('to-make', expert.cookie);
    const made = new Authenticator(own).make(toMake);
    expect([(await keep(made)).status, (await keep(made)).status]).toEqual([204, 422]);
  });

  test('[JOIN8] what was asked of one account or for one thing is good for no other', async () => {
    const other = await server.person('expert');
    const toMake = await options('to-make', expert.cookie);
    expect((await keep(key.make(toMake), other)).status).toBe(422);
    await makeOne();
    expect((await signIn(key.show(await options('to-make', expert.cookie)))).status).toBe(422);
    const known = await keep(key.make(await options('to-make', other.cookie)), other);
    expect(known.status).toBe(409);
  });

  test('[JOIN9] every wrong answer is refused alike: another page, server, challenge, key or count', async () => {
    await makeOne();
    const asked = () => options('to-show');
    expect((await signIn(key.show(await asked()))).status).toBe(200);
    const wrong = [
      new Authenticator(own).show(await asked()),
      key.show(await asked(), { origin: 'https://evil.test' }),
      key.show(await asked(), { rpId: 'evil.test' }),
      key.show(await asked(), { challenge: Buffer.from('mine').toString('base64url') }),
      key.show(await asked(), { counter: 1 }),
      { ...key.show(await asked()), response: { clientDataJSON: 'bm90aGluZw' } },
    ];
    const answers = await Promise.all(wrong.map(async (answer) => await body(await signIn(answer))));
    expect(new Set(answers.map(String)).size).toBe(1);
    expect(answers[0]![0]).toBe(422);
  });

  test('[JOIN10] is renamed and removed by its owner alone, and removed it opens nothing', async () => {
    await makeOne();
    const other = await server.person('manager');
    const form = (cookie: string, act: string) =>
      fetch(`${server.url}/account/passkeys/${key.id}/${act}`, {
        method: 'POST',
        redirect: 'manual',
        headers: { origin: own, cookie },
        body: new URLSearchParams({ name: 'Mon téléphone' }),
      });
    expect([(await form(other.cookie, 'name')).status, (await form(other.cookie, 'remove')).status]).toEqual([
      404, 404,
    ]);
    expect((await form('', 'remove')).status).toBe(401);
    expect((await form(expert.cookie, 'name')).status).toBe(303);
    expect(await account(expert.cookie)).toContain('Mon téléphone');
    expect((await form(expert.cookie, 'remove')).status).toBe(303);
    expect((await signIn(key.show(await options('to-show')))).status).toBe(422);
  });

  test('[JOIN11] nobody makes one for an account that is not theirs, nor from another page', async () => {
    expect((await post('/api/passkeys/to-make', {})).status).toBe(401);
    const evil = { origin: 'https://evil.test', cookie: expert.cookie };
    expect((await post('/api/passkeys/to-make', {}, evil)).status).toBe(403);
    const bearer = { authorization: `Bearer ${expert.token}` };
    expect((await post('/api/passkeys/to-make', {}, bearer)).status).toBe(401);
  });
});
