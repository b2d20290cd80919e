import { css, html, nothing } from 'lit';
import type { SiteSettings } from '../../../server/protocol/back-office.ts';
import type { Api } from '../api.ts';
import { ToastEvent } from '../events.ts';
import { translator } from '../locales/index.ts';
import words from '../locales/question-telling.ts';
import { LocalizedElement } from '../localized.ts';
import { shared } from '../styles/shared.ts';
import { announceFailure } from './announce-failure.ts';
import { fieldValue } from './field-value.ts';
import { DELAYS, type Delays, isDelay } from './question-delays.ts';
import { siteSettingsStyles } from './site-settings-styles.ts';

const t = translator(words);

/** When a question nobody took is told to every expert, and when they are reminded of it. */
export class BoQuestionTelling extends LocalizedElement {
  static override properties = {
    api: { attribute: false },
    saved: { attribute: false },
    edits: { state: true },
    checked: { state: true },
  };
  static override styles = [
    shared,
    siteSettingsStyles,
    css`
      .pair {
        display: grid;
        grid-template-columns: repeat(auto-fit, minmax(240px, 1fr));
        align-items: start;
        gap: 12px;
      }
      .pair .input {
        width: 120px;
      }
    `,
  ];
  declare api: Api;
  declare saved: SiteSettings;
  declare edits: Partial<Delays>;
  /** Whether Save was pressed: only then are fields found wrong. */
  declare checked: boolean;

  constructor() {
    super();
    this.edits = {};
    this.checked = false;
  }

  get #known(): Delays {
    const { widenAfterMinutes, remindAfterMinutes } = this.saved.community;
    return { widenAfterMinutes: String(widenAfterMinutes), remindAfterMinutes: String(remindAfterMinutes) };
  }

  protected override render() {
    const edited = Object.entries(this.edits).some(
      ([key, value]) => this.#known[key as keyof Delays] !== value,
    );
    return html`<form class="stack" novalidate @submit=${this.#submit} aria-label=${t('title')}>
      <div class="pair">
        ${this.#field('widenAfterMinutes', t('widen'), t('widenHint'))}
        ${this.#field('remindAfterMinutes', t('remind'), t('remindHint'))}
      </div>
      <div class="row">
        <button class="button primary" type="submit" ?disabled=${!edited}>${t('save')}</button>
        ${edited ? html`<button class="button quiet" type="button" @click=${this.#discard}>${t('discard')}</button>` : nothing}
      </div>
    </form>`;
  }

  #field(name: keyof Delays, label: string, hint: string) {
    const value = this.edits[name] ?? this.#known[name];
    const wrong = this.checked && !isDelay(value);
    return html`<div class="field">
      <label for=${name}>${label}</label>
      <input class="input" id=${name} type="number" min=${DELAYS.min} max=${DELAYS.max} inputmode="numeric"
        aria-invalid=${wrong ? 'true' : 'false'} aria-describedby="${name}-help" .value=${value}
        @input=${(event: Event) => this.#edit({ [name]: fieldValue(event) })} />
      <span id="${name}-help" class=${wrong ? 'field-error' : 'hint'}>${wrong ? t('wrong', DELAYS) : hint}</span>
    </div>`;
  }

  #edit(change: Partial<Delays>): void {
    this.edits = { ...this.edits, ...change };
  }

  #discard = () => {
    this.edits = {};
    this.checked = false;
  };

  #submit = async (event: Event) => {
    event.preventDefault();
    this.checked = true;
    const edits = Object.entries(this.edits) as [keyof Delays, string][];
    if (edits.some(([, value]) => !isDelay(value))) {
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
      return;
    }
    try {
      const community = Object.fromEntries(edits.map(([name, value]) => [name, Number(value)]));
      this.saved = await this.api.patch<SiteSettings>('site', { community });
      this.#discard();
      this.dispatchEvent(new ToastEvent({ text: t('saved') }));
    } catch (error) {
      announceFailure(this, error);
    }
  };
}

customElements.define('bo-question-telling', BoQuestionTelling);
