import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { ContributionMode, Display, Locale } from '../../server/protocol/frames.ts';
import type { ConversationScope } from '../../server/protocol/widget.ts';
import { ChatClient } from '../client/chat-client.ts';
import type { ChatState } from '../client/chat-state.ts';
import { ViewState } from '../client/view-state.ts';
import { applyAccent } from './accent.ts';
import { base } from './base.styles.ts';
import { browserStorage, browserTabs } from './browser-storage.ts';
import { connectionBar } from './connection-bar.ts';
import type { ChatContext } from './context.ts';
import { chatStyles } from './entraide-chat.styles.ts';
import { chatHeader, chatTabs, headerStyles } from './header.ts';
import { chatLauncher } from './launcher.ts';
import { listScreen } from './list-screen.ts';
import { loadConversationView } from './load-conversation-view.ts';
import { loadWords } from './load-words.ts';
import type { SideEvent } from './more/side-event.ts';
import { holdPage, PHONE } from './sheet.ts';
import { shopPage } from './shop-page.ts';
import { tokens } from './tokens.styles.ts';

/** The chat on a page of a shop: a launcher in the corner, or open in its place. */
export class EntraideChat extends LitElement {
  static override properties = {
    server: {},
    site: {},
    display: { reflect: true },
    invitation: {},
    topic: {},
    siteName: {},
    accent: {},
    mode: {},
    locale: {},
    code: {},
    open: { state: true },
    side: { state: true },
    state: { state: true },
  };
  static override styles = [tokens, base, headerStyles, chatStyles];

  declare server: string;
  declare site: string;
  declare display: Display;
  declare invitation: string | null;
  declare topic: string | null;
  declare siteName: string;
  declare accent: string | null;
  declare mode: ContributionMode;
  declare locale: Locale;
  /** The one-time code of a member who came by a link, or the way to a message; null for everybody else. */
  declare code: string | null;
  /** What the shop signed about who looks at its page, none where it says nobody does. */
  declare identity: string | null | undefined;
  declare open: boolean;
  /** The side screen shown in place of the list. */
  declare side: string | null;
  declare state: ChatState | null;

  #context: ChatContext | null = null;
  #release = () => {};
  #hadFocus = false;

  constructor() {
    super();
    this.open = false;
    this.side = null;
    this.state = null;
  }

  /** The shop went to another page without a page load. */
  pageChanged() {
    this.#context?.client.pageChanged();
  }

  override connectedCallback() {
    super.connectedCallback();
    this.#listen('addEventListener');
    if (!this.#context) this.#start();
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#listen('removeEventListener');
    this.#release();
    this.#context?.client.disconnect();
    this.#context = null;
  }

  #listen(how: 'addEventListener' | 'removeEventListener') {
    window[how]('storage', this.#follow as EventListener);
    for (const name of ['online', 'offline', 'focus', 'pageshow']) window[how](name, this.#wake);
    for (const name of ['visibilitychange', 'resume']) document[how](name, this.#wake);
    window[how]('pagehide', this.#sleep);
    document[how]('freeze', this.#sleep);
  }

  async #start() {
    await this.updateComplete;
    const { server, site, locale, code, identity } = this;
    this.lang = locale;
    const words = await loadWords(locale);
    const storage = browserStorage();
    const customer =
      identity || storage.getItem(`entraide:${site}:customer`)
        ? new (await import('../client/customer.ts')).Customer(site, storage, identity)
        : undefined;
    const view = new ViewState(site, storage);
    const client = new ChatClient({
      server,
      site,
      locale,
      page: shopPage,
      code: view.lead(code),
      customer,
      storage,
      tabs: browserTabs(storage),
      isVisible: () => !document.hidden,
    });
    this.#context = { client, view, words, locale };
    client.addEventListener('change', () => this.#changed(client.state));
    this.#changed(client.state);
    if (this.display === 'in-place' || view.open) this.#enter();
    else client.rest();
  }

  #changed(state: ChatState) {
    const view = this.#context?.view;
    // Taken off the page meanwhile.
    if (!view) return;
    const id = state.current?.id ?? null;
    if (this.open && id !== (this.state?.current?.id ?? null)) view.conversationId = id;
    this.state = state;
  }

  #enter() {
    const { client, view } = this.#context!;
    const { conversationId } = view;
    this.open = true;
    if (this.display !== 'in-place') this.#release = holdPage(this);
    this.#look();
    client.connect();
    client.list(view.tab);
    if (conversationId && client.state.current?.id !== conversationId)
      client.openConversation(conversationId);
  }

  #show() {
    const { client, view } = this.#context!;
    view.open = true;
    view.conversationId = client.unreadIn ?? view.conversationId;
    this.#enter();
    this.updateComplete.then(() => this.#find('.panel')?.focus());
  }

  #hide() {
    this.#context!.view.open = false;
    this.#leave();
    this.updateComplete.then(() => this.#find('.launcher')?.focus());
  }

  #leave() {
    this.open = false;
    this.side = null;
    this.#look();
    this.#release();
    this.#context!.client.rest();
  }

  /** A conversation is read only while it is before somebody's eyes. */
  #look = () => this.#context?.client.look(this.open && !document.hidden);

  /** On a phone the chat hides the page: following a link to it closes the chat. */
  #onClick(event: Event) {
    const followed = event
      .composedPath()
      .some((target) => target instanceof HTMLAnchorElement && !target.target);
    if (followed && matchMedia(PHONE).matches) this.#context!.view.open = false;
  }

  /** Somebody, the page or the network is back, or the network went: no reason to wait. */
  #wake = () => {
    this.#look();
    if (!document.hidden) this.#context?.client.wake();
  };

