import { css, html, nothing } from 'lit';
import type { MatchKind, PageRule } from '../../../server/protocol/back-office.ts';
import { translator } from '../locales/index.ts';
import words from '../locales/pages.ts';
import { shared } from '../styles/shared.ts';
import { choiceStyles, choices } from './choices.ts';
import { DialogElement } from './dialog-element.ts';
import { dialogStyles } from './dialog-styles.ts';
import { fieldValue } from './field-value.ts';
import { filterStyles } from './filter-styles.ts';
import { emptyRule, type Problem, problemOf } from './page-rule-list.ts';

const t = translator(words);
const KINDS: MatchKind[] = ['is', 'starts-with', 'contains', 'pattern'];

/** One page rule. Fires `bo-rule` with what it became; nothing is saved on the server yet. */
export class BoRuleDialog extends DialogElement {
  static override properties = { rule: { state: true }, problem: { state: true } };
  static override styles = [
    shared,
    filterStyles,
    dialogStyles,
    choiceStyles,
    css`
      wa-dialog { --width: 560px; }
      .match { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1.3fr); gap: 12px; align-items: start; }
      .choices { grid-template-columns: 1fr 1fr; }
      @media (max-width: 560px) { .match { grid-template-columns: minmax(0, 1fr); } }
    `,
  ];
  declare rule: PageRule;
  declare problem: Problem | null;

  constructor() {
    super();
    this.rule = emptyRule('');
    this.problem = null;
  }

  show(rule: PageRule): void {
    this.rule = rule;
    this.problem = null;
    this.open = true;
  }

  protected override render() {
    return this.dialog(
      t('ruleTitle'),
      html`<form novalidate @submit=${this.#submit}>
        ${this.#matchFields()}
        <div class="stack">
          <span class="label" aria-hidden="true">${t('showLabel')}</span>
          ${choices(t('showLabel'), 'show', this.#showOptions(), this.rule.show ? 'yes' : 'no', (value) => this.#set({ show: value === 'yes' }))}
        </div>
        ${this.rule.show ? this.#shownFields() : nothing}
        <div class="row actions">
          <button class="button" type="button" @click=${this.close}>${t('cancel')}</button>
          <button class="button primary" type="submit">${t('keep')}</button>
        </div>
      </form>`,
    );
  }

  #matchFields() {
    const { matchKind, matchValue } = this.rule;
    const chooseKind = (event: Event) => {
      const chosen = fieldValue(event);
      this.#set({ matchKind: KINDS.find((kind) => kind === chosen) ?? matchKind });
    };
    return html`<div class="match">
      <div class="field">
        <label for="kind">${t('matchLabel')}</label>
        <select class="input" id="kind" @change=${chooseKind}>
          ${KINDS.map((kind) => html`<option value=${kind} ?selected=${kind === matchKind}>${t(kind)}</option>`)}
        </select>
      </div>
      <div class="field">
        <label for="value">${t('valueLabel')}</label>
        <input class="input" id="value" autofocus autocomplete="off" spellcheck="false" autocapitalize="off" inputmode="url" maxlength="2048"
          aria-describedby="value-help" aria-invalid=${this.problem ? 'true' : 'false'} .value=${matchValue}
          @input=${(event: Event) => this.#set({ matchValue: fieldValue(event) })} />
        <span id="value-help" class=${this.problem ? 'field-error' : 'hint'}>${
          this.problem ? t(this.problem) : t(matchKind === 'pattern' ? 'patternHint' : 'valueHint')
        }</span>
      </div>
    </div>`;
  }

  #showOptions() {
    return [
      { value: 'yes' as const, label: t('showYes') },
      { value: 'no' as const, label: t('showNo') },
    ];
  }

  #shownFields() {
    const { display, mode } = this.rule;
    const displays = (['launcher', 'in-place'] as const).map((value) => ({ value, label: t(value) }));
    const modes = [
      { value: 'site', label: t('modeSite') },
      { value: 'open', label: t('open') },
      { value: 'invite-only', label: t('invite-only') },
    ];
    const chooseMode = (event: Event) => {
      const chosen = fieldValue(event);
      this.#set({ mode: chosen === 'open' || chosen === 'invite-only' ? chosen : null });
    };
    return html`<div class="stack">
        <span class="label" aria-hidden="true">${t('displayLabel')}</span>
        ${choices(t('displayLabel'), 'display', displays, display, (value) => this.#set({ display: value }))}
      </div>
      <div class="field">
        <label for="mode">${t('modeLabel')}</label>
        <select class="input" id="mode" @change=${chooseMode}>
          ${modes.map(({ value, label }) => html`<option value=${value} ?selected=${value === (mode ?? 'site')}>${label}</option>`)}
        </select>
      </div>
      ${this.#textField('invitation', t('invitationLabel'), t('invitationHint'))} ${this.#textField('topic', t('topicLabel'))}`;
  }

  #textField(name: 'invitation' | 'topic', label: string, hint = '') {
    return html`<div class="field">
      <label for=${name}>${label}</label>
      <input class="input" id=${name} maxlength="120" autocomplete="off" .value=${this.rule[name] ?? ''}
        @input=${(event: Event) => this.#set({ [name]: fieldValue(event) })} />
      ${hint ? html`<span class="hint">${hint}</span>` : nothing}
    </div>`;
  }

  #set(change: Partial<PageRule>): void {
    this.rule = { ...this.rule, ...change };
    this.problem = null;
  }

  #submit = (event: Event) => {
    event.preventDefault();
    this.problem = problemOf(this.rule);
    if (this.problem) return;
    const { matchValue, invitation, topic } = this.rule;
    const texts = {
      matchValue: matchValue.trim(),
      invitation: invitation?.trim() || null,
      topic: topic?.trim() || null,
    };
    this.open = false;
    this.dispatchEvent(new CustomEvent('bo-rule', { detail: { ...this.rule, ...texts } }));
  };
}

customElements.define('bo-rule-dialog', BoRuleDialog);
