import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import {
  type MessageView,
  type MeView,
  REPORT_REASONS,
  type ReportReason,
} from '../../server/protocol/frames.ts';
import { base } from './base.styles.ts';
import type { ChatContext } from './context.ts';

type Choice = 'report';

/** What may be done with a message: report it, or watch over it. What is asked opens in place, under the message. */
export class MessageActions extends LitElement {
  static override properties = {
    context: { attribute: false },
    message: { attribute: false },
    me: { attribute: false },
    choice: { state: true },
    notice: { state: true },
    busy: { state: true },
  };
  static override styles = [
    base,
    css`
      :host {
        display: block;
        color: var(--muted);
        font-size: 13px;
        line-height: 20px;
      }
      .choice {
        padding: 12px;
        margin: 4px 0 8px;
        border: 1px solid var(--line);
        border-radius: 12px;
        color: var(--ink);
      }
      .choice p {
        font-weight: 600;
      }
      .choice .row {
        display: flex;
        flex-wrap: wrap;
        gap: 8px;
        margin-top: 8px;
      }
      .choice .row > button {
        min-height: 36px;
        padding: 0 12px;
        border: 1px solid var(--line);
        border-radius: 10px;
        font-size: 13px;
      }
      .choice .row > .cancel {
        border-color: transparent;
        color: var(--muted);
      }
    `,
  ];

  declare context: ChatContext;
  declare message: MessageView;
  declare me: MeView | null;
  declare choice: Choice | null;
  declare notice: string;
  declare busy: boolean;

  constructor() {
    super();
    this.choice = null;
    this.notice = '';
    this.busy = false;
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    const before = changed.get('message');
    if (before && before.state !== this.message.state) this.choice = null;
  }

  protected override updated(changed: PropertyValues<this>) {
    if (!changed.has('choice')) return;
    if (this.choice) this.renderRoot.querySelector<HTMLElement>('.choice button')?.focus();
  }

  override render() {
    return html`${this.choice ? this.#choice() : this.#moderation()}
      <p role="status">${this.notice}</p>`;
  }

  /** Loaded for who watches over exchanges, and for nobody else. */
  #moderation() {
    if (!this.me?.mayModerate) return nothing;
    void import('./moderation/moderation.ts').catch(() =>
      console.warn('Entraide: moderation could not be loaded'),
    );
    return html`<entraide-moderation .context=${this.context} .message=${this.message} .me=${this.me}></entraide-moderation>`;
  }

  /** Opens a choice under the message, or closes it. */
  choose(choice: Choice | null) {
    this.notice = '';
    this.choice = choice;
  }

  #choice() {
    return html`<div class="choice" @keydown=${this.#onKey}>${this.#reasons()}</div>`;
  }

  #reasons() {
    const { report } = this.context.words;
    const one = (reason: ReportReason) =>
      html`<button ?disabled=${this.busy} @click=${() => this.#report(reason)}>${report.reasons[reason]}</button>`;
    return html`<p>${report.question}</p>
      <div class="row">
        ${REPORT_REASONS.map(one)}
        <button class="cancel" @click=${() => this.choose(null)}>${report.cancel}</button>
      </div>`;
  }

  #onKey(event: KeyboardEvent) {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.choose(null);
  }

  #report(reason: ReportReason) {
    const { done, failed } = this.context.words.report;
    return this.#attempt(() => this.context.client.report(this.message.id, reason), done, failed);
  }

  async #attempt(act: () => Promise<void>, done: string, failed: string) {
    this.busy = true;
    try {
      await act();
      this.notice = done;
    } catch (error) {
      const { refusals } = this.context.words;
      this.notice = refusals[(error as { code?: keyof typeof refusals }).code!] ?? failed;
    }
    this.busy = false;
    this.choice = null;
  }
}

customElements.define('entraide-message-actions', MessageActions);
