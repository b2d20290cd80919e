import { css, html } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { NoteView, RecordAnswer } from '../../../server/protocol/moderators.ts';
import type { Api } from '../api.ts';
import { ToastEvent } from '../events.ts';
import { icon } from '../icons/index.ts';
import { translator } from '../locales/index.ts';
import words from '../locales/notes.ts';
import { LocalizedElement } from '../localized.ts';
import { when } from '../parts/when.ts';
import { shared } from '../styles/shared.ts';
import { announceFailure } from './announce-failure.ts';

const t = translator(words);

/** What moderators noted about a person, for moderators and managers only. */
export class BoPersonNotes extends LocalizedElement {
  static override properties = {
    api: { attribute: false },
    personId: { attribute: false },
    /** How many there are, as last heard: another number asks again. */
    count: { attribute: false },
    notes: { state: true },
  };
  static override styles = [
    shared,
    css`
      :host { display: grid; gap: 8px; }
      h3 { margin-block-start: 12px; }
      ul, form { display: grid; gap: 8px; }
      li { padding: 8px 10px; border-radius: 8px; background: var(--bo-ground); font-size: 13px; overflow-wrap: anywhere; }
      li p { white-space: pre-wrap; }
      li .row { flex-wrap: nowrap; }
      textarea.input { min-block-size: 56px; }
      .button { justify-self: start; }
    `,
  ];
  declare api: Api;
  declare personId: string;
  declare count: number;
  declare notes: NoteView[] | null;

  constructor() {
    super();
    this.notes = null;
  }

  protected override willUpdate(changed: Map<string, unknown>): void {
    if (changed.has('personId')) this.notes = null;
    if (!changed.has('personId') && !changed.has('count')) return;
    if (this.count === 0) this.notes = [];
    else void this.#load();
  }

  async #load(): Promise<void> {
    const asked = this.personId;
    try {
      const { notes } = await this.api.get<RecordAnswer>(`people/${encodeURIComponent(asked)}/record`);
      if (asked === this.personId) this.notes = notes;
    } catch (error) {
      announceFailure(this, error);
    }
  }

  protected override render() {
    return html`<h3 class="eyebrow">${t('title')}</h3>
      ${this.notes?.length ? this.#list(this.notes) : html`<p class="muted small">${t(this.notes ? 'none' : 'loading')}</p>`}
      <form @submit=${this.#add}>
        <label class="visually-hidden" for="note">${t('label')}</label>
        <textarea class="input" id="note" rows="2" maxlength="2000" placeholder=${t('label')}></textarea>
        <button class="button small" type="submit">${t('add')}</button>
      </form>`;
  }

  #list(notes: NoteView[]) {
    return html`<ul>${repeat(
      notes,
      ({ id }) => id,
      (note) => html`<li>
        <p>${note.text}</p>
        <div class="row spread"><span class="muted">${note.by}, ${when(note.at)}</span>${note.mayDelete ? this.#remove(note) : ''}</div>
      </li>`,
    )}</ul>`;
  }

  #remove(note: NoteView) {
    return html`<button class="button small quiet danger icon" type="button" aria-label=${t('delete')} title=${t('delete')}
      @click=${() => this.#delete(note)}>${icon('trash')}</button>`;
  }

  #add = async (event: Event) => {
    event.preventDefault();
    const field = this.renderRoot.querySelector('textarea');
    const text = field?.value.trim() ?? '';
    if (!field || !text) return field?.focus();
    if (
      await this.#attempt(() => this.api.post(`people/${encodeURIComponent(this.personId)}/notes`, { text }))
    )
      field.value = '';
  };

  async #delete({ id, text }: NoteView): Promise<void> {
    if (!(await this.#attempt(() => this.api.delete(`notes/${encodeURIComponent(id)}`)))) return;
    const put = () => this.api.post(`people/${encodeURIComponent(this.personId)}/notes`, { text });
    const undo = async () => void (await this.#attempt(put));
    this.dispatchEvent(new ToastEvent({ text: t('deleted'), undo }));
  }

  async #attempt(act: () => Promise<unknown>): Promise<boolean> {
    try {
      await act();
      await this.#load();
      return true;
    } catch (error) {
      announceFailure(this, error);
      return false;
    }
  }
}

customElements.define('bo-person-notes', BoPersonNotes);
