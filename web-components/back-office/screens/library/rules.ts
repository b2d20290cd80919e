import '@awesome.me/webawesome/dist/components/switch/switch.js';
import './order-number-field.ts';
import { html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Role } from '../../../../server/protocol/frames.ts';
import type { LibraryRules } from '../../../../server/protocol/library.ts';
import { translator } from '../../locales/index.ts';
import words from '../../locales/library-rules.ts';
import '../../parts/list-state.ts';
import { shared } from '../../styles/shared.ts';
import { fieldValue } from '../field-value.ts';
import { filterStyles } from '../filter-styles.ts';
import { LoadedOne } from '../loaded-one.ts';
import { ROLES } from '../roles.ts';
import { Screen } from '../screen.ts';
import { rulesStyles } from './rules-styles.ts';

const t = translator(words);
type Policy = LibraryRules['linkPolicy'][Role];
type Switch = 'personalData' | 'repetition' | 'pace' | 'newcomerLinks' | 'shouting';
const POLICIES = ['none', 'allowed-only', 'any-but-forbidden'] as const satisfies readonly Policy[];
const MOST_HELD = 50;

/** What is watched beside words and links. Every change is in force at once and can be taken back. */
export class BoLibraryRules extends Screen {
  static override styles = [shared, filterStyles, rulesStyles];
  #loaded = new LoadedOne<LibraryRules>(this, {
    fetch: () => this.api.get<LibraryRules>('library/rules'),
    failed: (error) => this.failed(error),
  });

  override async refresh(): Promise<void> {
    await this.#loaded.read(this.site.id);
  }

  protected override render() {
    const { state, problem, value } = this.#loaded;
    return html`<div class="stack"><p class="muted">${t('lead')}</p>
      <bo-list-state .state=${state} .rows=${6} text=${problem} @bo-retry=${() => this.#loaded.retry(this.site.id)}>
        ${value ? this.#sections(value) : nothing}
      </bo-list-state></div>`;
  }

  #sections(rules: LibraryRules) {
    return html`
      ${section(
        t('linksTitle'),
        t('linksLead'),
        html`${ROLES.map((role) => this.#policy(rules, role))} ${this.#switch(rules, 'newcomerLinks')}`,
      )}
      ${section(
        t('privacyTitle'),
        t('privacyLead'),
        html`${this.#switch(rules, 'personalData')}
          <bo-order-number-field .saved=${rules.orderNumber}
            @bo-order-number=${({ detail }: CustomEvent<string | null>) => this.#change(rules, { orderNumber: detail })}></bo-order-number-field>`,
      )}
      ${section(
        t('behaviourTitle'),
        t('behaviourLead'),
        (['repetition', 'pace', 'shouting'] as const).map((rule) => this.#switch(rules, rule)),
      )}
      ${section(t('newcomersTitle'), t('newcomersLead'), this.#newcomers(rules))}`;
  }

  #policy(rules: LibraryRules, role: Role) {
    const choose = (event: Event) => {
      const policy = POLICIES.find((known) => known === fieldValue(event));
      if (policy) void this.#change(rules, { linkPolicy: { ...rules.linkPolicy, [role]: policy } });
    };
    return html`<div class="role">
      <label for=${role}>${t(role)}</label>
      <select class="input" id=${role} @change=${choose}>
        ${POLICIES.map((policy) => html`<option value=${policy} .selected=${live(policy === rules.linkPolicy[role])}>${t(policy)}</option>`)}
      </select>
    </div>`;
  }

  #switch(rules: LibraryRules, rule: Switch) {
    const hint = {
      personalData: 'personalDataHint',
      repetition: 'repetitionHint',
      pace: 'paceHint',
      newcomerLinks: 'newcomerLinksHint',
      shouting: 'shoutingHint',
    } as const;
    return html`<wa-switch size="s" .checked=${live(rules[rule])} hint=${t(hint[rule])}
      @change=${(event: Event) => this.#change(rules, { [rule]: (event.target as HTMLInputElement).checked })}>${t(rule)}</wa-switch>`;
  }

  #newcomers(rules: LibraryRules) {
    const choose = (event: Event) => {
      const wanted = Math.round(Number(fieldValue(event)));
      const newcomerHeld = Math.min(MOST_HELD, Math.max(0, Number.isFinite(wanted) ? wanted : 0));
      (event.target as HTMLInputElement).value = String(newcomerHeld);
      if (newcomerHeld !== rules.newcomerHeld) void this.#change(rules, { newcomerHeld });
    };
    return html`<div class="number">
      <label class="label" for="newcomers">${t('newcomerHeld')}</label>
      <input class="input" id="newcomers" type="number" min="0" max=${MOST_HELD} inputmode="numeric" aria-describedby="newcomers-help"
        .value=${String(rules.newcomerHeld)} @change=${choose} />
      <span class="hint" id="newcomers-help">${t('newcomerHeldHint')}</span>
    </div>`;
  }

  async #change(rules: LibraryRules, change: Partial<LibraryRules>): Promise<void> {
    const fields = Object.keys(change) as (keyof LibraryRules)[];
    const before: Partial<LibraryRules> = Object.fromEntries(fields.map((field) => [field, rules[field]]));
    const done = await this.attempt(() => this.api.patch('library/rules', change));
    if (done) this.toast({ text: t('saved'), undo: () => this.#back(before) });
    await this.refresh();
  }

  async #back(before: Partial<LibraryRules>): Promise<void> {
    await this.attempt(() => this.api.patch('library/rules', before));
    await this.refresh();
  }
}

function section(title: string, lead: string, content: unknown) {
  return html`<section>
    <div><h2>${title}</h2><p class="muted small">${lead}</p></div>
    <div class="set">${content}</div>
  </section>`;
}

customElements.define('bo-library-rules', BoLibraryRules);
