import { css, html } from 'lit';
import type { Role } from '../../../../server/protocol/frames.ts';
import type { LibraryDraft, TryAnswer } from '../../../../server/protocol/library.ts';
import type { Api } from '../../api.ts';
import { translator } from '../../locales/index.ts';
import words from '../../locales/library-try.ts';
import { LocalizedElement } from '../../localized.ts';
import { routeUrl } from '../../router.ts';
import { shared } from '../../styles/shared.ts';
import { announceFailure } from '../announce-failure.ts';
import { debounce } from '../debounce.ts';
import { fieldValue } from '../field-value.ts';
import { filterStyles } from '../filter-styles.ts';
import { ROLES, roleOf } from '../roles.ts';
import { languageWords } from './entry-words.ts';
import { isOtherDraft } from './other-draft.ts';
import { type Judged, tryResult, tryResultStyles } from './try-result.ts';

const t = translator(words);
const LANGUAGES = ['fr', 'en'] as const;

/** A text box that says live what the filter would do, with what it saw highlighted. */
export class BoLibraryTryText extends LocalizedElement {
  static override properties = {
    api: { attribute: false },
    site: { attribute: false },
    draft: { attribute: false, hasChanged: isOtherDraft },
    text: { state: true },
    writer: { state: true },
    language: { state: true },
    judged: { state: true },
  };
  declare api: Api;
  /** The site whose entries reasons lead to; null leads nowhere. */
  declare site: string | null;
  /** Changes not saved yet, judged with the library. */
  declare draft: LibraryDraft | null;
  declare text: string;
  declare writer: Role;
  declare language: string | null;
  declare judged: Judged | null;
  #soon = debounce(() => void this.judge());
  #turn = 0;

  static override styles = [
    shared,
    filterStyles,
    tryResultStyles,
    css`
      .try { display: grid; grid-template-columns: minmax(0, 1fr) minmax(0, 1fr); gap: 16px 24px; }
      :host([bare]) .try { grid-template-columns: minmax(0, 1fr); gap: 12px; }
      .fields { display: grid; gap: 12px; align-content: start; }
      .by { display: flex; flex-wrap: wrap; gap: 8px 16px; align-items: center; font-size: 13px; color: var(--bo-muted); }
      .by label { display: flex; gap: 8px; align-items: center; }
      .by select { inline-size: auto; min-block-size: 32px; padding-block: 3px; }
      .result { display: grid; gap: 10px; align-content: start; justify-items: start; min-block-size: 132px; padding: 16px 18px; border: 1px solid var(--bo-line); border-radius: 12px; background: var(--bo-surface); }
      :host([bare]) .result { min-block-size: 72px; padding: 12px 14px; background: var(--bo-ground); border-color: transparent; }
      .result.idle { align-content: center; justify-items: center; color: var(--bo-muted); background: none; border-style: dashed; }
      @media (max-width: 720px) {
        .try { grid-template-columns: minmax(0, 1fr); }
        .by { display: grid; grid-template-columns: repeat(auto-fit, minmax(150px, 1fr)); }
        .by label { display: grid; gap: 4px; }
        .by select { inline-size: 100%; min-block-size: 40px; }
      }
    `,
  ];

  constructor() {
    super();
    this.site = null;
    this.draft = null;
    this.text = '';
    this.writer = 'visitor';
    this.language = null;
    this.judged = null;
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has('draft') && this.text.trim() !== '') this.#soon.soon();
  }

  override disconnectedCallback(): void {
    this.#soon.cancel();
    super.disconnectedCallback();
  }

  /** Asks again, as when the library changed; an answer about an earlier text is dropped. */
  async judge(): Promise<void> {
    const { text, writer: role, language, draft } = this;
    if (text.trim() === '') return;
    const turn = ++this.#turn;
    try {
      const body = { text, role, ...(language ? { language } : {}), ...(draft ? { draft } : {}) };
      const answer = await this.api.post<TryAnswer>('library/try', body);
      if (turn === this.#turn && this.text.trim() !== '') this.judged = { text, answer };
    } catch (error) {
      if (turn === this.#turn) announceFailure(this, error);
    }
  }

  protected override render() {
    const site = this.site;
    const entryUrl =
      site === null
        ? null
        : (entry: string) => routeUrl(site, 'library', new URLSearchParams({ q: entry, entry }));
    return html`<div class="try">
      <div class="fields">
        <textarea class="input" rows="5" maxlength="4000" aria-label=${t('label')} placeholder=${t('placeholder')}
          .value=${this.text} @input=${this.#type}></textarea>
        <div class="by">${this.#roleField()} ${this.#languageField()}</div>
      </div>
      <div class="result ${this.judged ? '' : 'idle'}" role="status" aria-label=${t('result')}>${
        this.judged ? tryResult(this.judged, this.draft !== null, entryUrl) : html`<p>${t('idle')}</p>`
      }</div>
    </div>`;
  }

  #roleField() {
    return html`<label>${t('role')}
      <select class="input" @change=${this.#chooseRole}>
        ${ROLES.map((role) => html`<option value=${role} .selected=${role === this.writer}>${t(role)}</option>`)}
      </select></label>`;
  }

  #languageField() {
    return html`<label>${t('language')}
      <select class="input" @change=${this.#chooseLanguage}>
        <option value="" .selected=${this.language === null}>${t('anyLanguage')}</option>
        ${LANGUAGES.map((tag) => html`<option value=${tag} .selected=${tag === this.language}>${languageWords(tag)}</option>`)}
      </select></label>`;
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

  #chooseLanguage = (event: Event) => {
    this.language = fieldValue(event) || null;
    void this.judge();
  };
}

customElements.define('bo-library-try-text', BoLibraryTryText);
