import '@awesome.me/webawesome/dist/components/progress-bar/progress-bar.js';
import '@awesome.me/webawesome/dist/components/switch/switch.js';
import './import-lines.ts';
import './import-source.ts';
import { css, html, nothing } from 'lit';
import type { LibraryAnswer, LibraryCategory, LibraryImport } from '../../../../server/protocol/library.ts';
import { ApiError } from '../../api.ts';
import { icon } from '../../icons/index.ts';
import { translator } from '../../locales/index.ts';
import words from '../../locales/library-import.ts';
import '../../parts/list-state.ts';
import { problemWords } from '../../problem.ts';
import { routeUrl } from '../../router.ts';
import { shared } from '../../styles/shared.ts';
import { Screen } from '../screen.ts';
import { Followed } from './followed.ts';
import { importPath, toSave } from './import-file.ts';
import type { BoLibraryImportSource, ImportRequest } from './import-source.ts';

const t = translator(words);

/** An import from the file to the library: read in the background, looked at, then saved at once. */
export class BoLibraryImport extends Screen {
  static override properties = {
    categories: { state: true },
    doubtful: { state: true },
    sending: { state: true },
    problem: { state: true },
  };
  declare categories: LibraryCategory[];
  declare doubtful: boolean;
  declare sending: boolean;
  declare problem: string;

