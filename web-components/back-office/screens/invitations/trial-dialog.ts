import { css, html, nothing } from 'lit';
import type { MailTrialAnswer } from '../../../../server/protocol/invitations.ts';
import type { Api } from '../../api.ts';
import { translator } from '../../locales/index.ts';
import words from '../../locales/invitations.ts';
import { problemWords } from '../../problem.ts';
import { shared } from '../../styles/shared.ts';
import { DialogElement } from '../dialog-element.ts';
import { dialogStyles } from '../dialog-styles.ts';
import { fieldValue } from '../field-value.ts';

const t = translator(words);

/** Sends one mail and says how far it came. Fires `bo-tried` once it knows. */
export class BoMailTrial extends DialogElement {
  static override properties = {
    api: { attribute: false },
    to: { state: true },
    sending: { state: true },
    answer: { state: true },
    problem: { state: true },
  };
  static override styles = [
    shared,
    dialogStyles,
    css`
      .outcome { padding: 12px 14px; border-radius: 10px; background: var(--bo-danger-soft); color: var(--bo-danger); }
      .outcome.sent { background: var(--bo-accent-soft); color: var(--bo-accent); }
      .outcome .said { display: block; margin-block-start: 4px; font-size: 13px; overflow-wrap: anywhere; }
    `,
  ];
  declare api: Api;
  declare to: string;
  declare sending: boolean;
  declare answer: MailTrialAnswer | null;
  declare problem: string;

  constructor() {
    super();
    this.to = '';
    this.sending = false;
    this.answer = null;
    this.problem = '';
  }

  show(to: string): void {
    this.to ||= to;
    this.answer = null;
    this.problem = '';
    this.open = true;
  }

  protected override render() {
    return this.dialog(
      t('trialTitle'),
      html`<form novalidate @submit=${this.#submit}>
        <p class="muted">${t('trialText')}</p>
        <div class="field">
          <label for="to">${t('trialTo')}</label>
          <input class="input" id="to" type="email" autocomplete="email" autofocus .value=${this.to} @input=${this.#type} />
        </div>
        <div role="status">${this.sending ? html`<p class="muted">${t('trialSending')}</p>` : this.#outcome()}</div>
        <div class="row actions">
          <button class="button" type="button" @click=${this.close}>${t('close')}</button>
          <button class="button primary" type="submit" ?disabled=${this.sending}>${t('trialSend')}</button>
        </div>
      </form>`,
    );
  }

  #outcome() {
    if (this.problem) return html`<p class="outcome">${this.problem}</p>`;
    if (!this.answer) return nothing;
    const { result, answer } = this.answer;
    return html`<p class="outcome ${result}">${t(`trial-${result}`)}
      ${answer ? html`<span class="said">${t('answerOf', { answer })}</span>` : nothing}</p>`;
  }

  #submit = async (event: Event) => {
    event.preventDefault();
    if (this.sending || this.to.trim() === '') return;
    this.sending = true;
    this.answer = null;
    this.problem = '';
    try {
      this.answer = await this.api.post<MailTrialAnswer>('mail-trial', { to: this.to.trim() });
    } catch (error) {
      this.problem = problemWords(error);
    }
    this.sending = false;
    this.dispatchEvent(new CustomEvent('bo-tried'));
  };

  #type = (event: Event) => {
    this.to = fieldValue(event);
  };
}

customElements.define('bo-mail-trial', BoMailTrial);
