import '@awesome.me/webawesome/dist/components/dialog/dialog.js';
import { html, nothing } from 'lit';
import type { RecordAnswer } from '../../../server/protocol/moderators.ts';
import type { Api } from '../api.ts';
import { translator } from '../locales/index.ts';
import words from '../locales/notes.ts';
import { LocalizedElement } from '../localized.ts';
import { shared } from '../styles/shared.ts';
import { announceFailure } from './announce-failure.ts';
import { dialogStyles } from './dialog-styles.ts';
import './person-notes.ts';
import { recordLine } from './record-line.ts';

const t = translator(words);

/** What moderators know of a person and noted about them. */
export class BoNotesDialog extends LocalizedElement {
  static override properties = {
    api: { attribute: false },
    open: { state: true },
    person: { state: true },
    record: { state: true },
  };
  static override styles = [shared, dialogStyles];
  declare api: Api;
  declare open: boolean;
  declare person: { id: string; name: string } | null;
  declare record: RecordAnswer['record'] | null;

  constructor() {
    super();
    this.open = false;
    this.person = null;
    this.record = null;
  }

  async show(person: { id: string; name: string }): Promise<void> {
    this.person = person;
    this.record = null;
    this.open = true;
    try {
      const { record } = await this.api.get<RecordAnswer>(`people/${encodeURIComponent(person.id)}/record`);
      if (this.person === person) this.record = record;
    } catch (error) {
      announceFailure(this, error);
    }
  }

  protected override render() {
    const { person, record } = this;
    return html`<wa-dialog label=${t('of', { name: person?.name ?? '' })} ?open=${this.open} @wa-after-hide=${this.#hidden}>
      <p class="muted small">${record ? recordLine(record) : t('loading')}</p>
      ${
        person && record
          ? html`<bo-person-notes .api=${this.api} .personId=${person.id} .count=${record.notes}></bo-person-notes>`
          : nothing
      }
    </wa-dialog>`;
  }

  #hidden = (event: Event) => {
    if (event.target !== event.currentTarget) return;
    this.open = false;
    this.person = null;
  };
}

customElements.define('bo-notes-dialog', BoNotesDialog);

declare global {
  interface HTMLElementTagNameMap {
    'bo-notes-dialog': BoNotesDialog;
  }
}
