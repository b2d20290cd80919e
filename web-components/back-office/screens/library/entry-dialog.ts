import './backtest.ts';
import './try-text.ts';
import { html, nothing } from 'lit';
import type {
  Effect,
  EntryKind,
  LibraryCategory,
  LibraryEntry,
  Listing,
  NewLibraryEntry,
} from '../../../../server/protocol/library.ts';
import type { Api } from '../../api.ts';
import { ToastEvent, type ToastOptions } from '../../events.ts';
import { translator } from '../../locales/index.ts';
import common from '../../locales/library.ts';
import words from '../../locales/library-entry.ts';
import { shared } from '../../styles/shared.ts';
import { announceFailure } from '../announce-failure.ts';
import { choiceStyles } from '../choices.ts';
import { DialogElement } from '../dialog-element.ts';
import { filterStyles } from '../filter-styles.ts';
import { addedAgain } from './bulk-undo.ts';
import { categoryNamed } from './category-named.ts';
import { EntryCheck } from './entry-check.ts';
import { entryDialogStyles } from './entry-dialog-styles.ts';
import {
  categoryField,
  effectOrNew,
  type FieldsModel,
  fineFields,
  isNewCategory,
  noteField,
} from './entry-fields.ts';
import {
  changeOf,
  draftOf,
  type EntryForm,
  emptyForm,
  entriesOf,
  formOf,
  type Missing,
  MOST_LINES,
  missingIn,
} from './entry-form.ts';
import { linesField, shelfField } from './entry-lines.ts';
import { addEntries, changeEntry, checkEntries, removeEntries, saveCategory } from './entry-saving.ts';
import { warningList } from './entry-warnings.ts';
import { partRefused } from './pasted-lines.ts';
import { EntrySuggestions } from './suggested-forms.ts';

const t = translator(words);
const c = translator(common);

