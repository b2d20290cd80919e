/**
 * The service worker of the page of waiting questions: the page opens without a network, with what it knew. Its
 * scope is that page alone; what the server says is never kept here.
 */
declare const self: ServiceWorkerGlobalScope;

const CACHE = `entraide ${self.registration.scope}`;
/** Files of earlier versions go when there are more; a page needs some twenty. */
const FILES = 80;

self.addEventListener('install', (event) => event.waitUntil(self.skipWaiting()));
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()));
self.addEventListener('fetch', (event) => {
  const { request } = event;
  if (request.method !== 'GET') return;
  if (request.mode === 'navigate') event.respondWith(newest(request, self.registration.scope));
  else if (isFile(request)) event.respondWith(kept(request));
  else if (isOfPage(request)) event.respondWith(newest(request, request.url));
});

const ofOurs = (url: string): URL | null => {
  const address = new URL(url);
  return address.origin === location.origin ? address : null;
};
const isFile = ({ url }: Request): boolean => ofOurs(url)?.pathname.startsWith('/static/') ?? false;
const isOfPage = ({ url }: Request): boolean =>
  url.startsWith(self.registration.scope) || ofOurs(url)?.pathname === '/questions.css';

/** As it is now, or as it was under this key. */
async function newest(request: Request, key: string): Promise<Response> {
  const cache = await caches.open(CACHE);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(key, response.clone());
    return response;
  } catch (error) {
    const known = await cache.match(key);
    if (known) return known;
    throw error;
  }
}

/** Files have their content in their name: one that is there is right. */
async function kept(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  const known = await cache.match(request);
  if (known) return known;
  const response = await fetch(request);
  if (response.ok) {
    await cache.put(request, response.clone());
    const keys = await cache.keys();
    await Promise.all(keys.slice(0, Math.max(0, keys.length - FILES)).map((key) => cache.delete(key)));
  }
  return response;
}

// A module, so that `self` may be declared as what it is.
export {};
