import '@awesome.me/webawesome/dist/components/dialog/dialog.js';
import { html, nothing } from 'lit';
import type { BadgeSettings, BadgeView, LedgerAnswer } from '../../../../server/protocol/recognition.ts';
import type { Api } from '../../api.ts';
import { translator } from '../../locales/index.ts';
import words from '../../locales/recognition.ts';
import { LocalizedElement } from '../../localized.ts';
import { problemWords } from '../../problem.ts';
import { shared } from '../../styles/shared.ts';
import { dialogStyles } from '../dialog-styles.ts';
import { fieldValue } from '../field-value.ts';
import { badgeName } from './badge-mark.ts';

const t = translator(words);

export type Giving = { kind: 'points' } | { kind: 'badge' } | { kind: 'take'; badge: BadgeView };
const MOST = 1000;

/** Points given or taken, a badge given or taken back, each with a reason. Fires `bo-given` with what to say. */
export class BoGiveDialog extends LocalizedElement {
  static override properties = {
    api: { attribute: false },
    of: { state: true },
    giving: { state: true },
    badges: { state: true },
    typed: { state: true },
    reason: { state: true },
    wrong: { state: true },
    problem: { state: true },
  };
  static override styles = [shared, dialogStyles];
  declare api: Api;
  declare of: LedgerAnswer | null;
  declare giving: Giving;
  /** Those the person does not have; null while they are asked for. */
  declare badges: BadgeSettings[] | null;
  /** Points as typed, or the badge's id. */
  declare typed: string;
  declare reason: string;
  declare wrong: 'points' | 'reason' | null;
  declare problem: string;

  constructor() {
    super();
    this.of = null;
    this.giving = { kind: 'points' };
    this.badges = null;
    this.#clear();
  }

  async show(of: LedgerAnswer, giving: Giving): Promise<void> {
    this.#clear();
    this.giving = giving;
    this.badges = null;
    this.of = of;
    if (giving.kind !== 'badge') return;
    try {
      const { items } = await this.api.get<{ items: BadgeSettings[] }>('recognition/badges');
      this.badges = items.filter(({ id }) => !of.badges.some((has) => has.id === id));
      this.typed = this.badges[0]?.id ?? '';
    } catch (error) {
      this.problem = problemWords(error);
    }
  }

  protected override render() {
    const name = this.of?.person.name ?? '';
    return html`<wa-dialog label=${this.#title(name)} ?open=${this.of !== null} @wa-after-hide=${this.#hidden}>
      <form novalidate @submit=${this.#submit}>
        ${this.#fields()}
        ${this.problem ? html`<p class="field-error" role="alert">${this.problem}</p>` : nothing}
        <div class="row actions">
          <button class="button" type="button" @click=${this.#close}>${t('cancel')}</button>
          <button class="button ${this.giving.kind === 'take' ? 'danger-primary' : 'primary'}" type="submit"
            ?disabled=${this.giving.kind === 'badge' && !this.typed}>${t(this.giving.kind === 'take' ? 'take' : 'giveNow')}</button>
        </div>
      </form>
    </wa-dialog>`;
  }

  #title(name: string): string {
    if (this.giving.kind === 'points') return t('giveTitle', { name });
    if (this.giving.kind === 'badge') return t('badgeGiveTitle', { name });
    return t('takeTitle', { name, badge: badgeName(this.giving.badge) });
  }

  #fields() {
    if (this.giving.kind === 'badge')
      return this.badges?.length === 0
        ? html`<p>${t('allBadges')}</p>`
        : html`${this.#badgeField()}${this.#reasonField(false)}`;
    const text = this.giving.kind === 'points' ? t('giveText') : t('takeText');
    return html`<p>${text}</p>${this.giving.kind === 'points' ? this.#pointsField() : nothing}${this.#reasonField(true)}`;
  }

  #pointsField() {
    const wrong = this.wrong === 'points';
    return html`<div class="field">
      <label for="points">${t('howMany')}</label>
      <input class="input" id="points" type="number" step="1" min=${-MOST} max=${MOST} autofocus aria-describedby="points-help"
        aria-invalid=${wrong ? 'true' : 'false'} .value=${this.typed} @input=${this.#type} />
      <span id="points-help" class=${wrong ? 'field-error' : 'hint'}>${t(wrong ? 'howManyWrong' : 'howManyHint')}</span>
    </div>`;
  }

  #badgeField() {
    return html`<div class="field">
      <label for="badge">${t('whichBadge')}</label>
      <select class="input" id="badge" @change=${this.#type}>
        ${(this.badges ?? []).map((badge) => html`<option value=${badge.id} ?selected=${badge.id === this.typed}>${badgeName(badge)}</option>`)}
      </select>
    </div>`;
  }

  #reasonField(isNeeded: boolean) {
    const wrong = this.wrong === 'reason';
    const type = (event: Event) => {
      this.reason = fieldValue(event);
      this.wrong = null;
    };
    return html`<div class="field">
      <label for="reason">${t(isNeeded ? 'reason' : 'reasonOptional')}</label>
      <input class="input" id="reason" maxlength="500" autocomplete="off" aria-describedby="reason-help"
        aria-invalid=${wrong ? 'true' : 'false'} .value=${this.reason} @input=${type} />
      <span id="reason-help" class=${wrong ? 'field-error' : 'hint'}>${t(wrong ? 'reasonMissing' : 'reasonHint')}</span>
    </div>`;
  }

  #type = (event: Event) => {
    this.typed = fieldValue(event);
    this.wrong = null;
  };

  #submit = async (event: Event) => {
    event.preventDefault();
    const { of } = this;
    if (!of) return;
    this.wrong = this.#wrongField();
    if (this.wrong) {
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
      return;
    }
    try {
      const said = await this.#send(of);
      this.of = null;
      this.dispatchEvent(new CustomEvent('bo-given', { detail: said }));
    } catch (error) {
      this.problem = problemWords(error);
    }
  };

  #wrongField(): 'points' | 'reason' | null {
    const points = Number(this.typed);
    const isNumber = Number.isInteger(points) && points !== 0 && Math.abs(points) <= MOST;
    if (this.giving.kind === 'points' && !isNumber) return 'points';
    return this.giving.kind !== 'badge' && this.reason.trim() === '' ? 'reason' : null;
  }

  async #send({ person }: LedgerAnswer): Promise<string> {
    const path = `people/${encodeURIComponent(person.id)}`;
    const reason = this.reason.trim();
    const { giving } = this;
    if (giving.kind === 'points') {
      await this.api.post(`${path}/points`, { points: Number(this.typed), reason });
      return t('givenToast', { name: person.name });
    }
    if (giving.kind === 'badge') {
      await this.api.post(`${path}/badges`, { badgeId: this.typed, reason: reason || null });
      return t('badgeGiven', { name: person.name });
    }
    await this.api.delete(`${path}/badges/${giving.badge.id}`, { reason });
    return t('badgeTaken');
  }

  #clear(): void {
    this.typed = '';
    this.reason = '';
    this.wrong = null;
    this.problem = '';
  }

  #close = () => {
    this.of = null;
  };

  #hidden = (event: Event) => {
    if (event.target === event.currentTarget) this.of = null;
  };
}

customElements.define('bo-give-dialog', BoGiveDialog);
