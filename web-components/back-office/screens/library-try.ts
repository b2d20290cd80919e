import { css, html, nothing } from 'lit';
import type { TryAnswer } from '../../../server/protocol/back-office.ts';
import type { ReasonView, Role } from '../../../server/protocol/frames.ts';
import type { Api } from '../api.ts';
import { translator } from '../locales/index.ts';
import words from '../locales/library.ts';
import { LocalizedElement } from '../localized.ts';
import { highlightedText } from '../parts/highlighted-text.ts';
import { categoryWords } from '../reason-words.ts';
import { shared } from '../styles/shared.ts';
import { announceFailure } from './announce-failure.ts';
import { debounce } from './debounce.ts';
import { fieldValue } from './field-value.ts';
import { filterStyles } from './filter-styles.ts';
import { ROLES, roleOf } from './roles.ts';

const t = translator(words);
const VERDICT = { allow: 'tryAllow', flag: 'tryFlag', hold: 'tryHold', reject: 'tryReject' } as const;
const TONE = { allow: 'accent', flag: 'accent', hold: 'warn', reject: 'danger' } as const;

/** A text box that says live what the filter would do, with what it saw highlighted. */
export class BoLibraryTry extends LocalizedElement {
  static override properties = {
    api: { attribute: false },
    text: { state: true },
    writer: { state: true },
    judged: { state: true },
  };
  declare api: Api;
  declare text: string;
  declare writer: Role;
  /** The verdict, with the text it is about. */
  declare judged: { text: string; answer: TryAnswer } | null;
  #soon = debounce(() => void this.judge());

  static override styles = [
    shared,
    filterStyles,
    css`
      .try { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 16px 24px; padding: 18px 20px; }
      h2 { grid-column: 1 / -1; }
      .fields { display: grid; gap: 10px; align-content: start; }
      .by { display: flex; gap: 8px; align-items: center; font-size: 13px; color: var(--bo-muted); }
      .by select { inline-size: auto; min-block-size: 32px; padding-block: 3px; }
      .result { display: grid; gap: 8px; align-content: start; justify-items: start; min-block-size: 88px; padding: 12px 16px; border-radius: 10px; background: var(--bo-ground); }
      .result.idle { align-content: center; color: var(--bo-muted); }
      .verdict { font-size: 13px; padding-block: 3px; }
      .judged { font-size: 15px; line-height: 1.6; white-space: pre-wrap; overflow-wrap: anywhere; max-block-size: 200px; overflow-y: auto; inline-size: 100%; }
      .why { display: flex; flex-wrap: wrap; gap: 4px 6px; }
      .why .pill { background: var(--bo-surface); border: 1px solid var(--bo-line); }
      @media (max-width: 720px) { .try { grid-template-columns: minmax(0, 1fr); padding: 16px; } }
    `,
  ];

  constructor() {
    super();
    this.text = '';
    this.writer = 'visitor';
    this.judged = null;
  }

  /** Asks again, as when the library changed. */
  async judge(): Promise<void> {
    const { text, writer: role } = this;
    if (text.trim() === '') return;
    try {
      const answer = await this.api.post<TryAnswer>('library/try', { text, role });
      if (text === this.text && role === this.writer) this.judged = { text, answer };
    } catch (error) {
      announceFailure(this, error);
    }
  }

  protected override render() {
    return html`<section class="surface try" aria-labelledby="try">
      <h2 id="try">${t('tryTitle')}</h2>
      <div class="fields">
        <textarea class="input" rows="3" maxlength="4000" aria-label=${t('tryLabel')} placeholder=${t('tryPlaceholder')}
          .value=${this.text} @input=${this.#type}></textarea>
        <div class="by">
          <label for="role">${t('tryRole')}</label>
          <select class="input" id="role" @change=${this.#chooseRole}>
            ${ROLES.map((role) => html`<option value=${role} ?selected=${role === this.writer}>${t(role)}</option>`)}
          </select>
        </div>
      </div>
      <div class="result ${this.judged ? '' : 'idle'}" role="status" aria-label=${t('tryResult')}>${this.#result()}</div>
    </section>`;
  }

  #result() {
    if (!this.judged) return html`<p>${t('tryIdle')}</p>`;
    const { text, answer } = this.judged;
    const spans = answer.reasons.flatMap((reason) => reason.spans);
    return html`<span class="pill verdict ${TONE[answer.verdict]}" data-test="verdict">${t(VERDICT[answer.verdict])}</span>
      <p class="judged">${highlightedText(text, spans)}</p>
      ${
        answer.reasons.length === 0
          ? html`<p class="small muted">${t('tryClean')}</p>`
          : html`<ul class="why" aria-label=${t('tryWhy')}>${answer.reasons.map((reason) => this.#reason(reason))}</ul>`
      }`;
  }

  #reason({ kind, category, entry }: ReasonView) {
    const words =
      kind === 'link' && !entry ? t('reasonLinkUnknown') : t(REASON[kind], { entry: entry ?? '' });
    return html`<li class="pill">${words}${entry && category ? html` · ${categoryWords(category)}` : nothing}</li>`;
  }

  #type = (event: Event) => {
    this.text = fieldValue(event);
    if (this.text.trim() === '') {
      this.#soon.cancel();
      this.judged = null;
    } else this.#soon.soon();
  };

  #chooseRole = (event: Event) => {
    this.writer = roleOf(fieldValue(event), 'visitor');
    void this.judge();
  };
}

const REASON = {
  term: 'reasonTerm',
  link: 'reasonLink',
  'personal-data': 'reasonPersonal-data',
  repetition: 'reasonRepetition',
  pace: 'reasonPace',
  newcomer: 'reasonNewcomer',
  shouting: 'reasonShouting',
  'filter-error': 'reasonFilter-error',
} as const satisfies Record<ReasonView['kind'], string>;

customElements.define('bo-library-try', BoLibraryTry);
