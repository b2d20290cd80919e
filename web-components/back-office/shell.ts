import { html, nothing } from 'lit';
import type { QueueAnswer } from '../../server/protocol/back-office.ts';
import type { BackOfficeList } from '../../server/protocol/frames.ts';
import { AlertWatch } from './alert-watch.ts';
import { api } from './api.ts';
import type { QueryEvent, ToastEvent } from './events.ts';
import { Live, type LiveState } from './live.ts';
import { translator } from './locales/index.ts';
import words from './locales/shell.ts';
import { LocalizedElement } from './localized.ts';
import type { BoToasts } from './parts/toasts.ts';
import { problemWords } from './problem.ts';
import { changedQuery, parseRoute, type Route, routeUrl, screensFor } from './router.ts';
import { loadScreen } from './screens/index.ts';
import type { Screen, SiteOfSession } from './screens/screen.ts';
import { loadSession, type Session, signOut } from './session.ts';
import { topBar } from './shell-bar.ts';
import { navigation } from './shell-navigation.ts';
import { shellStyles } from './shell-styles.ts';
import { shared } from './styles/shared.ts';
import { beginTheme } from './theme.ts';

const t = translator(words);
type SignedIn = Extract<Session, { name: 'signed-in' }>;

/** The back office: who is signed in, on which site, at which screen, and what holds for all of them. */
export class EntraideBackOffice extends LocalizedElement {
  static override properties = {
    session: { state: true },
    site: { state: true },
    screen: { state: true },
    liveState: { state: true },
    waiting: { state: true },
    menuOpen: { state: true },
    screenMissing: { state: true },
  };
  declare session: Session;
  declare site: SiteOfSession | null;
  declare screen: Screen | null;
  declare liveState: LiveState;
  declare waiting: number;
  declare menuOpen: boolean;
  declare screenMissing: boolean;
  #route: Route = parseRoute(location.pathname, location.search);
  #live: Live | null = null;
  #alerts = new AlertWatch({
    changed: () => this.requestUpdate(),
    arrived: (text) => this.#toasts?.show({ text }),
    failed: (error) => this.#say(problemWords(error)),
  });

  static override styles = [shared, shellStyles];

  constructor() {
    super();
    this.session = { name: 'loading' };
    this.site = null;
    this.screen = null;
    this.liveState = 'connecting';
    this.waiting = 0;
    this.menuOpen = false;
    this.screenMissing = false;
    beginTheme(() => this.requestUpdate());
    this.addEventListener('bo-toast', (event) => this.#toast(event));
    this.addEventListener('bo-undo', () => this.#toasts?.undoLast());
    this.addEventListener('bo-query', (event) => this.#queryAsked(event));
    this.addEventListener('bo-signed-out', () => void this.#begin());
    this.addEventListener('bo-site-changed', () => void this.#reloadSession());
    this.addEventListener('bo-waiting', (event) => this.#waits(event.waiting));
    this.addEventListener('click', (event) => this.#followLink(event));
    this.addEventListener('keydown', (event) => this.#closeMenu(event));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('popstate', this.#addressChanged);
    void this.#begin();
  }

  override disconnectedCallback(): void {
    removeEventListener('popstate', this.#addressChanged);
    this.#live?.stop();
    super.disconnectedCallback();
  }

  async #begin(): Promise<void> {
    this.#live?.stop();
    this.#live = null;
    this.site = null;
    this.screen = null;
    this.session = await loadSession();
    if (this.session.name === 'signed-in') this.#enter(this.session);
  }

  /** The settings of a site or a role changed: what may be done here may have too. */
  async #reloadSession(): Promise<void> {
    const session = await loadSession();
    // The server was only out of reach: what is on screen, and being typed, stays.
    if (session.name === 'broken') return;
    const site =
      session.name === 'signed-in' ? session.sites.find(({ id }) => id === this.site?.id) : undefined;
    if (!site || site.role !== this.site?.role) return await this.#begin();
    this.session = session;
    this.site = site;
    if (this.screen) this.screen.site = site;
  }

  #enter(session: SignedIn): void {
    const site = session.sites.find(({ id }) => id === this.#route.site) ?? session.sites[0];
    if (!site) return;
    const screen = screensFor(site.role).includes(this.#route.screen) ? this.#route.screen : 'queue';
    this.#route = { site: site.id, screen, query: this.#route.query };
    history.replaceState(null, '', routeUrl(site.id, screen, this.#route.query));
    this.#openSite(site);
    void this.#openScreen();
  }

  #openSite(site: SiteOfSession): void {
    this.site = site;
    this.waiting = 0;
    this.#alerts.begin(site);
    this.#live?.stop();
    this.#live = new Live(site.id, {
      state: (state) => {
        const isBack = state === 'live' && this.liveState === 'reconnecting';
        this.liveState = state;
        if (isBack && this.screenMissing) location.reload();
      },
      changed: (lists, waiting) => this.#changed(lists, waiting),
      refused: () => void this.#reloadSession(),
    });
    this.#live.start();
    if (this.#route.screen !== 'queue') void this.#countWaiting(site);
  }

  async #countWaiting(site: SiteOfSession): Promise<void> {
    try {
      const { counts } = await api(site.id).get<QueueAnswer>('queue');
      if (site === this.site) this.#waits(counts.all);
    } catch (error) {
      this.#say(problemWords(error));
    }
  }

  async #openScreen(): Promise<void> {
    const { screen: name, query } = this.#route;
    const site = this.site;
    if (!site || this.session.name !== 'signed-in') return;
    const me = this.session.me;
    try {
      const screen = await loadScreen(name);
      if (this.#route.screen !== name || this.site !== site) return;
      this.screen = Object.assign(screen, { site, query, me, api: api(site.id) });
      this.screenMissing = false;
    } catch {
      this.screen = null;
      this.screenMissing = true;
    }
    this.#nameTab();
  }

  #changed(lists: readonly BackOfficeList[], waiting: number | null): void {
    if (waiting !== null) this.#waits(waiting);
    if (lists.includes('alerts')) void this.#alerts.read();
    if (lists.includes('site')) void this.#reloadSession();
    const watched = this.screen ? (this.screen.constructor as typeof Screen).lists : [];
    if (watched.some((list) => lists.includes(list))) void this.screen?.refresh();
  }

  #waits(waiting: number): void {
    this.waiting = waiting;
    this.#nameTab();
  }

  #nameTab(): void {
    const count = this.waiting > 0 ? `(${this.waiting}) ` : '';
    document.title = this.site ? `${count}${t(this.#route.screen)} · ${this.site.name}` : 'Entraide';
  }

  #addressChanged = () => this.#go(parseRoute(location.pathname, location.search));

  #go(route: Route): void {
    const before = this.#route;
    this.#route = route;
    this.menuOpen = false;
    if (this.session.name !== 'signed-in') return;
    if (route.site !== before.site) this.#enter(this.session);
    else if (route.screen !== before.screen) void this.#openScreen().then(() => this.#focusMain());
    else this.#filter(route.query);
  }

  #filter(query: URLSearchParams): void {
    if (!this.screen) return;
    this.screen.query = query;
    this.screen.queryChanged();
  }

  #focusMain(): void {
    this.renderRoot.querySelector('main')?.focus();
  }

  #followLink(event: MouseEvent): void {
    if (event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey)
      return;
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (!link || link.target || link.origin !== location.origin || !link.pathname.startsWith('/back-office/'))
      return;
    event.preventDefault();
    history.pushState(null, '', link.href);
    this.#addressChanged();
  }

  #queryAsked({ changes, step }: QueryEvent): void {
    if (!this.site) return;
    const query = changedQuery(this.#route.query, changes);
    const url = routeUrl(this.site.id, this.#route.screen, query);
    if (step) history.pushState(null, '', url);
    else history.replaceState(null, '', url);
    this.#go({ ...this.#route, query });
  }

  get #toasts(): BoToasts | null {
    return this.renderRoot.querySelector('bo-toasts');
  }

  #toast({ options }: ToastEvent): void {
    this.#toasts?.show(options);
  }

  #say(text: string): void {
    this.#toasts?.show({ text, tone: 'problem' });
  }

  #closeMenu(event: KeyboardEvent): void {
    if (event.key === 'Escape') this.menuOpen = false;
  }

  #leave = async () => {
    await signOut().catch((error: unknown) => this.#say(problemWords(error)));
    await this.#begin();
  };

  protected override render() {
    const { session, site } = this;
    if (session.name === 'loading') return html`<main aria-busy="true"></main>`;
    if (session.name === 'signed-out') return html`<bo-sign-in></bo-sign-in>`;
    if (session.name === 'broken') return this.#note(t('brokenTitle'), problemWords(session.error));
    if (!site)
      return this.#note(t('noSiteTitle'), t('noSite', { email: session.me.email ?? session.me.name }), true);
    return html`${navigation({
      site,
      sites: session.sites,
      screen: this.#route.screen,
      waiting: this.waiting,
      alerts: this.#alerts.counts,
      open: this.menuOpen,
      onSkip: () => this.#focusMain(),
      onSite: (id) => {
        history.pushState(null, '', routeUrl(id, this.#route.screen));
        this.#addressChanged();
      },
    })}
      ${topBar({
        live: this.liveState,
        who: session.me.name,
        menuOpen: this.menuOpen,
        onMenu: () => {
          this.menuOpen = !this.menuOpen;
        },
        onTheme: () => this.requestUpdate(),
        onSignOut: this.#leave,
      })}
      <main id="main" tabindex="-1">${this.screen ?? (this.screenMissing ? this.#missing() : nothing)}</main>
      <bo-toasts></bo-toasts>`;
  }

  /** Browsers remember that a module could not be had: only a new page asks again, and nothing is lost by it. */
  #missing() {
    return html`<div class="page">
      <bo-list-state state="error" heading=${t('screenMissing')} text=${t('screenMissingHint')} @bo-retry=${() => location.reload()}></bo-list-state>
    </div>`;
  }

  #note(title: string, text: string, leave = false) {
    return html`<main class="center">
      <h1>${title}</h1>
      <p>${text}</p>
      ${
        leave
          ? html`<button class="button" type="button" @click=${this.#leave}>${t('signOut')}</button>`
          : html`<button class="button primary" type="button" @click=${() => this.#begin()}>${t('retry')}</button>`
      }
    </main>`;
  }
}

customElements.define('entraide-back-office', EntraideBackOffice);
