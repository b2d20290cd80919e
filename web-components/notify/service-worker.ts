/**
 * Shows what the server pushes, and opens the page it is about. Of our own origin: nothing of the shop's pages
 * passes through it. It keeps nothing, and asks the server only to tell it where it is told from now on.
 */
import type { DeviceSubscription, MovedDeviceBody } from '../../server/protocol/notifications.ts';

type Shown = { title: string; body: string; url: string; tag: string };
type Extended = Event & { waitUntil(work: Promise<unknown>): void };
type PushEvent = Extended & { data: { json(): unknown } | null };
type ClickEvent = Extended & { notification: Notification };
type ChangeEvent = Extended & Partial<Record<'oldSubscription' | 'newSubscription', PushSubscription | null>>;
type Worker = {
  registration: ServiceWorkerRegistration;
  clients: { openWindow(url: string): Promise<unknown> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install', listener: (event: Extended) => void): void;
  addEventListener(type: 'push', listener: (event: PushEvent) => void): void;
  addEventListener(type: 'notificationclick', listener: (event: ClickEvent) => void): void;
  addEventListener(type: 'pushsubscriptionchange', listener: (event: ChangeEvent) => void): void;
};

const worker = self as unknown as Worker;

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));

worker.addEventListener('push', (event) => {
  if (!event.data) return;
  const { title, body, url, tag } = event.data.json() as Shown;
  event.waitUntil(worker.registration.showNotification(title, { body, tag, data: { url } }));
});

worker.addEventListener('notificationclick', (event) => {
  const { url } = event.notification.data as Pick<Shown, 'url'>;
  event.notification.close();
  if (/^https?:/.test(url)) event.waitUntil(worker.clients.openWindow(url));
});

worker.addEventListener('pushsubscriptionchange', (event) => event.waitUntil(move(event)));

/** Some browsers do not say what the subscription was: then our page tells the server, when it is opened next. */
async function move({ oldSubscription: old, newSubscription }: ChangeEvent): Promise<void> {
  if (!old) return;
  const options = { userVisibleOnly: true, applicationServerKey: old.options.applicationServerKey };
  const subscription = newSubscription ?? (await worker.registration.pushManager.subscribe(options));
  const body: MovedDeviceBody = { old: told(old), subscription: told(subscription) };
  await fetch('/api/notify/device/moved', {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(body),
  });
}

function told(subscription: PushSubscription): DeviceSubscription {
  const { endpoint, keys } = subscription.toJSON();
  return { endpoint: endpoint ?? '', keys: { p256dh: keys?.p256dh ?? '', auth: keys?.auth ?? '' } };
}
