import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { ConversationView } from '../../server/protocol/frames.ts';
import type { ConversationScope } from '../../server/protocol/widget.ts';
import type { ListState, PendingMessage } from '../client/chat-state.ts';
import { base } from './base.styles.ts';
import type { ChatContext } from './context.ts';
import { check, clock } from './icons.ts';
import { listStyles } from './list.styles.ts';
import { ago, fullTime } from './time.ts';

/** The conversations of this page, of the site, or one's own. */
export class ConversationList extends LitElement {
  static override properties = {
    context: { attribute: false },
    scope: { attribute: false },
    list: { attribute: false },
    pending: { attribute: false },
    mayAsk: { attribute: false },
  };
  static override styles = [base, listStyles];

  declare context: ChatContext;
  declare scope: ConversationScope;
  declare list: ListState;
  /** Questions still on their way. */
  declare pending: PendingMessage[];
  declare mayAsk: boolean;

  #restored: ConversationScope | null = null;

  constructor() {
    super();
    this.addEventListener('scroll', () => this.context.view.setScroll(this.scope, this.scrollTop));
  }

  protected override updated(changed: PropertyValues<this>) {
    if (changed.has('scope')) this.#restored = null;
    if (this.#restored === this.scope || this.list.status !== 'ready') return;
    this.#restored = this.scope;
    this.scrollTop = this.context.view.scroll(this.scope) ?? 0;
  }

  override render() {
    const { list, pending } = this;
    const known = list.conversations.length > 0;
    if (!known && !pending.length && list.status !== 'ready') return this.#waiting();
    if (!known && !pending.length) return this.#empty();
    return html`<ul>
        ${pending.map((question) => this.#pending(question))}
        ${list.conversations.map((conversation) => html`<li>${this.#row(conversation)}</li>`)}
      </ul>
      ${this.#more()}`;
  }

  #waiting() {
    const { list, context } = this;
    if (list.status === 'error') {
      return html`<div class="state" role="status">
        <p>${context.words.list.failed}</p>
        ${this.#again()}
      </div>`;
    }
    const bones = html`<div class="bones" aria-hidden="true"><div class="bone"></div><div class="bone"></div></div>`;
    return html`<p class="unseen">${context.words.list.loading}</p>
      ${bones} ${bones} ${bones}`;
  }

  #again() {
    const again = () => this.context.client.list(this.scope);
    return html`<button class="link" @click=${again}>${this.context.words.list.again}</button>`;
  }

  #empty() {
    const { empty, emptyClosed } = this.context.words.list;
    return html`<p class="state">${this.mayAsk ? empty[this.scope] : emptyClosed}</p>`;
  }

  #pending({ text }: PendingMessage) {
    const { client, words } = this.context;
    const onItsWay = client.state.interrupted ? words.message.kept : words.message.sending;
    return html`<li class="row">
      <span class="question quiet">${text}</span>
      <span class="meta"><span>${clock} ${onItsWay}</span></span>
    </li>`;
  }

  #row(conversation: ConversationView) {
    const { id, question, lastAnswer } = conversation;
    const hidden = html`<span class="quiet">${this.context.words.list.hiddenQuestion}</span>`;
    return html`<button class="row" @click=${() => this.context.client.openConversation(id)}>
      <span class="question">${question || hidden}</span>
      ${
        lastAnswer
          ? html`<span class="answer">${lastAnswer.authorName}${this.#colon}${lastAnswer.text}</span>`
          : nothing
      }
      <span class="meta">${this.#meta(conversation)}</span>
    </button>`;
  }

  #meta({ state, answers, unpublished, lastActivityAt }: ConversationView) {
    const { words, locale } = this.context;
    return html`
      ${unpublished ? html`<span class="caution">${clock} ${words.list.unpublished}</span>` : nothing}
      ${state === 'answered' ? html`<span class="accepted">${check} ${words.list.accepted}</span>` : nothing}
      ${state === 'closed' ? html`<span>${words.list.closed}</span>` : nothing}
      ${unpublished ? nothing : html`<span>${words.list.answers(answers)}</span>`}
      <time datetime=${new Date(lastActivityAt).toISOString()} title=${fullTime(lastActivityAt, locale)}
        >${ago(lastActivityAt, Date.now(), locale)}</time
      >
    `;
  }

  get #colon(): string {
    return this.context.locale === 'fr' ? '\u00a0: ' : ': ';
  }

  #more() {
    const { list, context } = this;
    if (list.status === 'error')
      return html`<div class="state">${context.words.list.failed} ${this.#again()}</div>`;
    if (!list.next) return nothing;
    const more = () => context.client.more(this.scope);
    return html`<button class="more link" ?disabled=${list.status === 'loading'} @click=${more}>
      ${context.words.list.more}
    </button>`;
  }
}

customElements.define('entraide-list', ConversationList);
