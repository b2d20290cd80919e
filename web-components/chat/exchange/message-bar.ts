import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { MessageView, MeView } from '../../../server/protocol/frames.ts';
import { base } from '../base.styles.ts';
import type { ChatContext } from '../context.ts';
import { check } from '../icons.ts';
import type { accepting } from './accepting.ts';
import { ReplyEvent } from './exchange-events.ts';
import { dots, heart, reply } from './icons.ts';
import { messageBarStyles } from './message-bar.styles.ts';
import './message-menu.ts';
import type { MessageMenu } from './message-menu.ts';
import type { Thanks } from './thanks.ts';
import { wentWrong } from './went-wrong.ts';

/** What may be done with a published message, under it: the usual at hand, the rest behind three dots. */
export class MessageBar extends LitElement {
  static override properties = {
    context: { attribute: false },
    message: { attribute: false },
    me: { attribute: false },
    thanks: { attribute: false },
    count: { attribute: false },
    thanked: { attribute: false },
    accepted: { attribute: false },
    accepting: { attribute: false },
    mayReply: { attribute: false },
    isOpen: { state: true },
    notice: { state: true },
  };
  static override styles = [base, messageBarStyles];

  declare context: ChatContext;
  declare message: MessageView;
  declare me: MeView | null;
  declare thanks: Thanks;
  declare count: number;
  declare thanked: boolean;
  /** Whether it is the accepted answer. */
  declare accepted: boolean;
  /** Who may accept it is offered it at hand, or behind the dots. */
  declare accepting: ReturnType<typeof accepting>;
  declare mayReply: boolean;
  declare isOpen: boolean;
  declare notice: string;

  constructor() {
    super();
    this.isOpen = false;
    this.notice = '';
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('message') && this.message.state !== 'published') this.isOpen = false;
  }

  override async focus() {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('.more')?.focus();
  }

  override render() {
    const buttons = [this.#thank(), this.#reply(), this.#more(), this.#accept()].filter(Boolean);
    return html`${buttons.length > 0 ? html`<div class="acts">${buttons}</div>` : nothing}
      ${this.isOpen ? this.#menu() : nothing}
      <p class="notice" role="status">${this.notice}</p>`;
  }

  #thank() {
    const { exchange } = this.context.words;
    const { count, thanked } = this;
    const counted = count
      ? html`<span aria-hidden="true">${count}</span><span class="unseen">${exchange.thanks(count)}</span>`
      : nothing;
    // One thanks for an answer; the first public event of a conversation is its question.
    if (this.message.mine || this.message.seq === 1)
      return count ? html`<span class="thank">${heart}${counted}</span>` : null;
    return html`<button class="thank" aria-pressed=${thanked} @click=${this.#setThanks}>
      ${heart}${exchange.thank}${counted}
    </button>`;
  }

  #reply() {
    if (!this.mayReply || this.message.mine) return null;
    const ask = () => this.dispatchEvent(new ReplyEvent(this.message.id));
    return html`<button @click=${ask}>${reply}${this.context.words.exchange.reply}</button>`;
  }

  #accept() {
    if (this.accepting !== 'at-hand' || this.accepted) return null;
    return html`<button class="accept" @click=${() => this.#setAccepted(true)}>
      ${check}${this.context.words.exchange.accept}
    </button>`;
  }

  #more() {
    if (!this.#hasMore) return null;
    const { exchange, message } = this.context.words;
    const name = this.message.mine ? message.you : this.message.author.name;
    return html`<button
      class="more"
      aria-label=${exchange.more(name)}
      aria-expanded=${this.isOpen}
      @click=${() => this.#toggle(!this.isOpen)}
    >
      ${dots}
    </button>`;
  }

  get #hasMore(): boolean {
    const { mine, editableUntil = 0 } = this.message as Extract<MessageView, { state: 'published' }>;
    return mine ? Date.now() < editableUntil : this.accepting !== null || !this.me?.mayModerate;
  }

  #menu() {
    return html`<entraide-message-menu
      .context=${this.context}
      .message=${this.message}
      .me=${this.me}
      .accepted=${this.accepted}
      .mayAccept=${this.accepting !== null}
      @entraide-accept=${() => this.#setAccepted(!this.accepted)}
      @entraide-done=${() => this.#toggle(false)}
    ></entraide-message-menu>`;
  }

  async #toggle(isOpen: boolean) {
    this.notice = '';
    this.isOpen = isOpen;
    if (!isOpen) return await this.focus();
    await this.updateComplete;
    this.renderRoot.querySelector<MessageMenu>('entraide-message-menu')?.focus();
  }

  #setThanks = () => this.#attempt(() => this.thanks.set(this.message.id, !this.thanked));

  #setAccepted(accepted: boolean) {
    const { client } = this.context;
    this.isOpen = false;
    return this.#attempt(async () => {
      await client.ask(`widget/messages/${this.message.id}/accept`, { accepted });
      // The button that was pressed is gone with what it offered.
      await this.focus();
    });
  }

  async #attempt(act: () => Promise<unknown>) {
    this.notice = '';
    try {
      await act();
    } catch (error) {
      this.notice = wentWrong(error, this.context.words);
    }
  }
}

customElements.define('entraide-message-bar', MessageBar);
