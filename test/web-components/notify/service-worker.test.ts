import { afterEach, expect, test, vi } from 'vitest';

type Listener = (event: object) => void;
afterEach(() => vi.unstubAllGlobals());

const subscription = (endpoint: string) => ({
  options: { applicationServerKey: 'the key' },
  toJSON: () => ({ endpoint, expirationTime: null, keys: { p256dh: 'p', auth: endpoint } }),
});

/** The worker with the event fired at it. @returns what it asked of the browser and of the server */
async function changed(event: object) {
  const listeners = new Map<string, Listener>();
  const subscribe = vi.fn(async (_: object) => subscription('/new'));
  const fetch = vi.fn(async (_: string, init: RequestInit) => new Response(String(init.method)));
  vi.stubGlobal('self', {
    registration: { pushManager: { subscribe } },
    addEventListener: (type: string, listener: Listener) => listeners.set(type, listener),
  });
  vi.stubGlobal('fetch', fetch);
  vi.resetModules();
  await import('../../../web-components/notify/service-worker.ts');
  let work: Promise<unknown> = Promise.resolve();
  const waitUntil = (what: Promise<unknown>) => {
    work = what;
  };
  listeners.get('pushsubscriptionchange')?.({ ...event, waitUntil });
  await work;
  const asked = fetch.mock.calls.map(([path, { body }]) => [path, JSON.parse(String(body))]);
  return { subscribe, asked };
}

const as = (endpoint: string) => ({ endpoint, keys: { p256dh: 'p', auth: endpoint } });

test('[NOTE67] a subscription that the browser ended is made again for the same server, which is told', async () => {
  const { subscribe, asked } = await changed({ oldSubscription: subscription('/old') });
  expect(subscribe.mock.calls).toEqual([[{ userVisibleOnly: true, applicationServerKey: 'the key' }]]);
  expect(asked).toEqual([['/api/notify/device/moved', { old: as('/old'), subscription: as('/new') }]]);
  const given = await changed({
    oldSubscription: subscription('/old'),
    newSubscription: subscription('/given'),
  });
  expect(given.subscribe).not.toHaveBeenCalled();
  expect(given.asked[0]?.[1]).toEqual({ old: as('/old'), subscription: as('/given') });
  expect((await changed({ oldSubscription: null })).asked).toEqual([]);
});
