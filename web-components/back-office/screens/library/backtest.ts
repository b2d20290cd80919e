import '@awesome.me/webawesome/dist/components/progress-bar/progress-bar.js';
import { css, html, nothing } from 'lit';
import type { Backtest, LibraryDraft } from '../../../../server/protocol/library.ts';
import { type Api, ApiError } from '../../api.ts';
import { translator } from '../../locales/index.ts';
import common from '../../locales/library.ts';
import words from '../../locales/library-backtest.ts';
import { LocalizedElement } from '../../localized.ts';
import { routeUrl } from '../../router.ts';
import { shared } from '../../styles/shared.ts';
import { announceFailure } from '../announce-failure.ts';
import { backtestSamples } from './backtest-result.ts';
import { backtestSentence } from './backtest-sentence.ts';
import { refusalWords } from './entry-refusal.ts';
import { Followed } from './followed.ts';
import { isOtherDraft } from './other-draft.ts';

const t = translator(words);
const c = translator(common);
const DAYS = 30;

/** Runs a draft over the messages of the last month, in the background, and shows what it would have changed. */
export class BoLibraryBacktest extends LocalizedElement {
  static override properties = {
    api: { attribute: false },
    site: { attribute: false },
    draft: { attribute: false, hasChanged: isOtherDraft },
    running: { state: true },
    problem: { state: true },
  };
  declare api: Api;
  declare site: string;
  declare draft: LibraryDraft;
  /** The id of the one asked for, null before the first. */
  declare running: string | null;
  /** Why it could not be begun. */
  declare problem: string;

  #work = new Followed<Backtest>(this, {
    fetch: (id) => this.api.get(`library/backtests/${encodeURIComponent(id)}`),
    isOver: ({ state }) => state !== 'running',
    failed: (error) => this.#failed(error),
    over: () => {
      this.running = null;
    },
  });

  static override styles = [
    shared,
    css`
      .backtest { display: grid; gap: 10px; padding: 12px 14px; border: 1px solid var(--bo-line); border-radius: 10px; grid-template-columns: minmax(0, 1fr); }
      wa-progress-bar { --track-height: 6px; --indicator-color: var(--bo-accent); --track-color: var(--bo-line); }
      .sentence { font-weight: 600; }
      .samples { display: grid; max-block-size: 260px; overflow-y: auto; border: 1px solid var(--bo-line); border-radius: 10px; }
      .samples li { display: grid; gap: 4px; padding: 10px 12px; }
      .samples li + li { border-block-start: 1px solid var(--bo-line); }
      .sample-text { overflow-wrap: anywhere; white-space: pre-wrap; }
      .sample-head { display: flex; flex-wrap: wrap; gap: 2px 8px; justify-content: space-between; font-size: 13px; }
      @media (max-width: 720px) { .samples { max-block-size: none; } }
    `,
  ];

  constructor() {
    super();
    this.running = null;
    this.problem = '';
  }

  /** A draft that changed makes what was found about it old. */
  protected override willUpdate(changed: Map<string, unknown>): void {
    if (!changed.has('draft') || !this.hasUpdated) return;
    this.problem = '';
    void this.#stop();
    this.#work.forget();
  }

  override disconnectedCallback(): void {
    void this.#stop();
    super.disconnectedCallback();
  }

  protected override render() {
    const { value } = this.#work;
    const over = value !== null && value.state !== 'running';
    return html`<div class="backtest">
      <div class="row spread">
        ${
          this.running
            ? html`<button class="button small" type="button" @click=${this.#stopped}>${c('stop')}</button>`
            : html`<button class="button small" type="button" @click=${this.#start}>${over ? t('again') : t('run', { days: DAYS })}</button>`
        }
        <span class="muted small" role="status">${this.running ? this.#progressWords() : nothing}</span>
      </div>
      ${this.problem ? html`<p class="field-error" role="alert">${this.problem}</p>` : nothing}
      ${this.running ? this.#bar() : nothing}
      ${over ? this.#result(value) : this.running ? nothing : html`<p class="hint">${t('hint')}</p>`}
    </div>`;
  }

  #progressWords() {
    const { value } = this.#work;
    return value ? t('running', { read: value.read, total: value.total }) : t('starting');
  }

  #bar() {
    const { value } = this.#work;
    const share = value && value.total > 0 ? Math.round((100 * value.read) / value.total) : 0;
    return html`<wa-progress-bar label=${t('starting')} .value=${share}></wa-progress-bar>`;
  }

  #result(value: Backtest) {
    if (value.state === 'failed') return html`<p class="field-error" role="alert">${t('failed')}</p>`;
    if (value.state === 'stopped') return html`<p class="muted" role="status">${t('stopped')}</p>`;
    return html`<p class="sentence" role="status">${backtestSentence(value)}</p>${backtestSamples(value, this.#conversationUrl)}`;
  }

  /** Opened beside the dialog: the draft must not be lost by a look. */
  #conversationUrl = (id: string) =>
    routeUrl(this.site, 'conversations', new URLSearchParams({ conversation: id }));

  #start = async () => {
    const { draft } = this;
    this.problem = '';
    try {
      const { id } = await this.api.post<{ id: string }>('library/backtests', { draft, days: DAYS });
      this.running = id;
      this.#work.follow(id);
    } catch (error) {
      if (error instanceof ApiError && error.status === 422) this.problem = refusalWords(error);
      else announceFailure(this, error);
    }
  };

  /** What was being read is stopped, and the answer says so. */
  #stopped = async () => {
    const id = this.running;
    await this.#stop();
    if (id) this.#work.follow(id);
  };

  async #stop(): Promise<void> {
    const id = this.running;
    if (id === null) return;
    this.running = null;
    await this.api
      .delete(`library/backtests/${encodeURIComponent(id)}`)
      .catch((error: unknown) => announceFailure(this, error));
  }

  #failed(error: unknown): void {
    this.running = null;
    announceFailure(this, error);
  }
}

customElements.define('bo-library-backtest', BoLibraryBacktest);
