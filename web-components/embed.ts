/**
 * The script a shop pastes: `<script type="module" src="https://chat.example/embed.js" data-site="ID">`.
 * It asks the server which page rule applies, and loads the rest only where the chat is shown.
 */
import type { EmbedAnswer } from '../server/protocol/frames.ts';

type Chat = HTMLElement & { pageChanged?: () => void };

const server = new URL(import.meta.url).origin;
const script = [...document.querySelectorAll<HTMLScriptElement>('script[data-site]')].find(
  (element) => element.src === import.meta.url.split('?')[0] || element.src === import.meta.url,
);
const site = script?.dataset.site ?? '';
let chat: Chat | undefined;
let shown = '';

/** A member's single-use code leaves the address at once, and waits for a page that shows the chat. */
const waiting = `entraide:${site}:code`;
const code = /^#entraide=([\w-]+)$/.exec(location.hash)?.[1];
if (code) {
  sessionStorage.setItem(waiting, code);
  history.replaceState(history.state, '', location.pathname + location.search);
}

async function show(): Promise<void> {
  const url = (location.href.split('#')[0] as string).slice(0, 2048);
  if (url === shown) return;
  shown = url;
  const query = new URLSearchParams({ site, url });
  const answer = (await (await fetch(`${server}/api/widget/embed?${query}`)).json()) as EmbedAnswer;
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
    code: sessionStorage.getItem(waiting),
    display: place ? 'in-place' : 'launcher',
    locale: lang.startsWith('fr') ? 'fr' : 'en',
  };
  sessionStorage.removeItem(waiting);
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
const update = () => show().catch((error) => console.warn('Entraide:', error));

for (const name of ['pushState', 'replaceState'] as const) {
  const original = history[name];
  history[name] = function (...args) {
    original.apply(this, args);
    setTimeout(update);
  };
}
addEventListener('popstate', update);
if (site) update();
else console.warn('Entraide: data-site is missing on the script');
