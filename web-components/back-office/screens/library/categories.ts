import { css, html, nothing } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Effect, LibraryAnswer, LibraryCategory } from '../../../../server/protocol/library.ts';
import { translator } from '../../locales/index.ts';
import common from '../../locales/library.ts';
import words from '../../locales/library-categories.ts';
import '../../parts/list-state.ts';
import { categoryWords } from '../../reason-words.ts';
import { routeUrl } from '../../router.ts';
import { shared } from '../../styles/shared.ts';
import { fieldValue } from '../field-value.ts';
import { filterStyles } from '../filter-styles.ts';
import { LoadedOne } from '../loaded-one.ts';
import { Screen } from '../screen.ts';
import { categoryNamed } from './category-named.ts';
import { EFFECTS } from './entry-filter.ts';
import { effectWords } from './entry-words.ts';

const t = translator(words);
const c = translator(common);
const EFFECT_CHOICE = { hold: 'holdChoice', reject: 'rejectChoice', flag: 'flagChoice' } as const;

/** The categories, each with what becomes of a message in it. */
export class BoLibraryCategories extends Screen {
  static override properties = { name: { state: true }, effect: { state: true }, wrong: { state: true } };
  static override styles = [
    shared,
    filterStyles,
    css`
      .category { display: grid; grid-template-columns: minmax(0, 1fr) minmax(220px, 350px) 150px; gap: 8px 20px; align-items: center; }
      .name::first-letter { text-transform: uppercase; }
      .name { display: inline-block; font-weight: 600; overflow-wrap: anywhere; }
      form { display: grid; grid-template-columns: minmax(0, 1fr) minmax(220px, 350px) 150px; gap: 8px 20px; align-items: start; padding: 18px; }
      form h2 { grid-column: 1 / -1; }
      form .button { margin-block-start: 24px; justify-self: start; }
      @media (max-width: 720px) { .category, form { grid-template-columns: minmax(0, 1fr); } form .button { margin: 0; } .category .button { justify-self: start; margin-inline-start: -8px; } }
    `,
  ];
  declare name: string;
  declare effect: Effect;
  declare wrong: 'nameMissing' | 'nameTaken' | null;
  #loaded = new LoadedOne<LibraryCategory[]>(this, {
    fetch: async () => (await this.api.get<LibraryAnswer>('library')).categories,
    failed: (error) => this.failed(error),
  });

  constructor() {
    super();
    this.name = '';
    this.effect = 'hold';
    this.wrong = null;
  }

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
        <ul class="list" aria-label=${t('list')}>${value?.map((category) => this.#category(category))}</ul>
      </bo-list-state>
      ${this.#form()}
    </div>`;
  }

  #category(category: LibraryCategory) {
    const { name, effect, entries, forbidden } = category;
    // Nothing in it would do as the category says: a choice there would change nothing.
    const letsThrough = entries > 0 && forbidden === 0;
    const shown = categoryWords(name);
    const list = routeUrl(this.site.id, 'library', new URLSearchParams({ category: name }));
    return html`<li class="category">
      <span><span class="name">${shown}</span> <span class="muted small">${t('entries', { count: entries })}</span></span>
      ${
        letsThrough
          ? html`<span class="muted">${t('letsThrough')}</span>`
          : effectSelect(t('effectOf', { name: shown }), effect, (next) => this.#change(category, next))
      }
      <a class="button small quiet" href=${list}>${t('see')}<span class="visually-hidden"> (${shown})</span></a>
    </li>`;
  }

  #form() {
    return html`<form class="surface" novalidate @submit=${this.#create}>
      <h2>${t('new')}</h2>
      <div class="field">
        <label for="name">${t('name')}</label>
        <input class="input" id="name" maxlength="60" autocomplete="off" aria-describedby="name-help"
          aria-invalid=${this.wrong ? 'true' : 'false'} .value=${this.name} @input=${this.#type} />
        <span class="field-error" id="name-help">${this.wrong ? t(this.wrong) : nothing}</span>
      </div>
      <div class="field"><span class="label" aria-hidden="true">${t('effect')}</span>
        ${effectSelect(t('effect'), this.effect, (effect) => {
          this.effect = effect;
        })}</div>
      <button class="button primary" type="submit">${t('create')}</button>
    </form>`;
  }

  #type = (event: Event) => {
    this.name = fieldValue(event);
    this.wrong = null;
  };

  /** In force at once, and taken back from the toast. */
  async #change({ name, effect }: LibraryCategory, next: Effect): Promise<void> {
    if (await this.#put(name, next)) {
      const text = t('saved', { name: categoryWords(name), effect: effectWords(next) });
      this.toast({ text, undo: () => this.#put(name, effect).then(() => this.refresh()) });
    }
    await this.refresh();
  }

  #create = async (event: Event) => {
    event.preventDefault();
    const name = this.name.trim();
    const known = this.#loaded.value ?? [];
    const taken = known.some((category) => category.name === categoryNamed(name, known));
    this.wrong = name === '' ? 'nameMissing' : taken ? 'nameTaken' : null;
    if (this.wrong || !(await this.#put(name, this.effect))) return;
    this.toast(t('created', { name }));
    this.name = '';
    await this.refresh();
  };

  async #put(name: string, effect: Effect): Promise<boolean> {
    const body = { name, effect };
    return (await this.attempt(() => this.api.put<LibraryCategory>('library/categories', body))) !== null;
  }
}

function effectSelect(label: string, chosen: Effect, choose: (effect: Effect) => void) {
  const chose = (event: Event) => {
    const effect = EFFECTS.find((known) => known === fieldValue(event));
    if (effect) choose(effect);
  };
  return html`<select class="input" aria-label=${label} @change=${chose}>
    ${EFFECTS.map((effect) => html`<option value=${effect} .selected=${live(effect === chosen)}>${c(EFFECT_CHOICE[effect])}</option>`)}
  </select>`;
}

customElements.define('bo-library-categories', BoLibraryCategories);
