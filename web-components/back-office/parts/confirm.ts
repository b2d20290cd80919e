import '@awesome.me/webawesome/dist/components/dialog/dialog.js';
import { css, html, LitElement, nothing } from 'lit';
import { translator } from '../locales/index.ts';
import words from '../locales/parts.ts';
import { shared } from '../styles/shared.ts';

const t = translator(words);

export type Question = {
  title: string;
  text: string;
  /** The verb on the button. */
  confirm: string;
  danger?: boolean;
  /** Whether a reason is asked for: not at all, as one likes, or always. */
  reason?: 'none' | 'optional' | 'required';
  reasonLabel?: string;
};
export type Answer = { reason: string | null };

/** Asks before what cannot be undone, or for a reason. @returns null when the person thought better of it. */
export function confirm(question: Question): Promise<Answer | null> {
  const dialog = document.createElement('bo-confirm') as BoConfirm;
  dialog.question = question;
  document.body.append(dialog);
  return dialog.answer;
}

export class BoConfirm extends LitElement {
  static override properties = { question: { attribute: false }, open: { state: true } };
  declare question: Question;
  declare open: boolean;
  #result: Answer | null = null;
  #settle: (answer: Answer | null) => void = () => {};
  readonly answer = new Promise<Answer | null>((resolve) => {
    this.#settle = resolve;
  });

  static override styles = [
    shared,
    css`
      wa-dialog { --width: 440px; }
      form { display: grid; gap: 16px; }
      .actions { justify-content: flex-end; }
    `,
  ];

  constructor() {
    super();
    this.open = true;
  }

  protected override render() {
    const { title, text, confirm: verb, danger, reason = 'none' } = this.question;
    return html`<wa-dialog label=${title} ?open=${this.open} @wa-after-hide=${this.#gone}>
      <form @submit=${this.#submit}>
        <p>${text}</p>
        ${reason === 'none' ? nothing : this.#reasonField(reason === 'required')}
        <div class="row actions">
          <button class="button" type="button" ?autofocus=${reason === 'none'} @click=${this.#cancel}>${t('cancel')}</button>
          <button class="button ${danger ? 'danger-primary' : 'primary'}" type="submit">${verb}</button>
        </div>
      </form>
    </wa-dialog>`;
  }

  #reasonField(required: boolean) {
    const label = this.question.reasonLabel ?? t(required ? 'reason' : 'reasonOptional');
    return html`<div class="field">
      <label for="reason">${label}</label>
      <textarea class="input" id="reason" maxlength="500" rows="3" autofocus ?required=${required}></textarea>
    </div>`;
  }

  #submit = (event: Event) => {
    event.preventDefault();
    const reason = this.renderRoot.querySelector('textarea')?.value.trim() || null;
    this.#result = { reason };
    this.open = false;
  };

  #cancel = () => {
    this.open = false;
  };

  #gone = (event: Event) => {
    if (event.target !== event.currentTarget) return;
    this.#settle(this.#result);
    this.remove();
  };
}

customElements.define('bo-confirm', BoConfirm);
