import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import type { ConversationView, Locale } from '../../server/protocol/frames.ts';
import { applyAccent } from '../chat/accent.ts';
import { base } from '../chat/base.styles.ts';
import { connectionBar } from '../chat/connection-bar.ts';
import type { ChatContext } from '../chat/context.ts';
import { chatHeader, headerStyles } from '../chat/header.ts';
import { loadConversationView } from '../chat/load-conversation-view.ts';
import { loadWords } from '../chat/load-words.ts';
import '../chat/more/menu.ts';
import type { SideEvent } from '../chat/more/side-event.ts';
import { waitingEntry } from '../chat/more/waiting/entry.ts';
import '../chat/more/waiting/waiting-questions.ts';
import { tokens } from '../chat/tokens.styles.ts';
import { ChatClient } from '../client/chat-client.ts';
import type { ChatState } from '../client/chat-state.ts';
import { SiteStorage } from '../client/site-storage.ts';
import { ViewState } from '../client/view-state.ts';
import { boardOf } from '../client/waiting-board.ts';
import { sessionFetch, sessionIdentity } from './session.ts';
import './sign-in.ts';
import { pageWords } from './words.ts';

const QUESTIONS = 'waiting-questions';

/** The questions of a site that wait, on a page of our own: on a phone's home screen, or in a tab at work. */
export class QuestionsPage extends LitElement {
  static override properties = {
    site: {},
    siteName: { attribute: 'site-name' },
    accent: {},
    locale: {},
    context: { state: true },
    state: { state: true },
    side: { state: true },
    signedOut: { state: true },
  };
  static override styles = [
    tokens,
    base,
    headerStyles,
    css`
      :host {
        display: flex;
        flex-direction: column;
        width: 100%;
        max-width: 720px;
        height: 100dvh;
        margin: 0 auto;
        padding: env(safe-area-inset-top) env(safe-area-inset-right) env(safe-area-inset-bottom)
          env(safe-area-inset-left);
        background: var(--surface);
      }
      main {
        flex: 1;
        display: flex;
        flex-direction: column;
        min-height: 0;
      }
      main > * {
        flex: 1;
        min-height: 0;
      }
      main > .top,
      main > .bar,
      main > .unseen {
        flex: none;
      }
      main > .top {
        border-bottom: 1px solid var(--line);
      }
      .mark {
        flex: none;
        margin: 2px 8px 0 0;
        border-radius: 11px;
      }
      h1 {
        margin: 0;
        font-size: 18px;
        font-weight: 650;
        line-height: 22px;
      }
      .bar {
        padding: 6px 20px;
        background: var(--soft);
        color: var(--caution);
        font-size: 13px;
        line-height: 20px;
      }
      .bar:empty {
        padding: 0;
      }
      @media (min-width: 720px) {
        :host {
          border-inline: 1px solid var(--line);
        }
      }
    `,
  ];

  declare site: string;
  declare siteName: string;
  declare accent: string | null;
  declare locale: Locale;
  declare context: ChatContext | null;
  declare state: ChatState | null;
  declare side: string | null;
  declare signedOut: boolean;

  constructor() {
    super();
    this.accent = null;
    this.context = null;
    this.state = null;
    this.side = null;
    this.signedOut = false;
  }

  protected override firstUpdated() {
    applyAccent(this, this.accent);
    void this.#start();
  }

  async #start() {
    const { site, locale } = this;
    const words = await loadWords(locale);
    const client = new ChatClient({
      server: location.origin,
      site,
      locale,
      page: () => ({ url: location.href.replace(/#.*$/, ''), title: document.title }),
      identity: sessionIdentity,
      fetch: sessionFetch(() => {
        this.signedOut = true;
      }),
      isVisible: () => !document.hidden,
    });
    client.addEventListener('change', () => {
      this.state = client.state;
    });
    boardOf(client, keptQuestions(site));
    this.context = {
      client,
      view: new ViewState(site, sessionStorage),
      words,
      locale,
      main: waitingEntry.id,
    };
    this.state = client.state;
    this.#listen(client);
    client.connect();
  }

  #listen(client: ChatClient) {
    const wake = () => {
      client.look(!document.hidden);
      if (!document.hidden) client.wake();
    };
    for (const name of ['online', 'offline', 'focus', 'pageshow']) window.addEventListener(name, wake);
    document.addEventListener('visibilitychange', wake);
    window.addEventListener('pagehide', () => client.sleep());
  }

  protected override updated(changed: PropertyValues<this>) {
    const before = changed.get('state');
    const isOpen = Boolean(this.state?.current);
    if (isOpen && !before?.current) void loadConversationView(this.context!);
    if (before && Boolean(before.current) !== isOpen && isOpen) this.#focus('.back');
    if (changed.get('side') && !this.side) this.#focus('entraide-more');
  }

  #focus(selector: string) {
    this.renderRoot.querySelector<HTMLElement>(selector)?.focus();
  }

  override render() {
    const { context, state } = this;
    if (this.signedOut || state?.connection === 'refused') {
      return html`<entraide-questions-sign-in .siteName=${this.siteName} .locale=${this.locale}></entraide-questions-sign-in>`;
    }
    if (!context || !state) return nothing;
    return html`<main
      @entraide-side=${({ entryId }: SideEvent) => {
        this.side = entryId;
      }}
    >
      ${this.#screen(context, state)}
    </main>`;
  }

  #screen(context: ChatContext, state: ChatState) {
    const { side } = this;
    const bar = connectionBar(state, context.words);
    const heading = html`<h1 class="unseen">${pageWords(this.locale).title}</h1>`;
    if (state.current) {
      return html`${heading} ${chatHeader({ context, state, title: '', close: null })} ${bar}
        <entraide-conversation .context=${context} .state=${state}></entraide-conversation>`;
    }
    if (side) {
      return html`${heading}
        <entraide-side .context=${context} .state=${state} .entryId=${side} .close=${null}></entraide-side>${bar}`;
    }
    return html`${this.#top(context, state)}
      <entraide-waiting-questions .context=${context} .state=${state}></entraide-waiting-questions>`;
  }

  #top(context: ChatContext, state: ChatState) {
    const { here } = state;
    return html`<div class="top">
      <img class="mark" src="icon.svg" alt="" width="40" height="40" />
      <div class="titles">
        <h1>${pageWords(this.locale).title}</h1>
        <p class="under">${this.siteName}${here > 1 ? ` · ${context.words.here(here)}` : nothing}</p>
      </div>
      <entraide-more .context=${context} .state=${state}></entraide-more>
    </div>`;
  }
}

/** What was known the last time, on this device. */
function keptQuestions(site: string) {
  const storage = new SiteStorage(site, localStorage);
  return {
    read: () => storage.read<ConversationView[]>(QUESTIONS, []),
    write: (questions: ConversationView[]) => storage.write(QUESTIONS, questions),
  };
}

customElements.define('entraide-questions', QuestionsPage);
// Installed beside the page, it serves the page alone.
navigator.serviceWorker?.register('sw.js').catch(console.warn);
