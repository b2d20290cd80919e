/**
 * Shows what the server pushes, and opens the page it is about. Of our own origin: nothing of the shop's pages
 * passes through it. It keeps nothing and fetches nothing.
 */
type Shown = { title: string; body: string; url: string; tag: string };
type Extended = Event & { waitUntil(work: Promise<unknown>): void };
type PushEvent = Extended & { data: { json(): unknown } | null };
type ClickEvent = Extended & { notification: Notification };
type Worker = {
  registration: ServiceWorkerRegistration;
  clients: { openWindow(url: string): Promise<unknown> };
  skipWaiting(): Promise<void>;
  addEventListener(type: 'install', listener: (event: Extended) => void): void;
  addEventListener(type: 'push', listener: (event: PushEvent) => void): void;
  addEventListener(type: 'notificationclick', listener: (event: ClickEvent) => void): void;
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
