import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type {
  ConversationDetail,
  ConversationRow,
  ModerateAnswer,
} from '../../../server/protocol/back-office.ts';
import type { ModerationAct } from '../../../server/protocol/frames.ts';
import type { Api } from '../api.ts';
import { ToastEvent } from '../events.ts';
import { icon } from '../icons/index.ts';
import words from '../locales/conversations.ts';
import { locale, translator } from '../locales/index.ts';
import { LocalizedElement } from '../localized.ts';
import { confirm } from '../parts/confirm.ts';
import { earlierTextStyles } from '../parts/earlier-texts.ts';
import '../parts/list-state.ts';
import { when } from '../parts/when.ts';
import { shared } from '../styles/shared.ts';
import { dateOf } from '../time.ts';
import { announceFailure } from './announce-failure.ts';
import { conversationDetailStyles } from './conversation-detail-styles.ts';
import { conversationMessage } from './conversation-message.ts';
import { actsOn, STATE_WORD } from './conversation-states.ts';
import { LoadedOne } from './loaded-one.ts';

const t = translator(words);
type Message = ConversationDetail['messages'][number];
const TOAST = {
  release: 'releasedToast',
  reject: 'rejectedToast',
  hide: 'hiddenToast',
  restore: 'restoredMessageToast',
  remove: 'removedToast',
} as const satisfies Record<ModerationAct, string>;

/** One conversation, every message in every state, and what can be done. Fires `bo-changed` and `bo-back`. */
export class BoConversationDetail extends LocalizedElement {
  static override properties = {
    api: { attribute: false },
    conversationId: { attribute: false },
    isManager: { attribute: false },
    mayRelease: { attribute: false },
  };
  static override styles = [shared, conversationDetailStyles, earlierTextStyles];
  declare api: Api;
  declare conversationId: string;
  declare isManager: boolean;
  declare mayRelease: boolean;

