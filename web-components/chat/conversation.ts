import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { MessageView } from '../../server/protocol/frames.ts';
import type { ChatState, ConversationState_, PendingMessage } from '../client/chat-state.ts';
import { Announcer } from './announcer.ts';
import { authorStyles } from './author.ts';
import { base } from './base.styles.ts';
import type { ChatComposer } from './composer.ts';
import './composer.ts';
import { closedBecause, composerPlaceholder } from './composer-words.ts';
import type { ChatContext } from './context.ts';
import { conversationStyles } from './conversation.styles.ts';
import type { EditEvent } from './edit-event.ts';
import { acceptedLink, acceptedLinkStyles } from './exchange/accepted-link.ts';
import { accepting } from './exchange/accepting.ts';
import type { GoToEvent, ReplyEvent } from './exchange/exchange-events.ts';
import { quote, quoteStyles, readable } from './exchange/quote.ts';
import { replyBar, replyBarStyles } from './exchange/reply-bar.ts';
import { Thanks } from './exchange/thanks.ts';
import './message.ts';
import { messageStyles } from './message.styles.ts';
import { pageCard, pageCardStyles } from './page-card.ts';
import { pendingMessage } from './pending-message.ts';

const NEAR = 48;
/** A saved position meaning "at the newest message". */
const BOTTOM = -1;

/** One conversation: its page, its messages, and the place to add one. */
export class ChatConversation extends LitElement {
  static override properties = {
    context: { attribute: false },
    state: { attribute: false },
    newer: { state: true },
    replyTo: { state: true },
  };
  static override styles = [
    base,
    authorStyles,
    quoteStyles,
    messageStyles,
    pageCardStyles,
    conversationStyles,
    acceptedLinkStyles,
    replyBarStyles,
  ];

  declare context: ChatContext;
  declare state: ChatState;
  declare newer: boolean;
  /** The message one is replying to. */
  declare replyTo: string | null;

