import './rule-dialog.ts';
import './try-url.ts';
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { PageRule } from '../../../server/protocol/back-office.ts';
import type { Api } from '../api.ts';
import { ToastEvent } from '../events.ts';
import { icon } from '../icons/index.ts';
import { translator } from '../locales/index.ts';
import words from '../locales/pages.ts';
import { LocalizedElement } from '../localized.ts';
import { shared } from '../styles/shared.ts';
import { announceFailure } from './announce-failure.ts';
import { emptyRule, moveRule, sameRules, withoutRule, withRule } from './page-rule-list.ts';
import { pageRulesStyles } from './page-rules-styles.ts';
import type { BoRuleDialog } from './rule-dialog.ts';

const t = translator(words);

/** The ordered page rules: edited as a draft, saved as a whole. Fires `bo-saved`. */
export class BoPageRules extends LocalizedElement {
  static override properties = {
    api: { attribute: false },
    saved: { attribute: false },
    draft: { state: true },
  };
  static override styles = [shared, pageRulesStyles];
  declare api: Api;
  declare saved: PageRule[];
  /** What is being edited; null while nothing differs from what is saved. */
  declare draft: PageRule[] | null;
  #made = 0;

  constructor() {
    super();
    this.saved = [];
    this.draft = null;
  }

  get #rules(): PageRule[] {
    return this.draft ?? this.saved;
  }

  protected override render() {
    const rules = this.#rules;
    return html`<div class="stack">
      ${rules.length === 0 ? this.#none() : this.#list(rules)}
      <div class="row">
        <button class="button small" type="button" @click=${this.#add}>${icon('plus')}${t('addRule')}</button>
        ${this.draft ? this.#saveBar() : nothing}
      </div>
      <bo-try-url .api=${this.api} .rules=${this.saved} .edited=${this.draft !== null}></bo-try-url>
      <bo-rule-dialog @bo-rule=${this.#kept}></bo-rule-dialog>
    </div>`;
  }

  #none() {
    return html`<div class="none"><p class="title">${t('noRulesTitle')}</p><p class="muted small">${t('noRulesText')}</p></div>`;
  }

  #list(rules: PageRule[]) {
    return html`<ol class="list rules" aria-label=${t('rules')}>${repeat(
      rules,
      (rule) => rule.id,
      (rule, index) => this.#rule(rule, index, rules.length),
    )}</ol>`;
  }

  #rule(rule: PageRule, index: number, length: number) {
    const n = index + 1;
    return html`<li>
      <span class="number muted" aria-hidden="true">${n}</span>
      <div class="what">
        <p>${t(rule.matchKind)} <code>${rule.matchValue}</code></p>
        <p class="small muted">${effectWords(rule)}</p>
      </div>
      <div class="row tools">
        <button class="button small icon" type="button" data-move="up" aria-label=${t('moveUp', { n })} ?disabled=${index === 0}
          @click=${() => this.#move(rule.id, -1)}>${icon('up')}</button>
        <button class="button small icon" type="button" data-move="down" aria-label=${t('moveDown', { n })} ?disabled=${n === length}
          @click=${() => this.#move(rule.id, 1)}>${icon('down')}</button>
        <button class="button small icon" type="button" aria-label=${t('editOf', { n })} @click=${() => this.#edit(rule)}>${icon('pencil')}</button>
        <button class="button small icon danger" type="button" aria-label=${t('deleteOf', { n })} @click=${() => this.#delete(rule)}>${icon('trash')}</button>
      </div>
    </li>`;
  }

  #saveBar() {
    return html`<span class="unsaved small" role="status">${t('unsaved')}</span>
      <button class="button small quiet" type="button" @click=${this.#discard}>${t('discard')}</button>
      <button class="button small primary" type="button" @click=${this.#save}>${t('saveRules')}</button>`;
  }

  #add = () => {
    this.#made += 1;
    this.#edit(emptyRule(`new-${this.#made}`));
  };

  #edit(rule: PageRule): void {
    this.renderRoot.querySelector<BoRuleDialog>('bo-rule-dialog')?.show(rule);
  }

  #kept = (event: CustomEvent<PageRule>) => this.#change(withRule(this.#rules, event.detail));

  #delete(rule: PageRule): void {
    const before = this.#rules;
    this.#change(withoutRule(this.#rules, rule.id));
    const undo = async () => this.#change(before);
    this.dispatchEvent(new ToastEvent({ text: t('deleted'), undo }));
  }

  /** The button that moved the rule keeps the focus, or its neighbour when the rule has come to an end. */
  async #move(id: string, by: -1 | 1): Promise<void> {
    this.#change(moveRule(this.#rules, id, by));
    await this.updateComplete;
    const place = this.#rules.findIndex((rule) => rule.id === id);
    const row = this.renderRoot.querySelectorAll('.rules > li')[place];
    const wanted = row?.querySelector<HTMLButtonElement>(`[data-move=${by === -1 ? 'up' : 'down'}]`);
    const usable = wanted?.disabled ? row?.querySelector<HTMLButtonElement>('[data-move]:enabled') : wanted;
    usable?.focus();
    this.dispatchEvent(new ToastEvent({ text: t('moved', { n: place + 1 }) }));
  }

  #change(rules: PageRule[]): void {
    this.draft = sameRules(rules, this.saved) ? null : rules;
  }

  #discard = () => {
    this.draft = null;
  };

  #save = async () => {
    try {
      const { items } = await this.api.put<{ items: PageRule[] }>('page-rules', { rules: this.#rules });
      this.saved = items;
      this.draft = null;
      this.dispatchEvent(new ToastEvent({ text: t('rulesSaved') }));
      this.dispatchEvent(new Event('bo-saved'));
    } catch (error) {
      announceFailure(this, error);
    }
  };
}

function effectWords({ show, display, mode, invitation, topic }: PageRule): string {
  if (!show) return t('hide');
  const who = mode === 'open' ? t('ruleOpen') : mode === 'invite-only' ? t('ruleInvite') : null;
  const quoted = invitation && t('quoted', { text: invitation });
  return [`${t('show')}, ${t(display)}`, who, quoted, topic].filter(Boolean).join(' · ');
}

customElements.define('bo-page-rules', BoPageRules);