  #loaded = new LoadedOne<ConversationDetail>(this, {
    fetch: (id) => this.api.get(`conversations/${encodeURIComponent(id)}`),
    failed: (error) => announceFailure(this, error),
  });

  async refresh(): Promise<void> {
    await this.#loaded.read(this.conversationId);
  }

  protected override willUpdate(changed: Map<PropertyKey, unknown>): void {
    if (changed.has('conversationId')) void this.refresh();
  }

  protected override render() {
    const { state, problem, value } = this.#loaded;
    return html`<div class="detail">
      <button class="button quiet back" type="button" @click=${() => this.dispatchEvent(new Event('bo-back'))}>
        ${icon('left')}${t('back')}
      </button>
      <bo-list-state .state=${state} text=${problem} @bo-retry=${() => this.#loaded.retry(this.conversationId)}>
        ${value && state === 'ready' ? this.#whole(value) : nothing}
      </bo-list-state>
    </div>`;
  }

  #whole({ conversation, messages }: ConversationDetail) {
    const act = (id: string, name: string, what: ModerationAct) => void this.#moderate(id, name, what);
    return html`${this.#head(conversation)}
      <h3 class="visually-hidden">${t('messagesOf')}</h3>
      <ol class="messages">${repeat(
        messages,
        (message) => message.id,
        (message) => {
          const isAccepted = message.id === conversation.acceptedMessageId;
          return conversationMessage(message, this.#actsOn(message, conversation), act, isAccepted);
        },
      )}</ol>`;
  }

  /** In a deleted conversation there is nothing left to decide but to restore it. */
  #actsOn({ state }: Message, conversation: ConversationRow): readonly ModerationAct[] {
    return conversation.state === 'deleted' ? [] : actsOn(state, this.mayRelease);
  }

  #head(row: ConversationRow) {
    const { deletedAt, eraseAt, page } = row;
    return html`<header>
      <div class="row">
        <span class="pill ${row.state}">${t(STATE_WORD[row.state])}</span>
        <span class="small muted">${t('total', { count: row.messages })}</span>
        <span class="small muted">· ${when(row.createdAt)}</span>
      </div>
      <h2>${row.question || t('noQuestion')}</h2>
      <p class="small muted">${t('askedOn')} <a href=${page.url} target="_blank" rel="noopener noreferrer">${page.title || page.url}</a></p>
      ${
        deletedAt !== null && eraseAt !== null
          ? html`<p class="deleted-note">${t('deletedOn', { date: dateOf(deletedAt, locale()), erase: dateOf(eraseAt, locale()) })}</p>`
          : nothing
      }
      ${this.isManager ? this.#acts(row) : nothing}
    </header>`;
  }

  #acts(row: ConversationRow) {
    const button = (key: 'restore' | 'close' | 'reopen', symbol: 'undo' | 'check', act: () => void) =>
      html`<button class="button small" type="button" @click=${act}>${icon(symbol)}${t(key)}</button>`;
    if (row.state === 'deleted') {
      return html`<div class="row" role="group" aria-label=${t('actsOf')}>${button('restore', 'undo', () => this.#change('restore', 'restoredToast'))}</div>`;
    }
    return html`<div class="row" role="group" aria-label=${t('actsOf')}>
      ${
        row.state === 'closed'
          ? button('reopen', 'undo', () => this.#change('reopen', 'reopenedToast', 'close'))
          : button('close', 'check', () =>
              this.#change('close', 'closedToast', row.state === 'open' ? 'reopen' : undefined),
            )
      }
      <button class="button small danger" type="button" @click=${this.#delete}>${icon('trash')}${t('delete')}</button>
    </div>`;
  }

  #delete = async () => {
    const id = this.conversationId;
    const question = {
      title: t('deleteTitle'),
      text: t('deleteText'),
      confirm: t('deleteNow'),
      danger: true,
    };
    const answer = await confirm({ ...question, reason: 'optional', reasonLabel: t('reason') });
    if (!answer) return;
    const undo = () => this.#do(() => this.api.post(`conversations/${id}/restore`));
    await this.#do(
      () => this.api.delete(`conversations/${id}`, { reason: answer.reason }),
      t('deletedToast'),
      undo,
    );
  };

  async #change(
    act: 'restore' | 'close' | 'reopen',
    said: 'restoredToast' | 'closedToast' | 'reopenedToast',
    opposite?: 'close' | 'reopen',
  ): Promise<void> {
    const at = `conversations/${this.conversationId}`;
    const undo = opposite && (() => this.#do(() => this.api.post(`${at}/${opposite}`)));
    await this.#do(() => this.api.post(`${at}/${act}`), t(said), undo);
  }

  async #moderate(id: string, name: string, act: ModerationAct): Promise<void> {
    if (act === 'remove') {
      const question = { title: t('removeTitle'), text: t('removeText'), confirm: t('removeNow') };
      if (!(await confirm({ ...question, danger: true }))) return;
    }
    try {
      const { undo } = await this.api.post<ModerateAnswer>(`messages/${id}`, { act, reason: null });
      const text = t(TOAST[act], { name });
      const back = () => this.#do(() => this.api.post('undo', { id: undo }));
      this.dispatchEvent(new ToastEvent(undo ? { text, undo: back } : { text }));
    } catch (error) {
      announceFailure(this, error);
    }
    await this.#changed();
  }

  /** Does it, says so, and reads everything again. */
  async #do(act: () => Promise<unknown>, text?: string, undo?: () => Promise<void>): Promise<void> {
    try {
      await act();
      if (text) this.dispatchEvent(new ToastEvent(undo ? { text, undo } : { text }));
    } catch (error) {
      announceFailure(this, error);
    }
    await this.#changed();
  }

  async #changed(): Promise<void> {
    this.dispatchEvent(new Event('bo-changed'));
    await this.refresh();
  }
}

customElements.define('bo-conversation-detail', BoConversationDetail);
