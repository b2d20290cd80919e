import { html, LitElement, nothing } from 'lit';
import {
  HIDDEN_AGAIN,
  HIDDEN_BY_REPORTS,
  type MessageView,
  type MeView,
  type ReasonView,
} from '../../server/protocol/frames.ts';
import { authorStyles, avatar, badge, ownBadge } from './author.ts';
import { base } from './base.styles.ts';
import type { ChatContext } from './context.ts';
import { EditEvent } from './edit-event.ts';
import { draftOfEdit } from './exchange/draft-of-edit.ts';
import { GoToEvent } from './exchange/exchange-events.ts';
import './exchange/message-bar.ts';
import type { MessageBar } from './exchange/message-bar.ts';
import { quote, quoteStyles } from './exchange/quote.ts';
import type { Thanks } from './exchange/thanks.ts';
import { check, clock } from './icons.ts';
import { linkify } from './linkify.ts';
import type { MessageActions } from './message-actions.ts';
import './message-actions.ts';
import { messageStyles } from './message.styles.ts';
import { fullTime, shortTime } from './time.ts';

type Shown<State> = Extract<MessageView, { state: State }>;

/** One message, as its viewer may see it. */
export class ChatMessage extends LitElement {
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
    quoted: { attribute: false },
    isEditing: { state: true },
  };
  static override styles = [base, authorStyles, quoteStyles, messageStyles];

  declare context: ChatContext;
  declare message: MessageView;
  declare me: MeView | null;
  declare thanks: Thanks;
  declare count: number;
  declare thanked: boolean;
  declare accepted: boolean;
  declare accepting: MessageBar['accepting'];
  declare mayReply: boolean;
  /** The message this one replies to, where it is known here. */
  declare quoted: MessageView | undefined;
  declare isEditing: boolean;

  protected override firstUpdated() {
    const { editableUntil = 0 } = this.message as Shown<'published'>;
    const isBegun = this.message.mine && this.context.view.draft(draftOfEdit(this.message));
    if (isBegun && Date.now() < editableUntil) void this.#edit();
  }

  override render() {
    const { message } = this;
    const { author, state } = message;
    const { words } = this.context;
    const name = message.mine ? words.message.you : author.name;
    const unpublished = state !== 'published' ? 'unpublished' : '';
    const part = message.mine ? 'mine' : author.role === 'visitor' ? '' : 'expert';
    return html`<div class="message ${state} ${unpublished} ${part}">
      ${avatar(author, author.name)}
      <div class="main">
        <div class="head">
          <span class="name" title=${author.name}>${name}</span>
          ${badge(author, words)} ${ownBadge(author, this.context)} ${this.#time()} ${this.#edited()} ${this.#accepted()}
        </div>
        ${quote(message.replyTo, this.quoted, this.context, (id) => this.dispatchEvent(new GoToEvent(id)))}
        ${this.isEditing && state === 'published' ? nothing : this.#body()} ${this.#field()}
        <div class="after">
          ${this.#bar()}
          <entraide-message-actions .context=${this.context} .message=${message} .me=${this.me}></entraide-message-actions>
        </div>
      </div>
    </div>`;
  }

  #time() {
    const { message, context } = this;
    return html`<time
      datetime=${new Date(message.createdAt).toISOString()}
      title=${fullTime(message.createdAt, context.locale)}
      >${shortTime(message.createdAt, Date.now(), context.locale)}</time
    >`;
  }

  #edited() {
    return this.message.editedAt ? html`<span>${this.context.words.exchange.edited}</span>` : nothing;
  }

  #accepted() {
    if (!this.accepted) return nothing;
    return html`<span class="is-accepted">${check}${this.context.words.exchange.accepted}</span>`;
  }

  #field() {
    if (!this.isEditing) return nothing;
    return html`<entraide-edit-field
      .context=${this.context}
      .message=${this.message}
      @entraide-edited=${this.#endEdit}
    ></entraide-edit-field>`;
  }

  #bar() {
    if (this.isEditing || this.message.state !== 'published') return nothing;
    return html`<entraide-message-bar
      .context=${this.context}
      .message=${this.message}
      .me=${this.me}
      .thanks=${this.thanks}
      .count=${this.count}
      .thanked=${this.thanked}
      .accepted=${this.accepted}
      .accepting=${this.accepting}
      .mayReply=${this.mayReply}
      @entraide-edit-own=${this.#edit}
      @entraide-report=${this.#openReport}
    ></entraide-message-bar>`;
  }

  #edit = async () => {
    await import('./exchange/edit-field.ts');
    this.isEditing = true;
  };

  async #endEdit() {
    this.isEditing = false;
    await this.updateComplete;
    this.renderRoot.querySelector<MessageBar>('entraide-message-bar')?.focus();
  }

  #openReport() {
    this.renderRoot.querySelector<MessageActions>('entraide-message-actions')?.choose('report');
  }

  #body() {
    const { message } = this;
    switch (message.state) {
      case 'published':
        return html`<p class="text">${linkify(message.text)}</p>
          ${this.#flagged(message)}`;
      case 'held':
        return this.#held(message);
      case 'rejected':
        return this.#rejected(message);
      case 'hidden':
        return this.#hidden(message);
      case 'removed':
        return html`<p class="tombstone">${this.context.words.message.removed}${why(message.reason)}</p>`;
    }
  }

  #flagged({ reasons }: Shown<'published'>) {
    if (!reasons?.length) return nothing;
    return html`<p class="note">${this.context.words.message.flagged(this.#kinds(reasons))}</p>`;
  }

  #held(message: Shown<'held'>) {
    const words = this.context.words.message;
    const note = message.mine
      ? words.held(message.reasons[0]?.kind ?? null)
      : `${words.heldForModerator(message.author.name)} ${words.flagged(this.#kinds(message.reasons))}`;
    return html`<p class="text">${message.text}</p>
      <p class="note caution">${clock}<span>${note}</span></p>`;
  }

  #rejected(message: Shown<'rejected'>) {
    const words = this.context.words.message;
    const kind = message.reasons[0]?.kind;
    const note = words.rejected(message.reason ?? (kind ? words.rejectedFor[kind] : null));
    return html`<p class="text">${message.text}</p>
      <p class="note caution">${note}</p>
      ${
        message.mine
          ? html`<button class="link" @click=${() => this.dispatchEvent(new EditEvent(message.text))}>
            ${words.editAndSend}
          </button>`
          : nothing
      }`;
  }

  #hidden(message: Shown<'hidden'>) {
    const words = this.context.words.message;
    const { text, mine, reason } = message;
    const byReports = reason === HIDDEN_BY_REPORTS || reason === HIDDEN_AGAIN;
    return html`${text ? html`<p class="text">${text}</p>` : nothing}
      <p class="tombstone">${mine ? words.hiddenMine : words.hidden}${why(byReports ? words.byReports : reason)}</p>
      ${mine && byReports ? this.#reported(message) : nothing}`;
  }

  /** Loaded for who it happens to, and for nobody else. */
  #reported(message: Shown<'hidden'>) {
    void import('./reported/reported.ts').catch(() => console.warn('Entraide: a part could not be loaded'));
    return html`<entraide-reported .context=${this.context} .message=${message}></entraide-reported>`;
  }

  #kinds(reasons: ReasonView[]): string {
    const words = this.context.words.message.reasons;
    const names = reasons.map(({ kind, entry }) => (entry ? `${words[kind]} (${entry})` : words[kind]));
    return [...new Set(names)].join(', ');
  }
}

const why = (reason: string | null | undefined) => (reason ? ` · ${reason}` : '');

customElements.define('entraide-message', ChatMessage);