/** Adds entries or changes one; what cannot be saved stays in the box. Fires `bo-library-changed`. */
export class BoLibraryEntryDialog extends DialogElement {
  static override properties = {
    api: { attribute: false },
    site: { attribute: false },
    categories: { attribute: false },
    form: { state: true },
    entry: { state: true },
    newEffect: { state: true },
    said: { state: true },
    missing: { state: true },
    busy: { state: true },
  };
  static override styles = [shared, filterStyles, choiceStyles, entryDialogStyles];
  declare api: Api;
  /** The id of the site, for links. */
  declare site: string;
  declare categories: LibraryCategory[];
  declare form: EntryForm;
  /** The entry being changed, null while some are added. */
  declare entry: LibraryEntry | null;
  declare newEffect: Effect;
  /** What was saved while other lines stay to be mended. */
  declare said: string;
  declare missing: Missing | null;
  declare busy: boolean;
  #suggestions = new EntrySuggestions(this, {
    api: () => this.api,
    failed: (error) => announceFailure(this, error),
  });
  #check = new EntryCheck(this, {
    check: async (entries) => {
      const sorted = await checkEntries(this.api, entries);
      // An entry that is changed is there already, of course.
      return this.entry ? { ...sorted, harmless: [] } : sorted;
    },
    failed: (error) => announceFailure(this, error),
  });

  constructor() {
    super();
    this.categories = [];
    this.#begin(emptyForm('term', 'forbidden'), null);
  }

  /** Opens it for this sort of entries; what was typed and not saved is found again, and the last category. */
  add({ kind, listing }: { kind: EntryKind; listing: Listing }): void {
    const { text, category } = this.#adding;
    const form = text.trim() === '' ? { ...emptyForm(kind, listing), category } : this.#adding;
    this.#begin(form, null);
    this.open = true;
  }

  /** Opens it on an entry of the library. */
  edit(entry: LibraryEntry): void {
    this.#begin(formOf(entry), entry);
    this.open = true;
  }

  /** What is being added, whether the dialog is open or not. */
  #adding: EntryForm = emptyForm('term', 'forbidden');

  #begin(form: EntryForm, entry: LibraryEntry | null): void {
    this.form = form;
    this.entry = entry;
    this.newEffect = 'hold';
    this.#suggestions.clear();
    this.#check.clear();
    this.said = '';
    this.missing = null;
    this.busy = false;
  }

  protected override render() {
    const { entry, form } = this;
    const fields = this.#fields;
    return this.dialog(
      entry ? t('editTitle', { text: entry.text }) : t('addTitle'),
      html`<form id="entry" novalidate @submit=${this.#submit}>
        ${entry ? nothing : html`${shelfField(form, this.#edit)} ${this.#lines()} ${warningList(this.#check.sorted, this.said)}`}
        <div class="pair">${categoryField(fields)} ${effectOrNew(fields)}</div>
        <details ?open=${entry !== null}><summary>${t('fine')}</summary>${fineFields(fields)}</details>
        ${noteField(fields)}
        ${entry ? warningList(this.#check.sorted) : nothing} ${this.#before()}
      </form>
      <div class="row actions" slot="footer">
          ${entry ? html`<button class="button quiet danger" type="button" ?disabled=${this.busy} @click=${this.#remove}>${t('remove')}</button>` : nothing}
          <button class="button end" type="button" @click=${this.close}>${c('cancel')}</button>
          <button class="button primary" type="submit" form="entry" ?disabled=${this.busy}>${this.#saveWords()}</button>
      </div>`,
    );
  }

  get #fields(): FieldsModel {
    return {
      form: this.form,
      categories: this.categories,
      newEffect: this.newEffect,
      missingCategory: this.missing === 'category',
      edit: this.#edit,
      editNew: (effect) => {
        this.newEffect = effect;
      },
    };
  }

  #lines() {
    const { form, missing } = this;
    return linesField({ form, missing, suggested: this.#suggestions.forms, edit: this.#edit });
  }

  /** What the draft would do, before it is saved. */
  #before() {
    const count = entriesOf(this.form).length;
    if (!this.open || count === 0 || count > MOST_LINES) return nothing;
    const draft = draftOf(this.form, this.entry, this.#check.sorted.refused);
    return html`<bo-library-backtest .api=${this.api} .site=${this.site} .draft=${draft}></bo-library-backtest>
      <details><summary>${t('tryTitle')}</summary><bo-library-try-text .api=${this.api} .draft=${draft} bare></bo-library-try-text></details>`;
  }

  #saveWords() {
    if (this.#isDoubtful) return t(this.entry ? 'saveAnyway' : 'addAnyway');
    if (this.entry) return c('save');
    const count = entriesOf(this.form).length;
    return count > 1 ? t('addLines', { count }) : t('addOne');
  }

  #edit = (change: Partial<EntryForm>) => {
    this.form = { ...this.form, ...change };
    if (!this.entry) this.#adding = this.form;
    this.missing = null;
    this.said = '';
    if (!this.entry && this.#suggestions.changed(this.form)) this.form = { ...this.form, forms: [] };
    const entries = this.#checked;
    this.#check.changed(entries.length > MOST_LINES ? [] : entries);
  };

  /** What the server is asked about: the entries, named or not yet. */
  get #checked(): NewLibraryEntry[] {
    return draftOf(this.form, null, []).add;
  }

  /** Whether doubtful lines are shown: saving then means them. */
  get #isDoubtful(): boolean {
    return this.#check.isAbout(this.#checked) && this.#check.sorted.doubtful.length > 0;
  }

  #submit = async (event: Event) => {
    event.preventDefault();
    this.missing = missingIn(this.form);
    if (this.missing || this.busy) return this.#focusMissing();
    this.busy = true;
    try {
      if (this.#isDoubtful || (await this.#isFine())) await this.#save();
    } catch (error) {
      announceFailure(this, error);
    }
    this.busy = false;
  };

  #focusMissing(): void {
    const field = this.missing === 'category' ? 'bo-category-field' : '#lines';
    if (this.missing) this.renderRoot.querySelector<HTMLElement>(field)?.focus();
  }

  /** False when there is something to look at first. */
  async #isFine(): Promise<boolean> {
    const { doubtful } = await this.#check.now(this.#checked);
    await this.updateComplete;
    this.renderRoot.querySelector('.warnings')?.scrollIntoView({ block: 'nearest' });
    return doubtful.length === 0;
  }

  async #save(): Promise<void> {
    const { entry } = this;
    const form = { ...this.form, category: categoryNamed(this.form.category, this.categories) };
    const { good, left } = partRefused(entriesOf(form), this.#check.sorted.refused);
    if (good.length === 0) return;
    if (isNewCategory(form, this.categories)) await saveCategory(this.api, form.category, this.newEffect);
    const done = entry
      ? await changeEntry(this.api, entry, changeOf(form, entry))
      : await addEntries(this.api, good);
    this.#done(done);
    if (entry) this.open = false;
    else await this.#keep(left, done.text);
  }

  /** What could not be saved stays, with why. */
  async #keep(left: string, said: string): Promise<void> {
    this.form = { ...this.form, text: left, forms: [] };
    this.#adding = this.form;
    this.open = left !== '';
    if (!this.open) return;
    this.said = said;
    await this.#check.now(this.#checked);
  }

  #remove = async () => {
    const entry = this.entry;
    if (!entry) return;
    this.busy = true;
    try {
      await removeEntries(this.api, [entry]);
      this.#done({
        text: t('removed', { text: entry.text }),
        undo: () => addEntries(this.api, [addedAgain(entry)]),
      });
      this.open = false;
    } catch (error) {
      announceFailure(this, error);
    }
    this.busy = false;
  };

  /** Says what was done; taken back, the list is asked for again. */
  #done({ text, undo }: ToastOptions): void {
    this.#tell();
    const back =
      undo &&
      (() =>
        undo()
          .then(() => this.#tell())
          .catch((error: unknown) => announceFailure(this, error)));
    this.dispatchEvent(new ToastEvent(back ? { text, undo: back } : { text }));
  }

  #tell(): void {
    this.dispatchEvent(new Event('bo-library-changed'));
  }
}

customElements.define('bo-library-entry-dialog', BoLibraryEntryDialog);
