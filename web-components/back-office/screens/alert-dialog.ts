import { html } from 'lit';
import {
  ALERT_DEGREES,
  type AlertDegree,
  type AlertSubject,
  type NewAlert,
} from '../../../server/protocol/moderators.ts';
import type { Api } from '../api.ts';
import words from '../locales/alerts.ts';
import { translator } from '../locales/index.ts';
import { problemWords } from '../problem.ts';
import { shared } from '../styles/shared.ts';
import { choiceStyles, choices } from './choices.ts';
import { DialogElement } from './dialog-element.ts';
import { dialogStyles } from './dialog-styles.ts';
import { fieldValue } from './field-value.ts';

const t = translator(words);

/** Calls the community managers to something, with a note. Fires `bo-alerted`. */
export class BoAlertDialog extends DialogElement {
  static override properties = {
    api: { attribute: false },
    note: { state: true },
    subjects: { state: true },
    about: { state: true },
    degree: { state: true },
    problem: { state: true },
  };
  static override styles = [shared, choiceStyles, dialogStyles];
  declare api: Api;
  declare note: string;
  declare subjects: readonly AlertSubject[];
  declare about: AlertSubject['kind'];
  declare degree: AlertDegree;
  declare problem: string;

  constructor() {
    super();
    this.subjects = [];
    this.about = 'message';
    this.#clear();
  }

  /** @param subjects what it may be about, the most likely first */
  show(subjects: readonly [AlertSubject, ...AlertSubject[]]): void {
    this.#clear();
    this.subjects = subjects;
    this.about = subjects[0].kind;
    this.open = true;
  }

  protected override render() {
    const options = ALERT_DEGREES.map((value) => ({ value, label: t(value), hint: t(`${value}Hint`) }));
    const choose = (degree: AlertDegree) => {
      this.degree = degree;
    };
    return this.dialog(
      t('raiseTitle'),
      html`<form novalidate @submit=${this.#submit}>
        <div class="field">
          <label for="note">${t('note')}</label>
          <textarea class="input" id="note" rows="3" autofocus maxlength="2000" aria-describedby="note-help"
            aria-invalid=${this.problem ? 'true' : 'false'} .value=${this.note} @input=${this.#type}></textarea>
          <span id="note-help" class=${this.problem ? 'field-error' : 'hint'}>${this.problem || t('raiseText')}</span>
        </div>
        <div class="field">
          <label for="about">${t('about')}</label>
          <select class="input" id="about" @change=${this.#chooseAbout}>
            ${this.subjects.map(({ kind }) => html`<option value=${kind} ?selected=${kind === this.about}>${t(`about_${kind}`)}</option>`)}
          </select>
        </div>
        ${choices(t('degree'), 'degree', options, this.degree, choose)}
        <div class="row actions">
          <button class="button" type="button" @click=${this.close}>${t('cancel')}</button>
          <button class="button primary" type="submit">${t('raise')}</button>
        </div>
      </form>`,
    );
  }

  #submit = async (event: Event) => {
    event.preventDefault();
    const note = this.note.trim();
    const about = this.subjects.find(({ kind }) => kind === this.about);
    if (!about) return;
    if (note === '') {
      this.problem = t('noteMissing');
      return;
    }
    try {
      await this.api.post('alerts', { about, note, degree: this.degree } satisfies NewAlert);
      this.open = false;
      this.dispatchEvent(new Event('bo-alerted'));
    } catch (error) {
      this.problem = problemWords(error);
    }
  };

  #type = (event: Event) => {
    this.note = fieldValue(event);
    this.problem = '';
  };

  #chooseAbout = (event: Event) => {
    const chosen = fieldValue(event);
    this.about = this.subjects.find(({ kind }) => kind === chosen)?.kind ?? this.about;
  };

  #clear(): void {
    this.note = '';
    this.degree = 'look';
    this.problem = '';
  }
}

customElements.define('bo-alert-dialog', BoAlertDialog);

declare global {
  interface HTMLElementTagNameMap {
    'bo-alert-dialog': BoAlertDialog;
  }
}
