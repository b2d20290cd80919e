import { css, html, LitElement } from 'lit';
import type { MessageView } from '../../../server/protocol/frames.ts';
import { base } from '../base.styles.ts';
import type { ChatContext } from '../context.ts';
import { draftOfEdit } from './draft-of-edit.ts';
import { wentWrong } from './went-wrong.ts';

/** Where an author changes a message, in its place. What is typed is kept until it is saved or given up. */
export class EditField extends LitElement {
  static override properties = {
    context: { attribute: false },
    message: { attribute: false },
    text: { state: true },
    notice: { state: true },
    busy: { state: true },
  };
  static override styles = [
    base,
    css`
      :host {
        display: block;
        margin: 4px 0;
      }
      textarea {
        display: block;
        field-sizing: content;
        max-height: 200px;
        min-height: 66px;
        resize: vertical;
      }
      .row {
        display: flex;
        gap: 8px;
        margin-top: 8px;
      }
      .row button {
        min-height: 36px;
        padding: 0 14px;
        border-radius: 10px;
        font-size: 13px;
        font-weight: 600;
      }
      .save {
        background: var(--accent);
        color: var(--accent-ink);
      }
      .save[aria-disabled='true'] {
        opacity: 0.4;
      }
      .cancel {
        color: var(--muted);
      }
      .error {
        margin-top: 6px;
        color: var(--caution);
        font-size: 13px;
        line-height: 18px;
      }
      @media (pointer: coarse) {
        .row button {
          min-height: 44px;
        }
      }
    `,
  ];

  declare context: ChatContext;
  declare message: MessageView;
  declare text: string;
  declare notice: string;
  declare busy: boolean;

  #began = '';

  constructor() {
    super();
    this.text = '';
    this.notice = '';
    this.busy = false;
  }

  protected override willUpdate() {
    if (this.hasUpdated) return;
    this.#began = 'text' in this.message ? (this.message.text ?? '') : '';
    this.text = this.context.view.draft(draftOfEdit(this.message)) || this.#began;
  }

  protected override firstUpdated() {
    const field = this.renderRoot.querySelector('textarea');
    field?.focus();
    field?.setSelectionRange(this.text.length, this.text.length);
  }

  override render() {
    const { exchange } = this.context.words;
    return html`<form @submit=${this.#save} @keydown=${this.#onKey}>
      <textarea
        class="field"
        maxlength="4000"
        aria-label=${exchange.editLabel}
        .value=${this.text}
        @input=${this.#typed}
      ></textarea>
      <p class="error" role="alert">${this.notice}</p>
      <div class="row">
        <button class="save" aria-disabled=${this.busy || !this.text.trim() ? 'true' : 'false'}>${exchange.save}</button>
        <button class="cancel" type="button" @click=${this.#cancel}>${exchange.cancel}</button>
      </div>
    </form>`;
  }

  #typed(event: InputEvent) {
    this.text = (event.target as HTMLTextAreaElement).value;
    this.context.view.setDraft(draftOfEdit(this.message), this.text);
  }

  #onKey(event: KeyboardEvent) {
    if (event.key === 'Enter' && !event.shiftKey && !event.isComposing) return void this.#save(event);
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.#cancel();
  }

  async #save(event: Event) {
    event.preventDefault();
    const text = this.text.trim();
    if (this.busy || !text) return;
    if (text === this.#began) return this.#cancel();
    this.busy = true;
    this.notice = '';
    try {
      await this.context.client.ask(`widget/messages/${this.message.id}/edit`, { text });
      this.#cancel();
    } catch (error) {
      this.notice = wentWrong(error, this.context.words);
    }
    this.busy = false;
  }

  #cancel() {
    this.context.view.setDraft(draftOfEdit(this.message), '');
    this.dispatchEvent(new Event('entraide-edited'));
  }
}

customElements.define('entraide-edit-field', EditField);
