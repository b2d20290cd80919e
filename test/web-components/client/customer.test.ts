import { describe, expect, test } from 'vitest';
import { Api } from '../../../web-components/client/api.ts';
import { Customer } from '../../../web-components/client/customer.ts';
import { Identity } from '../../../web-components/client/identity.ts';
import { SiteStorage } from '../../../web-components/client/site-storage.ts';
import { memoryStorage } from './fake-world.ts';

type Answers = { identify?: () => Response };

const jwtOf = (sub: string) => `x.${btoa(JSON.stringify({ sub }))}.y`;

/** One browser's storage, a page after the other; the server counts what it is asked. */
function browser(answers: Answers = {}) {
  const storage = memoryStorage();
  const asked: { path: string; bearer: string | null; body: Record<string, unknown> }[] = [];
  const fetch = async (url: string, init: RequestInit = {}) => {
    const path = new URL(url).pathname.replace('/api/widget/', '');
    const bearer = new Headers(init.headers).get('authorization');
    asked.push({ path, bearer, body: JSON.parse(String(init.body)) });
    if (path === 'identify' && answers.identify) return answers.identify();
    return Response.json({ token: `${path}-${asked.length}` });
  };
  const kept = new SiteStorage('demo', storage);
  const page = (sub: string | null, code: string | null = null) => {
    const customer = new Customer('demo', storage, sub === null ? null : jwtOf(sub));
    const identity = new Identity(new Api('https://chat.test', 'demo', fetch), kept, code, customer);
    return Object.assign(identity, { isNew: customer.isNew });
  };
  return { kept, asked, page };
}
const paths = ({ asked }: ReturnType<typeof browser>) => asked.map(({ path }) => path);

describe('the shop’s customer in a browser', () => {
  test('[IDENT14] is asked about once a browser, and brings along who it was until then', async () => {
    const it = browser();
    expect(await it.page(null).token()).toBe('token-1');
    const first = it.page('c-1');
    expect(first.isNew).toBe(true);
    expect(await first.token()).toBe('identify-2');
    expect(it.asked[1]).toMatchObject({
      bearer: 'Bearer token-1',
      body: { site: 'demo', identity: jwtOf('c-1') },
    });
    const next = it.page('c-1');
    expect(next.isNew).toBe(false);
    expect([await next.token(), await next.token()]).toEqual(['identify-2', 'identify-2']);
    expect(it.asked).toHaveLength(2);
  });

  test('[IDENT15] a page that names nobody, or somebody else, leaves nothing of the customer before', async () => {
    const it = browser();
    await it.page('c-1').token();
    it.kept.write('queue', [{ text: 'not sent yet' }]);
    const nobody = it.page(null);
    expect([nobody.isNew, it.kept.keys('')]).toEqual([true, []]);
    expect(await nobody.token()).toBe('token-2');
    await it.page('c-1').token();
    it.kept.write('queue', [{ text: 'not sent yet' }]);
    const other = it.page('c-2');
    expect(it.kept.keys('queue')).toEqual([]);
    await other.token();
    expect(it.asked.at(-1)).toMatchObject({ path: 'identify', bearer: null });
  });

  test('[IDENT16] a word that does not count is as good as none; where nobody could say, it is asked again', async () => {
    let status = 401;
    const refusal = () => Response.json({ error: { code: 'x', message: '', requestId: '' } }, { status });
    const it = browser({ identify: () => (status === 200 ? Response.json({ token: 'known' }) : refusal()) });
    const page = it.page('c-1');
    expect([await page.token(), await page.token()]).toEqual(['token-2', 'token-2']);
    expect(paths(it)).toEqual(['identify', 'token']);
    status = 503;
    const busy = it.page('c-1');
    await expect(busy.token()).rejects.toMatchObject({ status: 503 });
    status = 200;
    expect(await busy.token()).toBe('known');
  });

  test('[IDENT17] a member stays signed in as themself, and a token the server refuses is forgotten', async () => {
    const it = browser({ identify: () => Response.json({ token: 'session' }) });
    it.kept.write('token', 'session');
    const page = it.page('c-1');
    expect([await page.token(), await page.token()]).toEqual(['session', 'session']);
    expect(paths(it)).toEqual(['identify']);
    expect(it.kept.read('token', '')).toBe('session');
    const customer = browser();
    const known = customer.page('c-1');
    const token = await known.token();
    known.forget(token);
    expect(await known.token()).not.toBe(token);
    expect(paths(customer)).toEqual(['identify', 'identify']);
  });
});
