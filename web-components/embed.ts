/**
 * The script a shop pastes: `<script type="module" src="https://chat.example/embed.js" data-site="ID">`.
 * It asks the server which page rule applies, and loads the rest only where the chat is shown. A shop that knows
 * who looks at the page says so by `data-identity="JWT"`, or `Entraide.identify(JWT)`; see docs/signed-identity.md.
 */
import type { EmbedAnswer } from '../server/protocol/widget.ts';

declare global {
  /** What the page of a shop may call. */
  var Entraide: { identify(jwt: string | null): void };
}
type Chat = HTMLElement & { pageChanged?: () => void };

const server = new URL(import.meta.url).origin;
const script = [...document.querySelectorAll<HTMLScriptElement>('script[data-site]')].find(
  (element) => element.src === import.meta.url.split('?')[0] || element.src === import.meta.url,
);
const site = script?.dataset.site ?? '';
let identity: string | null | undefined = script?.dataset.identity;
let chat: Chat | undefined;
let shown = '';

/** Where a member's single-use code, or the way to a message (`c/ID/m/ID`), waits for a page that shows the chat. */
const waiting = `entraide:${site}:code`;
let code: string | null = null;

/** The code leaves the address at once, whether the browser keeps anything or not. */
function takeCode(): void {
  const found = /^#entraide=([\w/-]+)$/.exec(location.hash)?.[1];
  if (!found) return;
  history.replaceState(history.state, '', location.pathname + location.search);
  code = found;
  inStorage((kept) => kept.setItem(waiting, found));
  startAgain();
}

/** The chat that is there began as somebody else, or elsewhere. */
function startAgain(): void {
  chat?.remove();
  chat = undefined;
  shown = '';
}

/** Who looks at the page, as the shop signed it; null = nobody it knows: they signed out. */
function identify(jwt: string | null): void {
  identity = jwt;
  startAgain();
  update();
}

/** @returns null also where the shop's visitor lets no page keep anything. */
function inStorage<T>(act: (kept: Storage) => T): T | null {
  try {
    return act(sessionStorage);
  } catch {
    return null;
  }
}

async function show(url: string): Promise<void> {
  const query = new URLSearchParams({ site, url });
  const response = await fetch(`${server}/api/widget/embed?${query}`);
  if (!response.ok) throw new Error(`${response.status}`);
  const answer = (await response.json()) as EmbedAnswer;
  // Somebody has gone on to another page meanwhile.
  if (url !== shown) return;
  if (!answer.show) {
    chat?.remove();
    chat = undefined;
    return;
  }
  await import(/* @vite-ignore */ server + answer.script);
  const place = answer.display === 'in-place' ? document.querySelector('[data-entraide]') : null;
  const { lang } = document.documentElement;
  const properties = {
    ...answer,
    server,
    site,
    identity,
    code: code ?? inStorage((kept) => kept.getItem(waiting)),
    display: place ? 'in-place' : 'launcher',
    locale: lang.startsWith('fr') ? 'fr' : 'en',
  };
  code = null;
  inStorage((kept) => kept.removeItem(waiting));
  const parent = place ?? document.body;
  if (chat?.parentElement !== parent) {
    chat?.remove();
    chat = undefined;
  }
  const isNew = !chat;
  chat ??= document.createElement('entraide-chat');
  Object.assign(chat, properties);
  if (isNew) parent.append(chat);
  else chat.pageChanged?.();
}

/** The shop must not notice when the chat cannot be reached. */
function update(): void {
  takeCode();
  const url = (location.href.split('#')[0] as string).slice(0, 2048);
  if (url === shown) return;
  shown = url;
  show(url).catch((error) => {
    // Asked again when the shop next names this address.
    if (url === shown) shown = '';
    console.warn('Entraide:', error);
  });
}

for (const name of ['pushState', 'replaceState'] as const) {
  const original = history[name];
  history[name] = function (...args) {
    original.apply(this, args);
    setTimeout(update);
  };
}
addEventListener('popstate', update);
globalThis.Entraide = { identify };
if (site) update();
else console.warn('Entraide: data-site is missing on the script');
