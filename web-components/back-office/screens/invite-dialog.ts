import { css, html } from 'lit';
import type { Role } from '../../../server/protocol/frames.ts';
import type { NewInvitationAnswer } from '../../../server/protocol/invitations.ts';
import type { Api } from '../api.ts';
import { translator } from '../locales/index.ts';
import words from '../locales/people.ts';
import { problemWords } from '../problem.ts';
import { shared } from '../styles/shared.ts';
import { DialogElement } from './dialog-element.ts';
import { dialogStyles } from './dialog-styles.ts';
import { fieldValue } from './field-value.ts';

const t = translator(words);
const ROLES = [
  ['expert', 'expertHint'],
  ['moderator', 'moderatorHint'],
  ['manager', 'managerHint'],
] as const satisfies readonly (readonly [Role, string])[];
type InvitedRole = (typeof ROLES)[number][0];

/** Makes an invitation. Fires `bo-invited` with its link. */
export class BoInviteDialog extends DialogElement {
  static override properties = {
    api: { attribute: false },
    invitedRole: { state: true },
    email: { state: true },
    name: { state: true },
    problem: { state: true },
  };
  static override styles = [
    shared,
    dialogStyles,
    css`
      fieldset { display: grid; gap: 8px; margin: 0; padding: 0; border: 0; }
      legend { padding: 0; margin-block-end: 6px; }
      .choice { display: grid; grid-template-columns: auto 1fr; gap: 0 10px; padding: 10px 12px; border: 1px solid var(--bo-line); border-radius: 10px; cursor: pointer; }
      .choice:has(:checked) { border-color: var(--bo-accent); background: var(--bo-accent-soft); }
      .choice strong { font-weight: 600; } .choice strong::first-letter { text-transform: uppercase; }
      .choice .hint { grid-column: 2; }
      input[type='radio'] { accent-color: var(--bo-accent); margin: 3px 0 0; }
    `,
  ];
  declare api: Api;
  declare invitedRole: InvitedRole;
  declare email: string;
  declare name: string;
  declare problem: string;

  constructor() {
    super();
    this.#clear();
  }

  show(): void {
    this.#clear();
    this.open = true;
  }

  protected override render() {
    return this.dialog(
      t('inviteTitle'),
      html`<form novalidate @submit=${this.#submit}>
        <p class="muted">${t('inviteText')}</p>
        <fieldset>
          <legend class="label">${t('roleLabel')}</legend>
          ${ROLES.map(([role, hint]) => this.#roleChoice(role, hint))}
        </fieldset>
        <div class="field">
          <label for="email">${t('emailLabel')}</label>
          <input class="input" id="email" type="email" autocomplete="off" aria-describedby="email-help"
            aria-invalid=${this.problem ? 'true' : 'false'} .value=${this.email} @input=${this.#typeEmail} />
          <span id="email-help" class=${this.problem ? 'field-error' : 'hint'}>${this.problem || t('emailHint')}</span>
        </div>
        <div class="field">
          <label for="name">${t('nameLabel')}</label>
          <input class="input" id="name" maxlength="40" autocomplete="off" .value=${this.name} @input=${this.#typeName} />
        </div>
        <div class="row actions">
          <button class="button" type="button" @click=${this.close}>${t('cancel')}</button>
          <button class="button primary" type="submit">${t('create')}</button>
        </div>
      </form>`,
    );
  }

  #roleChoice(role: InvitedRole, hint: 'expertHint' | 'moderatorHint' | 'managerHint') {
    const choose = () => {
      this.invitedRole = role;
    };
    return html`<label class="choice">
      <input type="radio" name="role" value=${role} .checked=${role === this.invitedRole} @change=${choose} />
      <strong>${t(role)}</strong><span class="hint">${t(hint)}</span>
    </label>`;
  }

  #submit = async (event: Event) => {
    event.preventDefault();
    const email = this.email.trim();
    if (email !== '' && !/^\S+@\S+\.\S+$/.test(email)) {
      this.problem = t('emailWrong');
      return;
    }
    try {
      const body = { role: this.invitedRole, email: email || null, name: this.name.trim() || null };
      const detail = await this.api.post<NewInvitationAnswer>('invitations', body);
      this.open = false;
      this.dispatchEvent(new CustomEvent('bo-invited', { detail }));
    } catch (error) {
      this.problem = problemWords(error);
    }
  };

  #typeEmail = (event: Event) => {
    this.email = fieldValue(event);
    this.problem = '';
  };

  #typeName = (event: Event) => {
    this.name = fieldValue(event);
  };

  #clear(): void {
    this.invitedRole = 'expert';
    this.email = '';
    this.name = '';
    this.problem = '';
  }
}

customElements.define('bo-invite-dialog', BoInviteDialog);
