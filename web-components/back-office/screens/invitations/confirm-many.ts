import { css, html, nothing } from 'lit';
import type {
  ConfirmBody,
  FunnelAnswer,
  InvitationPreview,
  InvitedRole,
} from '../../../../server/protocol/invitations.ts';
import type { Api } from '../../api.ts';
import { translator } from '../../locales/index.ts';
import words from '../../locales/invitations.ts';
import { LocalizedElement } from '../../localized.ts';
import { problemWords } from '../../problem.ts';
import { shared } from '../../styles/shared.ts';
import { fieldValue } from '../field-value.ts';
import { filterStyles } from '../filter-styles.ts';
import { mailingTime } from './mailing-time.ts';
import { wrongOf } from './preview-words.ts';

const t = translator(words);
const ROLES = ['expert', 'moderator', 'manager'] as const satisfies readonly InvitedRole[];

/** As what the people of a list are invited, with which words. Fires `bo-confirmed` or `bo-abandoned`. */
export class BoConfirmMany extends LocalizedElement {
  static override properties = {
    api: { attribute: false },
    work: { attribute: false },
    about: { attribute: false },
    invitedRole: { state: true },
    french: { state: true },
    english: { state: true },
    sending: { state: true },
    problem: { state: true },
  };
  static override styles = [
    shared,
    filterStyles,
    css`
      form { display: grid; gap: 16px; grid-template-columns: minmax(0, 1fr); }
      fieldset { display: grid; gap: 8px; margin: 0; padding: 0; border: 0; min-inline-size: 0; }
      legend { padding: 0; margin-block-end: 2px; }
      .role { max-inline-size: 280px; }
      .pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(280px, 100%), 1fr)); gap: 16px; }
      .summary { display: flex; flex-wrap: wrap; gap: 12px 20px; align-items: center; justify-content: space-between; }
      .first-letter::first-letter { text-transform: uppercase; }
      @media (max-width: 720px) { .summary .row, .summary .button { flex: 1 1 100%; } .summary .row { flex-direction: row-reverse; } .summary .button { flex: 1 1 auto; } }
    `,
  ];
  declare api: Api;
  declare work: InvitationPreview;
  declare about: FunnelAnswer | null;
  declare invitedRole: InvitedRole;
  declare french: string;
  declare english: string;
  declare sending: boolean;
  declare problem: string;

  constructor() {
    super();
    this.about = null;
    this.invitedRole = 'expert';
    this.french = '';
    this.english = '';
    this.sending = false;
    this.problem = '';
  }

  protected override render() {
    return html`<form class="surface padded" novalidate @submit=${this.#submit}>
      <div class="field role">
        <label for="role">${t('asRole')}</label>
        <select class="input" id="role" @change=${this.#choose}>${ROLES.map(
          (role) => html`<option value=${role} .selected=${role === this.invitedRole}>${t(role)}</option>`,
        )}</select>
      </div>
      <fieldset>
        <legend class="label">${t('message')}</legend>
        <p class="hint">${t('messageHint')}</p>
        <div class="pair">
          ${this.#message('fr', t('messageFr'), t('messagePlaceholderFr'), this.french)}
          ${this.#message('en', t('messageEn'), t('messagePlaceholderEn'), this.english)}
        </div>
      </fieldset>
      ${this.problem ? html`<p class="field-error" role="alert">${this.problem}</p>` : nothing}
      <div class="summary">
        <p role="status">${this.#summary()}</p>
        <span class="row">
          <button class="button" type="button" @click=${this.#abandon}>${t('abandon')}</button>
          <button class="button primary" type="submit" ?disabled=${this.work.good === 0 || this.sending}>${t('confirm', { count: this.work.good })}</button>
        </span>
      </div>
    </form>`;
  }

  #message(language: 'fr' | 'en', label: string, placeholder: string, value: string) {
    const type = (event: Event) => {
      if (language === 'fr') this.french = fieldValue(event);
      else this.english = fieldValue(event);
    };
    return html`<div class="field">
      <label for=${language}>${label}</label>
      <textarea class="input" id=${language} lang=${language} rows="4" maxlength="2000" placeholder=${placeholder} .value=${value} @input=${type}></textarea>
    </div>`;
  }

  #summary() {
    const { good } = this.work;
    const wrong = wrongOf(this.work);
    const how = this.about?.mail
      ? t('confirmPace', {
          count: this.about.mailsPerMinute,
          time: mailingTime(good, this.about.mailsPerMinute),
        })
      : t('confirmNoMail');
    return html`<strong>${good === 0 ? t('noneGood') : t('goodCount', { count: good })}</strong>${wrong > 0 ? html`<span class="muted"> · ${t('wrongCount', { count: wrong })}</span>` : nothing}
      ${good > 0 && this.about ? html`<br /><span class="muted small">${how}</span>` : nothing}`;
  }

  #submit = async (event: Event) => {
    event.preventDefault();
    if (this.sending) return;
    this.sending = true;
    this.problem = '';
    const body: ConfirmBody = {
      role: this.invitedRole,
      messages: { fr: this.french.trim() || null, en: this.english.trim() || null },
    };
    try {
      await this.api.post(`invitation-previews/${encodeURIComponent(this.work.id)}/confirm`, body);
      this.dispatchEvent(new CustomEvent('bo-confirmed'));
    } catch (error) {
      this.problem = problemWords(error);
    }
    this.sending = false;
  };

  #choose = (event: Event) => {
    this.invitedRole = ROLES.find((role) => role === fieldValue(event)) ?? 'expert';
  };

  #abandon = () => this.dispatchEvent(new CustomEvent('bo-abandoned'));
}

customElements.define('bo-confirm-many', BoConfirmMany);
