import { css, html } from 'lit';
import type { PageRule, TryUrlAnswer } from '../../../server/protocol/back-office.ts';
import type { Api } from '../api.ts';
import { translator } from '../locales/index.ts';
import words from '../locales/pages.ts';
import { LocalizedElement } from '../localized.ts';
import { shared } from '../styles/shared.ts';
import { announceFailure } from './announce-failure.ts';
import { debounce } from './debounce.ts';
import { fieldValue } from './field-value.ts';

const t = translator(words);

/** Says of a pasted address which of the saved rules decides, and what it says. */
export class BoTryUrl extends LocalizedElement {
  static override properties = {
    api: { attribute: false },
    rules: { attribute: false },
    edited: { attribute: false },
    url: { state: true },
    answer: { state: true },
  };
  static override styles = [
    shared,
    css`
      .try { display: grid; gap: 10px; padding: 14px 16px; border-radius: 12px; background: var(--bo-surface); border: 1px solid var(--bo-line); }
      .result { min-block-size: 42px; display: grid; align-content: center; font-size: 13px; overflow-wrap: anywhere; }
      .result strong { font-weight: 600; }
    `,
  ];
  declare api: Api;
  declare rules: PageRule[];
  declare edited: boolean;
  declare url: string;
  declare answer: TryUrlAnswer | 'not-address' | null;
  #soon = debounce(() => void this.#ask());

  constructor() {
    super();
    this.rules = [];
    this.edited = false;
    this.url = '';
    this.answer = null;
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('rules') && this.url !== '') this.#soon.soon();
  }

  protected override render() {
    return html`<div class="try">
      <div class="field">
        <label for="url">${t('tryTitle')}</label>
        <input class="input" id="url" type="url" inputmode="url" autocomplete="off" spellcheck="false"
          placeholder=${t('tryPlaceholder')} .value=${this.url} @input=${this.#type} />
      </div>
      <div class="result" role="status">${this.#result()}</div>
    </div>`;
  }

  #result() {
    const { answer } = this;
    if (answer === null) return html`<span class="muted">${t(this.edited ? 'tryUnsaved' : 'tryIdle')}</span>`;
    if (answer === 'not-address') return html`<span class="muted">${t('tryNotAddress')}</span>`;
    return html`<strong>${this.#decider(answer.ruleId)}</strong><span>${outcomeWords(answer)}</span>
      ${this.edited ? html`<span class="muted">${t('tryUnsaved')}</span>` : ''}`;
  }

  #decider(ruleId: string | null): string {
    const at = this.rules.findIndex((rule) => rule.id === ruleId);
    const rule = this.rules[at];
    if (!rule) return t('tryDefault');
    return t('tryRule', { n: at + 1, rule: `${t(rule.matchKind)} ${rule.matchValue}` });
  }

  #type = (event: Event) => {
    this.url = fieldValue(event).trim();
    if (this.url === '') {
      this.#soon.cancel();
      this.answer = null;
    } else this.#soon.soon();
  };

  async #ask(): Promise<void> {
    const { url } = this;
    if (!/^https?:\/\/\S+$/i.test(url) || !URL.canParse(url)) {
      this.answer = 'not-address';
      return;
    }
    try {
      const answer = await this.api.get<TryUrlAnswer>('page-rules/try', { url });
      if (url === this.url) this.answer = answer;
    } catch (error) {
      announceFailure(this, error);
    }
  }
}

function outcomeWords({ show, display, mode }: TryUrlAnswer): string {
  if (!show) return t('tryHidden');
  return t('tryShown', {
    display: t(display),
    mode: t(mode === 'open' ? 'modeWordsOpen' : 'modeWordsInvite'),
  });
}

customElements.define('bo-try-url', BoTryUrl);
