import { css, html, nothing } from 'lit';
import type {
  ChangedAnswer,
  VocabularyDifference,
  VocabularyRow,
} from '../../../../server/protocol/library.ts';
import type { Api } from '../../api.ts';
import { translator } from '../../locales/index.ts';
import common from '../../locales/library.ts';
import words from '../../locales/library-vocabularies.ts';
import '../../parts/list-state.ts';
import { categoryWords } from '../../reason-words.ts';
import { shared } from '../../styles/shared.ts';
import { announceFailure } from '../announce-failure.ts';
import { DialogElement } from '../dialog-element.ts';
import { LoadedOne } from '../loaded-one.ts';
import { languageWords } from './entry-words.ts';

const t = translator(words);
const c = translator(common);
const OUTCOMES = ['new', 'gone'] as const satisfies readonly VocabularyDifference['outcome'][];

/** What a newer starter list says otherwise, taken line by line. Fires `bo-accepted` (a CustomEvent of ChangedAnswer). */
export class BoLibraryVocabularyDialog extends DialogElement {
  static override properties = {
    api: { attribute: false },
    name: { state: true },
    language: { state: true },
    taken: { state: true },
    busy: { state: true },
  };
  declare api: Api;
  declare name: string;
  declare language: string;
  declare taken: ReadonlySet<string>;
  declare busy: boolean;

  #loaded = new LoadedOne<VocabularyDifference[]>(this, {
    fetch: async (name) => {
      const { items } = await this.api.get<{ items: VocabularyDifference[] }>(`${path(name)}/difference`);
      return items;
    },
    failed: (error) => announceFailure(this, error),
  });

  static override styles = [
    shared,
    css`
      wa-dialog { --width: min(520px, calc(100vw - 32px)); }
      form { display: grid; gap: 14px; grid-template-columns: minmax(0, 1fr); }
      .lines { max-block-size: 46vh; overflow-y: auto; border: 1px solid var(--bo-line); border-radius: 10px; }
      .lines h3 { position: sticky; inset-block-start: 0; padding: 8px 14px; background: var(--bo-ground); color: var(--bo-muted); }
      .lines p { padding: 0 14px 8px; background: var(--bo-ground); }
      .lines label { display: flex; gap: 10px; align-items: center; padding: 8px 14px; cursor: pointer; overflow-wrap: anywhere; }
      .lines label:hover { background: var(--bo-ground); }
      .lines input { accent-color: var(--bo-accent); inline-size: 18px; block-size: 18px; margin: 0; flex: none; }
      .lines label > span:last-child { margin-inline-start: auto; white-space: nowrap; }
      .all { justify-self: start; margin-inline-start: -8px; }
      .actions { justify-content: flex-end; }
    `,
  ];

  constructor() {
    super();
    this.name = '';
    this.language = '';
    this.taken = new Set();
    this.busy = false;
  }

  /** Opens it on the differences of this list; none is taken yet. */
  show({ name, language }: VocabularyRow): void {
    this.name = name;
    this.language = language;
    this.taken = new Set();
    this.open = true;
    void this.#loaded.retry(name);
  }

  protected override render() {
    const { state, problem, value } = this.#loaded;
    const none = state === 'ready' && value?.length === 0;
    return this.dialog(
      t('dialogTitle', { name: languageWords(this.language) }),
      html`<form @submit=${this.#submit}>
        <p class="muted">${t('dialogText')}</p>
        <bo-list-state .state=${none ? 'empty' : state} heading=${none ? t('sameTitle') : ''} text=${none ? t('sameText') : problem}
          @bo-retry=${() => this.#loaded.retry(this.name)}>${value ? this.#lines(value) : nothing}</bo-list-state>
        <div class="row actions">
          <button class="button" type="button" @click=${this.close}>${c('cancel')}</button>
          <button class="button primary" type="submit" ?disabled=${this.taken.size === 0 || this.busy}>${t('accept', { count: this.taken.size })}</button>
        </div>
      </form>`,
    );
  }

  #lines(differences: VocabularyDifference[]) {
    const all = this.taken.size === differences.length;
    const takeAll = () => {
      this.taken = new Set(all ? [] : differences.map(({ text }) => text));
    };
    return html`<div class="stack">
      <button class="button small quiet all" type="button" @click=${takeAll}>${t(all ? 'none' : 'all')}</button>
      <div class="lines">${OUTCOMES.map((outcome) => this.#group(outcome, differences))}</div>
    </div>`;
  }

  #group(outcome: VocabularyDifference['outcome'], differences: VocabularyDifference[]) {
    const lines = differences.filter((difference) => difference.outcome === outcome);
    if (lines.length === 0) return nothing;
    return html`<h3>${t(outcome)} · ${lines.length}</h3>${outcome === 'gone' ? html`<p class="hint">${t('goneHint')}</p>` : nothing}
      <ul>${lines.map(
        ({ text, category }) => html`<li><label>
          <input type="checkbox" .checked=${this.taken.has(text)} @change=${() => this.#take(text)} />
          <span>${text}</span><span class="muted small">${categoryWords(category)}</span>
        </label></li>`,
      )}</ul>`;
  }

  #take(text: string): void {
    const taken = new Set(this.taken);
    if (!taken.delete(text)) taken.add(text);
    this.taken = taken;
  }

  #submit = async (event: Event) => {
    event.preventDefault();
    this.busy = true;
    try {
      const detail = await this.api.post<ChangedAnswer>(path(this.name), { accept: [...this.taken] });
      this.open = false;
      this.dispatchEvent(new CustomEvent('bo-accepted', { detail }));
    } catch (error) {
      announceFailure(this, error);
    }
    this.busy = false;
  };
}

const path = (name: string) => `library/vocabularies/${encodeURIComponent(name)}`;

customElements.define('bo-library-vocabulary-dialog', BoLibraryVocabularyDialog);
