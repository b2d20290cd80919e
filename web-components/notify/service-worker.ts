/**
 * Shows what the server pushes, and opens the page it is about. Of our own origin: nothing of the shop's pages
 * passes through it. It keeps nothing and fetches nothing.
 */
type Shown = { title: string; body: string; url: string; tag: string };
declare const self: ServiceWorkerGlobalScope;

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));

self.addEventListener('push', (event) => {
  if (!event.data) return;
  const { title, body, url, tag } = event.data.json() as Shown;
  event.waitUntil(self.registration.showNotification(title, { body, tag, data: { url } }));
});

self.addEventListener('notificationclick', (event) => {
  const { url } = event.notification.data as Pick<Shown, 'url'>;
  event.notification.close();
  if (/^https?:/.test(url)) event.waitUntil(self.clients.openWindow(url));
});

// A module, so that `self` may be declared as what it is.
export {};
