import { html, nothing } from 'lit';
import { BADGE_COLOURS, BADGE_ICONS, BADGE_RULES } from '../../../../server/protocol/recognition.ts';
import { translator } from '../../locales/index.ts';
import words from '../../locales/recognition.ts';
import { shared } from '../../styles/shared.ts';
import { DialogElement } from '../dialog-element.ts';
import { dialogStyles } from '../dialog-styles.ts';
import { fieldValue } from '../field-value.ts';
import { badgeDialogStyles } from './badge-dialog-styles.ts';
import { type BadgeProblem, badgeProblem, emptyBadge, type KeyedBadge, tidyBadge } from './badge-list.ts';
import { badgeIcon, badgeMark, badgeStyles } from './badge-mark.ts';

const t = translator(words);
const RULE_WORDS = { hand: 'hand', points: 'byPoints', accepted: 'byAccepted', thanks: 'byThanks' } as const;

/** One badge. Fires `bo-badge` with what it became; nothing is saved on the server yet. */
export class BoBadgeDialog extends DialogElement {
  static override properties = { badge: { state: true }, problem: { state: true } };
  static override styles = [shared, dialogStyles, badgeStyles, badgeDialogStyles];
  declare badge: KeyedBadge;
  declare problem: BadgeProblem | null;

  constructor() {
    super();
    this.badge = emptyBadge('');
    this.problem = null;
  }

  show(badge: KeyedBadge): void {
    this.badge = badge;
    this.problem = null;
    this.open = true;
  }

  protected override render() {
    return this.dialog(
      t('badgeTitle'),
      html`<form novalidate @submit=${this.#submit}>
        <div class="two">${this.#nameField('fr')} ${this.#nameField('en')}</div>
        <p id="name-help" class=${this.problem === 'name' ? 'field-error' : 'hint'}>${t(this.problem === 'name' ? 'nameMissing' : 'nameHint')}</p>
        ${this.#icons()} ${this.#colours()} ${this.#rule()} ${this.#preview()}
        <div class="row actions">
          <button class="button" type="button" @click=${this.close}>${t('cancel')}</button>
          <button class="button primary" type="submit">${t('keep')}</button>
        </div>
      </form>`,
    );
  }

  #nameField(language: 'fr' | 'en') {
    const { name } = this.badge;
    const isWrong = this.problem === 'name' && name[language].trim() === '';
    const type = (event: Event) => this.#set({ name: { ...name, [language]: fieldValue(event) } });
    return html`<div class="field">
      <label for=${language}>${t(language === 'fr' ? 'nameFr' : 'nameEn')}</label>
      <input class="input" id=${language} maxlength="30" autocomplete="off" ?autofocus=${language === 'fr'} aria-describedby="name-help"
        aria-invalid=${isWrong ? 'true' : 'false'} .value=${name[language]} @input=${type} />
    </div>`;
  }

  #icons() {
    return html`<fieldset class="picks ${this.badge.colour}">
      <legend>${t('icon')}</legend>
      ${BADGE_ICONS.map(
        (
          icon,
        ) => html`<label class="pick"><input type="radio" name="icon" value=${icon} .checked=${icon === this.badge.icon}
          @change=${() => this.#set({ icon })} />${badgeIcon(icon)}<span class="visually-hidden">${t(`icon_${icon}`)}</span></label>`,
      )}
    </fieldset>`;
  }

  #colours() {
    return html`<fieldset class="picks">
      <legend>${t('colour')}</legend>
      ${BADGE_COLOURS.map(
        (colour) => html`<label class="pick ${colour}"><input type="radio" name="colour" value=${colour}
          .checked=${colour === this.badge.colour} @change=${() => this.#set({ colour })} /><i class="dot" aria-hidden="true"></i>
          <span class="visually-hidden">${t(colour)}</span></label>`,
      )}
    </fieldset>`;
  }

  #rule() {
    const { rule } = this.badge;
    const choose = (event: Event) => {
      const chosen = BADGE_RULES.find((each) => each === fieldValue(event));
      if (chosen) this.#set({ rule: chosen });
    };
    return html`<div class="two">
        <div class="field">
          <label for="rule">${t('ruleLabel')}</label>
          <select class="input" id="rule" @change=${choose}>
            ${BADGE_RULES.map((each) => html`<option value=${each} ?selected=${each === rule}>${t(RULE_WORDS[each])}</option>`)}
          </select>
          ${rule === 'hand' ? html`<span class="hint">${t('handHint')}</span>` : nothing}
        </div>
        ${rule === 'hand' ? nothing : this.#neededField()}
      </div>
      ${rule === 'accepted' || rule === 'thanks' ? this.#topicField() : nothing}`;
  }

  #neededField() {
    const wrong = this.problem === 'needed';
    const type = (event: Event) => this.#set({ needed: Number(fieldValue(event)) || null });
    return html`<div class="field">
      <label for="needed">${t('needed')}</label>
      <input class="input" id="needed" type="number" min="1" max="100000" inputmode="numeric" aria-describedby="needed-help"
        aria-invalid=${wrong ? 'true' : 'false'} .value=${String(this.badge.needed ?? '')} @input=${type} />
      <span id="needed-help" class="field-error">${wrong ? t('neededWrong') : ''}</span>
    </div>`;
  }

  #topicField() {
    return html`<div class="field">
      <label for="topic">${t('topic')}</label>
      <input class="input" id="topic" maxlength="120" autocomplete="off" aria-describedby="topic-help" .value=${this.badge.topic ?? ''}
        @input=${(event: Event) => this.#set({ topic: fieldValue(event) })} />
      <span id="topic-help" class="hint">${t('topicHint')}</span>
    </div>`;
  }

  #preview() {
    const { name, icon, colour } = this.badge;
    const shown = { fr: name.fr || t('badgeTitle'), en: name.en || t('badgeTitle') };
    return html`<div class="row"><span class="label">${t('preview')}</span>${badgeMark({ name: shown, icon, colour })}</div>`;
  }

  #set(change: Partial<KeyedBadge>): void {
    this.badge = { ...this.badge, ...change };
    this.problem = null;
  }

  #submit = async (event: Event) => {
    event.preventDefault();
    const badge = tidyBadge(this.badge);
    this.problem = badgeProblem(badge);
    if (this.problem) {
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
      return;
    }
    this.open = false;
    this.dispatchEvent(new CustomEvent('bo-badge', { detail: badge }));
  };
}

customElements.define('bo-badge-dialog', BoBadgeDialog);
