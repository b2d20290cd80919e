import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import {
  type MessageView,
  type MeView,
  type ModerationAct,
  REPORT_REASONS,
  type ReportReason,
} from '../../server/protocol/frames.ts';
import { base } from './base.styles.ts';
import type { ChatContext } from './context.ts';

type Choice = 'report' | 'alert' | 'hide' | 'reject';

/** What may be done with a message: report it, or watch over it. Choices open in place, under the message. */
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
      .row {
        display: flex;
        flex-wrap: wrap;
        gap: 0 16px;
      }
      .row > button {
        min-height: 28px;
        font-size: 12px;
      }
      .row > button:hover {
        color: var(--ink);
        text-decoration: underline;
      }
      .choice {
        padding: 12px;
        margin: 4px 0 8px;
        border: 1px solid var(--line);
        border-radius: 12px;
        color: var(--ink);
      }
      .choice .field {
        margin-top: 4px;
      }
      .choice p {
        font-weight: 600;
      }
      .choice .row {
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
      .choice .row > .main {
        border-color: var(--accent);
        background: var(--accent);
        color: var(--accent-ink);
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
    if (this.choice) this.renderRoot.querySelector<HTMLElement>('.choice textarea, .choice button')?.focus();
    else if (changed.get('choice')) this.renderRoot.querySelector<HTMLElement>('.row button')?.focus();
  }

  override render() {
    return html`${this.choice ? this.#choice(this.choice) : this.#buttons()}
      <p role="status">${this.notice}</p>`;
  }

  #buttons() {
    return this.me?.mayModerate ? html`<div class="row">${this.#moderation()}</div>` : nothing;
  }

  #moderation() {
    const { state, mine } = this.message;
    const words = this.context.words.moderation;
    const mayRelease = this.me?.mayRelease;
    return [
      state === 'held' && mayRelease
        ? [this.#act('release', words.release), this.#open('reject', words.reject)]
        : nothing,
      state === 'published' ? this.#open('hide', words.hide) : nothing,
      state === 'hidden' ? this.#act('restore', words.restore) : nothing,
      mine || state === 'removed' || state === 'rejected' ? nothing : this.#open('alert', words.alert),
    ];
  }

  #open(choice: Choice, label: string) {
    return html`<button aria-expanded="false" @click=${() => this.choose(choice)}>${label}</button>`;
  }

  #act(act: ModerationAct, label: string) {
    return html`<button ?disabled=${this.busy} @click=${() => this.#moderate(act, null)}>${label}</button>`;
  }

  /** Opens a choice under the message, or closes it. */
  choose(choice: Choice | null) {
    this.notice = '';
    this.choice = choice;
  }

  #choice(choice: Choice) {
    return html`<div class="choice" @keydown=${this.#onKey}>
      ${choice === 'report' ? this.#reasons() : this.#note(choice)}
    </div>`;
  }

  #reasons() {
    const { report, moderation } = this.context.words;
    const one = (reason: ReportReason) =>
      html`<button ?disabled=${this.busy} @click=${() => this.#report(reason)}>${report.reasons[reason]}</button>`;
    return html`<p>${report.question}</p>
      <div class="row">
        ${REPORT_REASONS.map(one)}
        <button class="cancel" @click=${() => this.choose(null)}>${moderation.cancel}</button>
      </div>`;
  }

  #note(choice: 'alert' | 'hide' | 'reject') {
    const words = this.context.words.moderation;
    const label = choice === 'alert' ? words.note : words.reason;
    return html`<form @submit=${(event: SubmitEvent) => this.#submit(event, choice)}>
      <label>${label}<textarea class="field" name="note" rows="2" maxlength="500" ?required=${choice === 'alert'}></textarea></label>
      <div class="row">
        <button class="main" ?disabled=${this.busy}>${words[choice]}</button>
        <button class="cancel" type="button" @click=${() => this.choose(null)}>${words.cancel}</button>
      </div>
    </form>`;
  }

  #onKey(event: KeyboardEvent) {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.choose(null);
  }

  #submit(event: SubmitEvent, choice: 'alert' | 'hide' | 'reject') {
    event.preventDefault();
    const note = String(new FormData(event.target as HTMLFormElement).get('note')).trim();
    if (choice !== 'alert') return this.#moderate(choice, note || null);
    const { alerted, failed } = this.context.words.moderation;
    if (note)
      return this.#attempt(
        () =>
          this.context.client.ask<void>('moderation/alerts', {
            about: { kind: 'message', id: this.message.id },
            note,
            degree: 'look',
          }),
        alerted,
        failed,
      );
  }

  #report(reason: ReportReason) {
    const { done, failed } = this.context.words.report;
    return this.#attempt(() => this.context.client.report(this.message.id, reason), done, failed);
  }

  #moderate(act: ModerationAct, reason: string | null) {
    const { failed } = this.context.words.moderation;
    return this.#attempt(() => this.context.client.moderate(this.message.id, act, reason), '', failed);
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
