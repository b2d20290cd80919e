/** The browser's side of push: one registration of ours, which sees no page of its own. */
const WORKER = '/sw.js';
const SCOPE = '/notify/';

export type Possible = 'yes' | 'denied' | 'home-screen' | 'no';

/** Whether this browser can show notifications, and what keeps it from it. */
export async function possible(): Promise<Possible> {
  const canPush = 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
  if (!canPush) return /iPhone|iPad/.test(navigator.userAgent) ? 'home-screen' : 'no';
  return (await permission()) === 'denied' ? 'denied' : 'yes';
}

/** Asks nobody. */
export async function permission(): Promise<PermissionState> {
  const { state } = await navigator.permissions.query({ name: 'notifications' });
  return state;
}

/** The subscription there is, whoever it was made for; null where there is none. */
export async function current(): Promise<PushSubscription | null> {
  const registration = await navigator.serviceWorker.getRegistration(SCOPE);
  return (await registration?.pushManager.getSubscription()) ?? null;
}

/** Asks for permission where it is not given yet. @throws where it is refused or the push service is not there */
export async function subscribe(publicKey: string): Promise<PushSubscription> {
  const registration = await navigator.serviceWorker.register(WORKER, { scope: SCOPE });
  await active(registration);
  const options = { userVisibleOnly: true, applicationServerKey: publicKey };
  const known = await registration.pushManager.getSubscription();
  // Made for another key, that of a server that was set up anew.
  if (known && !isFor(known, publicKey)) await known.unsubscribe();
  return await registration.pushManager.subscribe(options);
}

function isFor({ options }: PushSubscription, publicKey: string): boolean {
  const key = new Uint8Array(options.applicationServerKey ?? new ArrayBuffer(0));
  const text = btoa(String.fromCharCode(...key))
    .replace(/\+/g, '-')
    .replace(/\//g, '_')
    .replace(/=+$/, '');
  return text === publicKey;
}

/** Resolves when its worker runs: before that nothing can be subscribed. */
async function active({ installing, waiting }: ServiceWorkerRegistration): Promise<void> {
  const worker = installing ?? waiting;
  if (!worker || worker.state === 'activated') return;
  await new Promise<void>((resolve) => {
    worker.addEventListener('statechange', () => worker.state === 'activated' && resolve());
  });
}
