import { html, LitElement, nothing } from 'lit';
import type { MessageView, MeView } from '../../../server/protocol/frames.ts';
import { base } from '../base.styles.ts';
import type { ChatContext } from '../context.ts';
import { GoToEvent } from './exchange-events.ts';
import { messageBarStyles } from './message-bar.styles.ts';
import { wentWrong } from './went-wrong.ts';

/**
 * What is seldom done with a message: accept it, change or delete one's own, report it. Fires `entraide-accept`,
 * `entraide-edit-own` and `entraide-report` for what is done elsewhere, and `entraide-done` when it may close.
 */
export class MessageMenu extends LitElement {
  static override properties = {
    context: { attribute: false },
    message: { attribute: false },
    me: { attribute: false },
    accepted: { attribute: false },
    mayAccept: { attribute: false },
    isDeleting: { state: true },
    notice: { state: true },
  };
  static override styles = [base, messageBarStyles];

  declare context: ChatContext;
  declare message: MessageView;
  declare me: MeView | null;
  declare accepted: boolean;
  declare mayAccept: boolean;
  /** Asked whether they mean it. */
  declare isDeleting: boolean;
  declare notice: string;

  constructor() {
    super();
    this.isDeleting = false;
    this.notice = '';
    this.addEventListener('keydown', (event) => this.#onKey(event));
  }

  override async focus() {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>('button')?.focus();
  }

  override render() {
    return html`${this.isDeleting ? this.#sure() : html`<div class="acts">${this.#choices()}</div>`}
      <p class="notice caution" role="alert">${this.notice}</p>`;
  }

  #choices() {
    const { exchange, report } = this.context.words;
    const { mine } = this.message;
    const mayReport = !mine && !this.me?.mayModerate;
    return [
      this.mayAccept ? this.#choice(this.accepted ? exchange.unaccept : exchange.accept, 'accept') : nothing,
      mine ? this.#choice(exchange.edit, 'edit-own') : nothing,
      mine ? html`<button @click=${this.#askDelete}>${exchange.delete}</button>` : nothing,
      mayReport ? this.#choice(report.button, 'report') : nothing,
    ];
  }

  #choice(label: string, event: string) {
    return html`<button @click=${() => this.#tell(event)}>${label}</button>`;
  }

  #sure() {
    const { exchange } = this.context.words;
    // The first public event of a conversation is its question.
    const question = this.message.seq === 1 ? exchange.deleteQuestion : exchange.deleteMessage;
    return html`<div class="sure">
      <p>${question}</p>
      <div class="acts">
        <button class="danger" @click=${this.#delete}>${exchange.deleteNow}</button>
        <button @click=${() => this.#tell('done')}>${exchange.keep}</button>
      </div>
    </div>`;
  }

  #askDelete = () => {
    this.isDeleting = true;
    void this.focus();
  };

  #delete = async () => {
    try {
      await this.context.client.ask(`widget/messages/${this.message.id}/delete`, {});
      this.#tell('done');
      // What had the focus is gone with the text.
      this.dispatchEvent(new GoToEvent(this.message.id));
    } catch (error) {
      this.isDeleting = false;
      this.notice = wentWrong(error, this.context.words);
    }
  };

  #tell(event: string) {
    this.dispatchEvent(new Event(`entraide-${event}`, { bubbles: true, composed: true }));
    if (event !== 'done') this.dispatchEvent(new Event('entraide-done'));
  }

  /** Escape closes this, not the whole chat. */
  #onKey(event: KeyboardEvent) {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.#tell('done');
  }
}

customElements.define('entraide-message-menu', MessageMenu);
