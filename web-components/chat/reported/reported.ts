import { css, html, LitElement, nothing } from 'lit';
import type { MessageView } from '../../../server/protocol/frames.ts';
import { ChatError } from '../../client/api.ts';
import { base } from '../base.styles.ts';
import type { ChatContext } from '../context.ts';
import { type ReportedWords, reportedWords } from './words.ts';

type Hidden = Extract<MessageView, { state: 'hidden' }>;

/** Tells an author that reports have hidden their message, and lets them say it another way, once. */
export class Reported extends LitElement {
  static override properties = {
    context: { attribute: false },
    message: { attribute: false },
    words: { state: true },
    isOpen: { state: true },
    notice: { state: true },
    busy: { state: true },
  };
  static override styles = [
    base,
    css`
      :host {
        display: block;
        font-size: 13px;
        line-height: 20px;
      }
      .explain,
      .cancel {
        color: var(--muted);
      }
      .buttons {
        display: flex;
        gap: 8px;
        margin-top: 8px;
      }
      .buttons > button {
        min-height: 36px;
        padding: 0 12px;
        border-radius: 10px;
      }
      .main {
        background: var(--accent);
        color: var(--accent-ink);
        font-weight: 600;
      }
      .field {
        margin-top: 4px;
      }
      .notice {
        color: var(--caution);
      }
    `,
  ];

  declare context: ChatContext;
  declare message: Hidden;
  declare words: ReportedWords | null;
  declare isOpen: boolean;
  declare notice: string;
  declare busy: boolean;

  constructor() {
    super();
    this.words = null;
    this.isOpen = false;
    this.notice = '';
    this.busy = false;
  }

  protected override async firstUpdated() {
    this.words = await reportedWords(this.context.locale);
  }

  override render() {
    const { words, message } = this;
    if (!words) return nothing;
    return html`<p class="explain">${message.mayEdit ? words.explain : words.again}</p>
      ${message.mayEdit ? this.#change(words, message.text ?? '') : nothing}
      <p class="notice" role="status">${this.notice}</p>`;
  }

  #change(words: ReportedWords, text: string) {
    if (!this.isOpen) return html`<button class="link" @click=${this.#open}>${words.change}</button>`;
    return html`<form @submit=${this.#submit} @keydown=${this.#onKey}>
      <label>${words.label}<textarea class="field" name="text" rows="3" maxlength="4000" .value=${text}></textarea></label>
      <div class="buttons">
        <button class="main" ?disabled=${this.busy}>${words.send}</button>
        <button class="cancel" type="button" @click=${this.#close}>${words.cancel}</button>
      </div>
    </form>`;
  }

  #open = async () => {
    this.notice = '';
    this.isOpen = true;
    await this.updateComplete;
    this.renderRoot.querySelector('textarea')?.focus();
  };

  #close = () => {
    this.isOpen = false;
  };

  #onKey(event: KeyboardEvent) {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    this.#close();
  }

  async #submit(event: SubmitEvent) {
    event.preventDefault();
    const text = String(new FormData(event.target as HTMLFormElement).get('text')).trim();
    const words = this.words!;
    if (!text || text === this.message.text) {
      this.notice = words.same;
      return;
    }
    this.busy = true;
    try {
      await this.context.client.ask(`widget/messages/${this.message.id}/edit-reported`, { text });
      this.#close();
      this.notice = '';
    } catch (error) {
      this.notice = failure(error, words);
    }
    this.busy = false;
  }
}

function failure(error: unknown, words: ReportedWords): string {
  const code = error instanceof ChatError ? error.code : '';
  if (code === 'edit-held' || code === 'edit-rejected') return words.refused;
  return code === 'conflict' ? words.tooLate : words.failed;
}

customElements.define('entraide-reported', Reported);