  #work = new Followed<LibraryImport>(this, {
    fetch: (id) => this.api.get(`library/imports/${encodeURIComponent(id)}`),
    isOver: ({ state }) => state !== 'reading' && state !== 'saving',
    failed: (error) => this.#lost(error),
  });

  /** The import that was on screen when the section was left. */
  #left: string | null = null;

  static override styles = [
    shared,
    css`
      wa-progress-bar { --track-height: 8px; --indicator-color: var(--bo-accent); --track-color: var(--bo-line); max-inline-size: 480px; }
      wa-switch::part(label) { font-size: 14px; }
      .panel { display: grid; gap: 12px; justify-items: start; padding: 28px; }
      .panel wa-progress-bar { inline-size: 100%; }
      @media (max-width: 720px) { .panel { padding: 20px; } .panel .quiet { margin-inline-start: -8px; } }
      .done { display: inline-grid; place-items: center; inline-size: 40px; block-size: 40px; border-radius: 50%; background: var(--bo-accent-soft); color: var(--bo-accent); }
      @media (max-width: 720px) { .save .end { flex: 1 1 100%; flex-direction: row-reverse; } .save .end .button { flex: 1 1 auto; } }
      .save { display: flex; flex-wrap: wrap; gap: 12px 20px; align-items: center; padding: 14px 18px; position: sticky; inset-block-end: 12px; background: var(--bo-raised); }
    `,
  ];

  constructor() {
    super();
    this.categories = [];
    this.doubtful = false;
    this.sending = false;
    this.problem = '';
  }

  /** Left for another section and found again, an import is where it was. */
  override connectedCallback(): void {
    super.connectedCallback();
    const left = this.#left;
    if (left) void this.updateComplete.then(() => this.setQuery({ import: left }, false));
  }

  override disconnectedCallback(): void {
    this.#left = this.#work.value?.id ?? null;
    super.disconnectedCallback();
  }

  override async refresh(): Promise<void> {
    const id = this.query.get('import');
    if (id) this.#work.follow(id);
    const answer = await this.attempt(() => this.api.get<LibraryAnswer>('library'));
    if (answer) this.categories = answer.value.categories;
  }

  override queryChanged(): void {
    const id = this.query.get('import');
    if (id === null) this.#work.forget();
    else if (id !== this.#work.value?.id) this.#work.follow(id);
  }

  protected override render() {
    const work = this.#work.value;
    const asked = this.query.has('import');
    return html`<div class="stack">
      <p class="muted">${t('lead')}</p>
      <bo-library-import-source ?hidden=${asked} .categories=${this.categories} .problem=${this.problem} .sending=${this.sending}
        @bo-import=${this.#send}></bo-library-import-source>
      ${asked ? this.#asked(work) : nothing}
    </div>`;
  }

  #asked(work: LibraryImport | null) {
    return work ? this.#step(work) : html`<bo-list-state state="loading"></bo-list-state>`;
  }

  #step(work: LibraryImport) {
    switch (work.state) {
      case 'reading':
        return this.#progress(work, t('reading', { done: work.done, total: work.total }));
      case 'saving':
        return this.#progress(work, t('saving', { done: work.done, total: work.total }));
      case 'read':
        return this.#preview(work);
      case 'saved':
        return this.#saved(work);
      case 'failed':
        return this.#failed(work);
    }
  }

  #progress({ state, done, total }: LibraryImport, said: string) {
    const share = total > 0 ? Math.round((100 * done) / total) : 0;
    return html`<div class="surface panel">
      <p role="status">${said}</p>
      <wa-progress-bar label=${said} .value=${share}></wa-progress-bar>
      ${state === 'reading' ? html`<button class="button small" type="button" @click=${this.#abandon}>${t('abandon')}</button>` : nothing}
    </div>`;
  }

  #preview(work: LibraryImport) {
    const count = toSave(work.counts, this.doubtful);
    return html`<bo-library-import-lines .api=${this.api} .work=${work}></bo-library-import-lines>
      <div class="surface save">
        ${work.problem ? html`<p class="field-error" role="alert">${t(`problem-${work.problem}`)}</p>` : nothing}
        ${
          work.counts.doubtful > 0
            ? html`<wa-switch size="s" .checked=${this.doubtful} @change=${this.#switch}>${t('withDoubtful')}</wa-switch>`
            : nothing
        }
        <span class="row end">
          <button class="button" type="button" @click=${this.#abandon}>${t('abandon')}</button>
          <button class="button primary" type="button" ?disabled=${count === 0} @click=${() => this.#apply(work)}>${count === 0 ? t('nothing') : t('save', { count })}</button>
        </span>
      </div>`;
  }

  #saved({ counts, version }: LibraryImport) {
    const count = toSave(counts, this.doubtful);
    const left = counts.refused + (this.doubtful ? 0 : counts.doubtful);
    return html`<div class="surface panel">
      <span class="done">${icon('check', 20)}</span>
      <div role="status"><h2>${t('savedTitle')}</h2></div>
      <p>${t('savedText', { count })} ${left > 0 ? t('refusedLeft', { count: left }) : nothing}</p>
      <div class="row">
        ${version === null ? nothing : html`<a class="button" href=${this.#whatChanged(version)}>${t('seeVersion', { version: String(version) })}</a>`}
        <button class="button quiet" type="button" @click=${this.#again}>${t('another')}</button>
      </div>
    </div>`;
  }

  /** What the import changed, entry by entry. */
  #whatChanged(version: number): string {
    const pair = { from: String(version - 1), to: String(version) };
    return routeUrl(this.site.id, 'library', new URLSearchParams({ section: 'versions', ...pair }));
  }

  #failed({ problem }: LibraryImport) {
    return html`<div class="surface panel" role="alert">
      <p><strong>${t('failed', { problem: problem ? t(`problem-${problem}`) : '' })}</strong></p>
      <p class="muted">${t('failedHint')}</p>
      <button class="button" type="button" @click=${this.#again}>${t('restart')}</button>
    </div>`;
  }

  #send = async ({ detail }: CustomEvent<ImportRequest>) => {
    this.sending = true;
    this.problem = '';
    try {
      const path = importPath(detail.source.format, detail.category, detail.effect);
      const { id } = await this.api.post<{ id: string }>(path, detail.source.body);
      this.doubtful = false;
      this.setQuery({ import: id });
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) this.failed(error);
      else this.problem = problemWords(error);
    }
    this.sending = false;
  };

  async #apply({ id }: LibraryImport): Promise<void> {
    const path = `library/imports/${encodeURIComponent(id)}/apply`;
    if (await this.attempt(() => this.api.post(path, { doubtful: this.doubtful }))) this.#work.follow(id);
  }

  /** The library stays as it is; the file stays in the form. */
  #abandon = async () => {
    const id = this.query.get('import');
    if (id) await this.attempt(() => this.api.delete(`library/imports/${encodeURIComponent(id)}`));
    this.#again();
  };

  /** A file that was saved has done its work; one that was given up or failed stays. */
  #again = () => {
    const source = this.renderRoot.querySelector<BoLibraryImportSource>('bo-library-import-source');
    if (this.#work.value?.state === 'saved') source?.clear();
    this.setQuery({ import: null });
  };

  #lost(error: unknown): void {
    const isGone = error instanceof ApiError && error.status === 404;
    if (isGone) this.toast({ text: t('gone'), tone: 'problem' });
    else this.failed(error);
    if (isGone) this.setQuery({ import: null }, false);
  }

  #switch = (event: Event) => {
    this.doubtful = (event.target as HTMLInputElement).checked;
  };
}

customElements.define('bo-library-import', BoLibraryImport);