  #announcer = new Announcer();
  #thanks = new Thanks(() => this.requestUpdate());
  #atBottom = true;
  #placed: string | null = null;
  #newest: string | null = null;
  #wantsFocus = false;
  #repliesIn: string | null = null;
  /** Who reads the newest message goes on seeing the whole of it, whatever grows above or below. */
  #grown = new ResizeObserver(() => {
    if (this.#atBottom && this.#placed) this.#scroller.scrollTop = this.#scroller.scrollHeight;
  });

  constructor() {
    super();
    this.newer = false;
    this.replyTo = null;
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.#grown.disconnect();
    this.#thanks.stop();
  }

  /** To where one goes on writing, as soon as it is there. */
  override focus() {
    this.#wantsFocus = true;
    this.requestUpdate();
  }

  protected override willUpdate() {
    const { id, gratitude } = this.#current;
    this.#announcer.follow(this.#current, this.context.words);
    this.#thanks.follow(this.context.client, gratitude);
    if (id !== this.#repliesIn) this.replyTo = this.context.view.draft(replyKey(id)) || null;
    this.#repliesIn = id;
    // What could not be sent comes back to the field as the reply it was.
    const refused = this.#refused?.replyTo;
    if (refused && this.#refused?.refusal?.code !== 'reply-gone') this.#replyTo(refused);
  }

  protected override updated(changed: PropertyValues<this>) {
    if (changed.has('state') && this.#current.status === 'ready') this.#place();
    if (this.#current.conversation?.mine) import('./tell-me/tell-me.ts').catch(console.warn);
    for (const part of this.renderRoot.querySelectorAll('.scroll, .messages')) this.#grown.observe(part);
    const composer = this.#wantsFocus && this.renderRoot.querySelector<ChatComposer>('entraide-composer');
    if (!composer) return;
    this.#wantsFocus = false;
    composer.updateComplete.then(() => composer.focus());
  }

  override render() {
    const { conversation } = this.#current;
    const going = (event: GoToEvent) => this.#goTo(event.messageId);
    const replying = (event: ReplyEvent) => this.#replyTo(event.messageId);
    return html`<div class="scroll" tabindex="-1" @scroll=${this.#scrolled} @entraide-go-to=${going} @entraide-reply=${replying}>
        ${conversation ? pageCard(conversation.page, this.context.words) : nothing}
        ${acceptedLink(this.#find(conversation?.acceptedMessageId), this.context, (id) => this.#goTo(id))} ${this.#messages()}
        ${
          conversation?.mine && conversation.state !== 'closed'
            ? html`<entraide-tell-me .context=${this.context} .conversation=${conversation}></entraide-tell-me>`
            : nothing
        }
        ${
          this.newer
            ? html`<button class="newer" @click=${this.#toBottom}>${this.context.words.conversation.newMessages}</button>`
            : nothing
        }
      </div>
      ${this.#announcer.render(this.context.words.conversation.messages)}
      <p class="typing" aria-hidden="true">${this.#typing()}</p>
      ${replyBar(this.#find(this.replyTo), this.context, () => this.#leaveReply())}
      <p class="unseen" role="status">${this.#taking()}</p>
      ${
        conversation
          ? html`<entraide-composer
            .context=${this.context}
            .conversationId=${conversation.id}
            .me=${this.state.me}
            .placeholder=${composerPlaceholder(conversation, this.context.words)}
            .closed=${closedBecause(conversation, this.state.mode, this.context.words)}
            .refused=${this.#refused}
            .replyTo=${readable(this.#find(this.replyTo)) === null ? undefined : this.replyTo}
            @entraide-sent=${() => this.#replyTo(null)}
          ></entraide-composer>`
          : nothing
      }`;
  }

  #messages() {
    const { status, messages, pending } = this.#current;
    const { words } = this.context;
    if (status === 'gone') {
      return html`<div class="state">
        <p role="status">${words.conversation.gone}</p>
        <button class="others" @click=${() => this.context.client.closeConversation()}>${words.conversation.seeOthers}</button>
      </div>`;
    }
    if (status === 'loading' && !messages.length)
      return html`<p class="state">${words.conversation.loading}</p>`;
    return html`<ul class="messages" aria-label=${words.conversation.messages}>
      ${repeat(messages, keyOf, (message) => this.#message(message))}
      ${repeat(
        pending,
        (message) => message.clientMessageId,
        (message) => this.#pending(message),
      )}
    </ul>`;
  }

  #pending(message: PendingMessage) {
    const { replyTo } = message;
    const quoted = quote(replyTo, this.#find(replyTo), this.context, (id) => this.#goTo(id));
    return html`<li>${pendingMessage(message, this.context, (text) => this.#edit(text), quoted)}</li>`;
  }

  #message(message: MessageView) {
    const { conversation } = this.#current;
    return html`<li tabindex="-1" data-id=${message.id}>
      <entraide-message
        .context=${this.context}
        .message=${message}
        .me=${this.state.me}
        .thanks=${this.#thanks}
        .count=${this.#thanks.count(message.id)}
        .thanked=${this.#thanks.isMine(message.id)}
        .accepted=${conversation?.acceptedMessageId === message.id}
        .accepting=${accepting(conversation, message, this.state.me)}
        .mayReply=${conversation?.mayWrite ?? false}
        .quoted=${this.#find(message.replyTo)}
        @entraide-edit=${(event: EditEvent) => this.#edit(event.text)}
      ></entraide-message>
    </li>`;
  }

  #typing() {
    const { typing } = this.#current;
    return typing.length ? this.context.words.conversation.typing(typing) : this.#taking();
  }

  /** Said once also to who does not see it; who is typing would be said all the time. */
  #taking(): string {
    const { conversation } = this.#current;
    const { takenBy, answers } = conversation ?? {};
    const isOnIt = takenBy && !answers && takenBy.until > Date.now() && takenBy.id !== this.state.me?.id;
    return isOnIt ? this.context.words.conversation.taking(takenBy.name) : '';
  }

  #edit(text: string) {
    this.renderRoot.querySelector<ChatComposer>('entraide-composer')?.edit(text);
  }

  #replyTo(messageId: string | null) {
    const before = this.replyTo;
    this.replyTo = messageId;
    this.context.view.setDraft(replyKey(this.#current.id), messageId ?? '');
    if (messageId && messageId !== before) this.focus();
  }

  #leaveReply() {
    this.#replyTo(null);
    this.focus();
  }

  #goTo(messageId: string) {
    const item = this.renderRoot.querySelector<HTMLElement>(`[data-id="${messageId}"]`);
    const calm = matchMedia('(prefers-reduced-motion: reduce)').matches;
    item?.scrollIntoView({ block: 'center', behavior: calm ? 'auto' : 'smooth' });
    item?.focus({ preventScroll: true });
  }

  #find(messageId: string | null | undefined): MessageView | undefined {
    return messageId ? this.#current.messages.find(({ id }) => id === messageId) : undefined;
  }

  get #refused(): PendingMessage | null {
    return this.#current.pending.find(({ status }) => status === 'refused') ?? null;
  }

  /** Where to look: as it was left, at the newest message, or where the reader is. */
  #place() {
    const { id, messages, pending } = this.#current;
    const newest = pending.at(-1)?.clientMessageId ?? (messages.length ? keyOf(messages.at(-1)!) : null);
    const arrived = newest !== this.#newest;
    this.#newest = newest;
    if (this.#placed !== id) return this.#restore(id);
    if (!arrived) return;
    if (this.#atBottom || pending.length) this.#toBottom();
    else this.newer = true;
  }

  #restore(id: string) {
    this.#placed = id;
    const y = this.context.view.scroll(id) ?? BOTTOM;
    const { messageId } = this.context.view;
    this.updateComplete.then(() => {
      if (messageId) return this.#toMessage(messageId);
      return y === BOTTOM ? this.#toBottom() : this.#scroller.scrollTo(0, y);
    });
  }

  #scrolled() {
    const { scrollTop, clientHeight, scrollHeight } = this.#scroller;
    this.#atBottom = scrollHeight - scrollTop - clientHeight < NEAR;
    if (this.#atBottom) this.newer = false;
    if (this.#placed) this.context.view.setScroll(this.#placed, this.#atBottom ? BOTTOM : scrollTop);
  }

  /** To the one that a link led to, where a keyboard or a screen reader goes on from it. */
  async #toMessage(messageId: string) {
    this.context.view.messageId = undefined;
    const messages = this.renderRoot.querySelectorAll<LitElement>('entraide-message');
    await messages[messages.length - 1]?.updateComplete;
    const item = this.renderRoot.querySelector(`[data-id="${messageId}"]`);
    if (!item) return this.#toBottom();
    item.classList.add('led-to');
    this.#goTo(messageId);
  }

  /** The messages lay themselves out after this element: wait for the last one. */
  async #toBottom() {
    this.newer = false;
    const messages = this.renderRoot.querySelectorAll<LitElement>('entraide-message');
    await messages[messages.length - 1]?.updateComplete;
    this.#scroller.scrollTop = this.#scroller.scrollHeight;
  }

  get #current(): ConversationState_ {
    return this.state.current!;
  }

  get #scroller(): HTMLElement {
    return this.renderRoot.querySelector('.scroll')!;
  }
}

/** Under which name it is kept what somebody replies to. */
const replyKey = (conversationId: string): string => `reply:${conversationId}`;

const keyOf = (message: MessageView): string => message.clientMessageId ?? message.id;

customElements.define('entraide-conversation', ChatConversation);
