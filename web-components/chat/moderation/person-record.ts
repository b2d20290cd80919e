import { css, html, LitElement, nothing, type PropertyValues } from 'lit';
import type { NoteView, RecordAnswer } from '../../../server/protocol/moderators.ts';
import { base } from '../base.styles.ts';
import type { ChatContext } from '../context.ts';
import { cross } from '../icons.ts';
import { ago } from '../time.ts';
import { moderationFailure } from './moderation-failure.ts';
import { recordWords } from './record-words.ts';
import type { ModerationWords } from './words.ts';

/** What moderators know of somebody, and what they noted for each other. */
export class PersonRecordElement extends LitElement {
  static override properties = {
    context: { attribute: false },
    words: { attribute: false },
    personId: { attribute: false },
    known: { state: true },
    notice: { state: true },
  };
  static override styles = [
    base,
    css`
      :host {
        display: block;
        font-size: 13px;
        line-height: 20px;
      }
      .notes {
        display: grid;
        gap: 6px;
        margin-top: 8px;
      }
      li {
        display: flex;
        gap: 8px;
        padding: 6px 10px;
        border-radius: 8px;
        background: var(--soft);
        overflow-wrap: anywhere;
      }
      li > div {
        flex: 1;
        min-width: 0;
      }
      li button {
        flex: none;
        align-self: start;
        min-width: 28px;
        min-height: 28px;
        color: var(--muted);
      }
      li svg {
        width: 14px;
        margin: auto;
      }
      .muted {
        color: var(--muted);
      }
      form {
        margin-top: 8px;
      }
      .field {
        margin-top: 4px;
      }
      .buttons {
        display: flex;
        gap: 16px;
        margin-top: 4px;
      }
      .buttons > button {
        min-height: 36px;
      }
    `,
  ];

  declare context: ChatContext;
  declare words: ModerationWords;
  declare personId: string;
  declare known: RecordAnswer | null;
  declare notice: string;

  constructor() {
    super();
    this.known = null;
    this.notice = '';
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('personId')) void this.#attempt(async () => undefined);
  }

  override render() {
    const { words, known } = this;
    return html`<p>
        ${known ? html`<strong>${known.record.name}</strong> · ${recordWords(known.record, words, Date.now())}` : this.notice ? nothing : words.loading}
      </p>
      ${known ? this.#notes(known.notes) : nothing}
      <form @submit=${this.#add}>
        <label>${words.noteLabel}<textarea class="field" name="text" rows="2" maxlength="2000"></textarea></label>
        <div class="buttons">
          <button class="link">${words.addNote}</button>
          <button class="muted" type="button" @click=${this.#close}>${words.close}</button>
        </div>
      </form>
      <p class="muted" role="status">${this.notice}</p>`;
  }

  #notes(notes: NoteView[]) {
    if (notes.length === 0) return html`<p class="muted">${this.words.noNotes}</p>`;
    return html`<ul class="notes">${notes.map((note) => this.#note(note))}</ul>`;
  }

  #note({ id, text, by, at, mayDelete }: NoteView) {
    const remove = () => this.#attempt((ask) => ask(`moderation/notes/${id}/delete`, {}));
    return html`<li>
      <div>${text}<br /><span class="muted">${by}, ${ago(at, Date.now(), this.context.locale)}</span></div>
      ${mayDelete ? html`<button aria-label=${this.words.deleteNote} @click=${remove}>${cross}</button>` : nothing}
    </li>`;
  }

  #close = () => this.dispatchEvent(new Event('entraide-close'));

  async #add(event: SubmitEvent) {
    event.preventDefault();
    const form = event.target as HTMLFormElement;
    const text = String(new FormData(form).get('text')).trim();
    if (!text) return;
    if (await this.#attempt((ask) => ask(`moderation/people/${this.personId}/notes`, { text }))) form.reset();
  }

  /** Does something about this person, and reads what is known of them then. */
  async #attempt(
    act: (ask: (path: string, body: object) => Promise<unknown>) => Promise<unknown>,
  ): Promise<boolean> {
    const { client } = this.context;
    try {
      await act((path, body) => client.ask(path, body));
      this.known = await client.ask<RecordAnswer>(`moderation/people/${this.personId}/record`);
      this.notice = '';
      await this.updateComplete;
      this.scrollIntoView({ block: 'nearest' });
      return true;
    } catch (error) {
      this.notice = moderationFailure(error, this.words);
      return false;
    }
  }
}

customElements.define('entraide-person-record', PersonRecordElement);
