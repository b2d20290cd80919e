import './vocabulary-dialog.ts';
import { css, html, nothing } from 'lit';
import type { ChangedAnswer, VocabularyRow } from '../../../../server/protocol/library.ts';
import { translator } from '../../locales/index.ts';
import words from '../../locales/library-vocabularies.ts';
import { confirm } from '../../parts/confirm.ts';
import '../../parts/list-state.ts';
import { routeUrl } from '../../router.ts';
import { shared } from '../../styles/shared.ts';
import { LoadedOne } from '../loaded-one.ts';
import { Screen } from '../screen.ts';
import { languageWords } from './entry-words.ts';
import type { BoLibraryVocabularyDialog } from './vocabulary-dialog.ts';

const t = translator(words);

/** The starter lists: added, brought up to date line by line, taken out. */
export class BoLibraryVocabularies extends Screen {
  static override styles = [
    shared,
    css`
      .vocabulary { display: flex; flex-wrap: wrap; gap: 8px 20px; align-items: center; justify-content: space-between; }
      .about { display: grid; gap: 2px; }
      .name { display: flex; flex-wrap: wrap; gap: 4px 8px; align-items: center; font-weight: 600; }
      .name span:first-child::first-letter { text-transform: uppercase; }
      .acts { display: flex; flex-wrap: wrap; gap: 8px; align-items: center; }
      @media (max-width: 720px) { .acts .quiet { margin-inline-start: -8px; } }
    `,
  ];
  #loaded = new LoadedOne<VocabularyRow[]>(this, {
    fetch: async () => (await this.api.get<{ items: VocabularyRow[] }>('library/vocabularies')).items,
    failed: (error) => this.failed(error),
  });

  override async refresh(): Promise<void> {
    await this.#loaded.read(this.site.id);
  }

  protected override render() {
    const { state, problem, value } = this.#loaded;
    const none = state === 'ready' && value?.length === 0;
    return html`<div class="stack">
      <p class="muted">${t('lead')}</p>
      <bo-list-state .state=${none ? 'empty' : state} heading=${none ? t('emptyTitle') : ''} text=${none ? t('emptyText') : problem}
        @bo-retry=${() => this.#loaded.retry(this.site.id)}>
        <ul class="list" aria-label=${t('list')}>${value?.map((row) => this.#row(row))}</ul>
      </bo-list-state>
      <bo-library-vocabulary-dialog .api=${this.api} @bo-accepted=${this.#accepted}></bo-library-vocabulary-dialog>
    </div>`;
  }

  #row(row: VocabularyRow) {
    return html`<li class="vocabulary">
      <div class="about">
        <span class="name"><span>${languageWords(row.language)}</span>
          <span class="pill ${row.installed === null ? '' : 'accent'}">${t(row.installed === null ? 'absent' : 'installed')}</span></span>
        <span class="muted small">${t('version', { version: String(row.version) })} · ${t('about', { count: row.entries, licence: row.licence })}</span>
      </div>
      <div class="acts">${row.installed === null ? this.#absent(row) : this.#installed(row)}</div>
    </li>`;
  }

  #absent(row: VocabularyRow) {
    return html`<button class="button small" type="button" @click=${() => this.#add(row)}>${t('add')}${rest(row)}</button>`;
  }

  #installed(row: VocabularyRow) {
    const { name, differences } = row;
    const entries = routeUrl(this.site.id, 'library', new URLSearchParams({ from: name }));
    const look = () =>
      this.renderRoot.querySelector<BoLibraryVocabularyDialog>('bo-library-vocabulary-dialog')?.show(row);
    return html`${
      differences > 0
        ? html`<button class="button small" type="button" @click=${look}>${t('differences', { count: differences })}${rest(row)}</button>`
        : nothing
    }
      <a class="button small quiet" href=${entries}>${t('see')}${rest(row)}</a>
      <button class="button small quiet danger" type="button" @click=${() => this.#takeOut(row)}>${t('takeOut')}${rest(row)}</button>`;
  }

  async #add({ name, language }: VocabularyRow): Promise<void> {
    const done = await this.attempt(() => this.api.post<ChangedAnswer>(this.#path(name), { accept: 'all' }));
    if (done) this.toast(t('addedToast', { count: done.value.changed, name: languageWords(language) }));
    await this.refresh();
  }

  async #takeOut({ name, language }: VocabularyRow): Promise<void> {
    const asked = await confirm({
      title: t('takeOutTitle', { name: languageWords(language) }),
      text: t('takeOutText'),
      confirm: t('takeOut'),
      danger: true,
    });
    if (!asked) return;
    const done = await this.attempt(() => this.api.delete<ChangedAnswer>(this.#path(name)));
    if (done) this.toast(t('takenOut', { count: done.value.changed, name: languageWords(language) }));
    await this.refresh();
  }

  #accepted = async ({ detail }: CustomEvent<ChangedAnswer>) => {
    this.toast(t('acceptedToast', { count: detail.changed }));
    await this.refresh();
  };

  #path = (name: string) => `library/vocabularies/${encodeURIComponent(name)}`;
}

/** Which list a button is about, for who does not see its line. */
const rest = ({ language }: VocabularyRow) =>
  html`<span class="visually-hidden"> (${languageWords(language)})</span>`;

customElements.define('bo-library-vocabularies', BoLibraryVocabularies);
