import { html } from 'lit';
import { icon } from './icons/index.ts';
import type { LiveState } from './live.ts';
import { locale, setLocale, translator } from './locales/index.ts';
import words from './locales/shell.ts';
import { setTheme, theme } from './theme.ts';

const t = translator(words);

export type Bar = {
  live: LiveState;
  who: string;
  menuOpen: boolean;
  onMenu: () => void;
  onTheme: () => void;
  onSignOut: () => void;
};

/** The line above every screen: is it live, in which language and light, who am I. */
export function topBar(bar: Bar) {
  return html`<header>
    <button class="tool menu" type="button" aria-expanded=${bar.menuOpen} aria-controls="nav" @click=${bar.onMenu}>
      ${icon(bar.menuOpen ? 'close' : 'menu', 20)}<span class="visually-hidden">${t('menu')}</span>
    </button>
    ${liveSign(bar.live)}
    <a class="tool" href="/account" title=${t('account')}>${icon('account', 18)}<span class="who">${bar.who}</span></a>
    ${languageButton()} ${themeButton(bar.onTheme)}
    <button class="tool" type="button" title=${t('signOut')} aria-label=${t('signOut')} @click=${bar.onSignOut}>
      ${icon('signOut', 18)}
    </button>
  </header>`;
}

function liveSign(state: LiveState) {
  const tone = { live: 'live-on', connecting: '', reconnecting: 'live-off' }[state];
  return html`<span class="live ${tone}" role="status"><i aria-hidden="true"></i>${t(state)}</span>`;
}

/** Names the other language in that language. */
export function languageButton() {
  const other = locale() === 'fr' ? 'en' : 'fr';
  return html`<button class="tool" type="button" lang=${other} @click=${() => setLocale(other)}>${t('language')}</button>`;
}

function themeButton(changed: () => void) {
  const other = theme() === 'dark' ? 'light' : 'dark';
  const label = t(other === 'dark' ? 'toDark' : 'toLight');
  const change = () => {
    setTheme(other);
    changed();
  };
  return html`<button class="tool" type="button" title=${label} aria-label=${label} @click=${change}>
    ${icon(other === 'dark' ? 'moon' : 'sun', 18)}
  </button>`;
}