  #sleep = () => this.#context?.client.sleep();

  /** Another tab of the shop opened or closed the chat. */
  #follow = ({ key }: StorageEvent) => {
    if (!this.#context || !key?.includes(this.site)) return;
    const { view, client } = this.#context;
    if (!key.endsWith(':view')) return client.refresh();
    if (this.display === 'in-place' || view.open === this.open) return;
    if (view.open) this.#enter();
    else this.#leave();
  };

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('accent')) applyAccent(this, this.accent);
    this.#hadFocus = document.activeElement === this;
  }

  protected override updated(changed: PropertyValues<this>) {
    const before = changed.get('state');
    const current = this.state?.current?.id;
    if (current && !before?.current) loadConversationView(this.#context!);
    const { me, answerMs } = this.state ?? {};
    // Who never wrote has no entry: an open chat is no heavier for them.
    if (this.open && me && (me.name || me.role !== 'visitor')) import('./more/menu.ts').catch(console.warn);
    if (this.open && answerMs) import('./usual-wait.ts').catch(console.warn);
    if (changed.get('side') && !this.side) this.#find('entraide-more')?.focus();
    if (before && before.current?.id !== current)
      this.#keepFocus(current, before.pendingQuestions.length > 0);
  }

  /** What had the focus may be gone with the screen it was on. */
  #keepFocus(conversationId: string | undefined, asked: boolean) {
    if (!this.#hadFocus) return;
    if (conversationId && asked) return this.#find('entraide-conversation')?.focus();
    if (document.activeElement === this) return;
    this.#find(conversationId ? '.back' : '[role=tab][aria-selected=true]')?.focus();
  }

  override render() {
    if (!this.#context || !this.state) return nothing;
    return this.open
      ? this.#panel(this.#context, this.state)
      : chatLauncher({
          words: this.#context.words,
          state: this.state,
          invitation: this.invitation,
          open: () => this.#show(),
        });
  }

  #panel(context: ChatContext, state: ChatState) {
    const inPlace = this.display === 'in-place';
    const title = this.topic || context.words.title;
    const close = inPlace ? null : () => this.#hide();
    const side = state.current ? null : this.side;
    return html`<section
      class="panel"
      role=${inPlace ? 'region' : 'dialog'}
      aria-label=${title}
      tabindex="-1"
      @click=${this.#onClick}
      @entraide-side=${({ entryId }: SideEvent) => {
        this.side = entryId;
      }}
      @keydown=${inPlace ? nothing : this.#onKey}
    >
      ${
        side
          ? html`<entraide-side .context=${context} .state=${state} .entryId=${side} .close=${close}></entraide-side>`
          : [
              chatHeader({ context, state, title, close }),
              state.current ? nothing : this.#tabs(context, state),
            ]
      }
      ${connectionBar(state, context.words)}
      <entraide-offer .context=${context} .state=${state}></entraide-offer>
      ${
        state.current
          ? html`<entraide-conversation .context=${context} .state=${state}></entraide-conversation>`
          : side
            ? nothing
            : listScreen(context, state)
      }
    </section>`;
  }

  #tabs(context: ChatContext, state: ChatState) {
    const choose = (scope: ConversationScope) => {
      context.view.tab = scope;
      context.client.list(scope);
      this.requestUpdate();
    };
    return chatTabs({ context, state, chosen: context.view.tab, choose });
  }

  #onKey(event: KeyboardEvent) {
    if (event.key !== 'Escape' || event.isComposing) return;
    event.stopPropagation();
    this.#hide();
  }

  #find(selector: string): HTMLElement | null {
    return this.renderRoot.querySelector(selector);
  }
}

if (!customElements.get('entraide-chat')) customElements.define('entraide-chat', EntraideChat);
