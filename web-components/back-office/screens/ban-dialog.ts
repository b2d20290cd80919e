import { html } from 'lit';
import type { PersonRow } from '../../../server/protocol/back-office.ts';
import { type Api, ApiError } from '../api.ts';
import { translator } from '../locales/index.ts';
import words from '../locales/people.ts';
import { problemWords } from '../problem.ts';
import { shared } from '../styles/shared.ts';
import { DialogElement } from './dialog-element.ts';
import { dialogStyles } from './dialog-styles.ts';
import { EXPIRIES, type Expiry, expiryOf, hoursOf } from './expiry.ts';
import { fieldValue } from './field-value.ts';
import { filterStyles } from './filter-styles.ts';

const t = translator(words);

/** Bans a person, with a reason and for a time. Fires `bo-banned` with the person. */
export class BoBanDialog extends DialogElement {
  static override properties = {
    api: { attribute: false },
    person: { state: true },
    reason: { state: true },
    expiry: { state: true },
    problem: { state: true },
  };
  static override styles = [shared, filterStyles, dialogStyles];
  declare api: Api;
  declare person: PersonRow | null;
  declare reason: string;
  declare expiry: Expiry;
  declare problem: string;

  constructor() {
    super();
    this.person = null;
    this.#clear();
  }

  show(person: PersonRow): void {
    this.#clear();
    this.person = person;
    this.open = true;
  }

  protected override render() {
    return this.dialog(
      t('banTitle', { name: this.person?.name ?? '' }),
      html`<form novalidate @submit=${this.#submit}>
        <p>${t('banText')}</p>
        <div class="field">
          <label for="reason">${t('reasonLabel')}</label>
          <input class="input" id="reason" autofocus maxlength="500" autocomplete="off" aria-describedby="reason-help"
            aria-invalid=${this.problem ? 'true' : 'false'} .value=${this.reason} @input=${this.#type} />
          <span id="reason-help" class=${this.problem ? 'field-error' : 'hint'}>${this.problem || t('reasonHint')}</span>
        </div>
        <div class="field">
          <label for="expiry">${t('expiryLabel')}</label>
          <select class="input" id="expiry" @change=${this.#chooseExpiry}>
            ${EXPIRIES.map((expiry) => html`<option value=${expiry} ?selected=${expiry === this.expiry}>${t(expiry)}</option>`)}
          </select>
        </div>
        <div class="row actions">
          <button class="button" type="button" @click=${this.close}>${t('cancel')}</button>
          <button class="button danger-primary" type="submit">${t('banNow')}</button>
        </div>
      </form>`,
    );
  }

  #submit = async (event: Event) => {
    event.preventDefault();
    const { person } = this;
    const reason = this.reason.trim();
    if (!person) return;
    if (reason === '') {
      this.problem = t('reasonMissing');
      return;
    }
    try {
      await this.api.post(`people/${person.id}/ban`, { reason, expiresInHours: hoursOf(this.expiry) });
      this.open = false;
      this.dispatchEvent(new CustomEvent('bo-banned', { detail: person }));
    } catch (error) {
      const own = error instanceof ApiError && error.code === 'own-ban';
      this.problem = own ? t('ownBan') : problemWords(error);
    }
  };

  #type = (event: Event) => {
    this.reason = fieldValue(event);
    this.problem = '';
  };

  #chooseExpiry = (event: Event) => {
    this.expiry = expiryOf(fieldValue(event), this.expiry);
  };

  #clear(): void {
    this.reason = '';
    this.expiry = '7d';
    this.problem = '';
  }
}

customElements.define('bo-ban-dialog', BoBanDialog);
