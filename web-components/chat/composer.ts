import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { MeView, RefusalCode } from '../../server/protocol/frames.ts';
import type { PendingMessage } from '../client/chat-state.ts';
import type { personalDataIn } from '../client/personal-data.ts';
import { base } from './base.styles.ts';
import { composerStyles } from './composer.styles.ts';
import type { ChatContext } from './context.ts';
import { arrowUp } from './icons.ts';
import { loadConversationView } from './load-conversation-view.ts';

const MAX = 4000;
const COUNT_FROM = 3600;
/** Loaded with the first text. */
let look: typeof personalDataIn | null = null;

/** Where one writes: a question, or a message of a conversation. What could not be sent comes back here. */
export class ChatComposer extends LitElement {
  static override properties = {
    context: { attribute: false },
    conversationId: { attribute: false },
    me: { attribute: false },
    placeholder: { attribute: false },
    closed: { attribute: false },
    refused: { attribute: false },
    replyTo: { attribute: false },
    text: { state: true },
    refusal: { state: true },
  };
  static override styles = [base, composerStyles];

  declare context: ChatContext;
  declare conversationId: string | null;
  declare me: MeView | null;
  declare placeholder: string;
  /** Why nobody may write here, null when one may. */
  declare closed: string | null;
  /** A message of this place the server would not take. */
  declare refused: PendingMessage | null;
  /** The message one replies to. */
  declare replyTo?: string;
  declare text: string;
  declare refusal: RefusalCode | null;

  constructor() {
    super();
    this.conversationId = null;
    this.refused = null;
    this.text = '';
    this.refusal = null;
  }

  /** Puts a text back, for its author to change and send again. */
  edit(text: string) {
    this.#write(text);
    this.#field('textarea')?.focus();
  }

  override focus() {
    this.#field('textarea')?.focus();
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('conversationId') || !this.hasUpdated) {
      this.text = this.context.view.draft(this.#key);
      this.refusal = null;
    }
    if (this.refused && !this.text) this.#takeBack(this.refused);
  }

  protected override updated(changed: PropertyValues<this>) {
    if (changed.has('text') || changed.has('closed')) this.#grow();
    if (this.text && !look) void this.#loadLook();
    if (!changed.has('refusal') || !this.refusal) return;
    if (this.refusal.startsWith('name-')) this.#field('input')?.focus();
    if (!this.context.words.refusals[this.refusal]) void this.#loadRefusals();
  }

  override render() {
    if (this.closed) return html`<p class="closed">${this.closed}</p>`;
    const { words } = this.context;
    return html`<form @submit=${this.#submit}>
      <p class="error" role="alert" ?hidden=${!this.refusal}>${this.refusal ? words.refusals[this.refusal] : ''}</p>
      ${this.#asksName ? this.#name() : nothing}
      <p class="personal" role="status">${this.#warning()}</p>
      <div class="box">
        <textarea
          rows="1"
          enterkeyhint="send"
          aria-label=${words.composer.label}
          placeholder=${this.placeholder}
          .value=${this.text}
          @input=${this.#typed}
          @keydown=${this.#onKey}
        ></textarea>
        <button class="send" aria-label=${words.composer.send} aria-disabled=${this.text.trim() ? 'false' : 'true'}>
          ${arrowUp}
        </button>
      </div>
      <p class="hint"><span>${words.composer.visible}</span>${this.#left()}</p>
    </form>`;
  }

  #name() {
    return html`<label class="name"
      >${this.context.words.composer.name}
      <input class="field" name="name" maxlength="40" autocomplete="nickname" .value=${this.context.view.name ?? ''} />
    </label>`;
  }

  /** Said before it is sent, and only said: whoever means it may send it. */
  #warning() {
    const kind = look?.(this.text);
    return kind ? this.context.words.composer.personal[kind] : nothing;
  }

  /** Why the server refuses is seldom to be said: the words come with those of a conversation. */
  async #loadRefusals() {
    await loadConversationView(this.context);
    this.requestUpdate();
  }

  async #loadLook() {
    ({ personalDataIn: look } = await import('../client/personal-data.ts'));
    this.requestUpdate();
  }

  #left() {
    const length = [...this.text].length;
    if (length < COUNT_FROM) return nothing;
    const { left, tooLong } = this.context.words.composer;
    return html`<span class="left">${length > MAX ? tooLong : left(MAX - length)}</span>`;
  }

  #takeBack(refused: PendingMessage) {
    this.#write(this.context.client.discard(refused.clientMessageId));
    this.refusal = refused.refusal?.code ?? 'bad-request';
  }

  #typed() {
    this.#write(this.#field('textarea')!.value);
    if (this.conversationId && this.text) this.context.client.typing(this.conversationId);
  }

  #onKey(event: KeyboardEvent) {
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.#submit(event);
  }

  #submit(event: Event) {
    event.preventDefault();
    const text = this.text.trim();
    if (!text || [...text].length > MAX) return;
    const name = this.#signature();
    if (name === '') {
      this.refusal = 'name-required';
      this.#field('input')?.focus();
      return;
    }
    this.context.client.send(text, this.conversationId, name, this.replyTo);
    this.dispatchEvent(new Event('entraide-sent'));
    this.#write('');
    this.refusal = null;
  }

  /** The name to send: null when the server knows it, '' when it is still to be given. */
  #signature(): string | null {
    const { view } = this.context;
    const written = this.#field('input')?.value.trim();
    if (written) view.name = written;
    if (written === '') return '';
    return written || (this.me?.name ? null : (view.name ?? ''));
  }

  get #asksName(): boolean {
    if (this.refusal?.startsWith('name-')) return true;
    return Boolean(this.text) && !this.context.view.name && !this.me?.name;
  }

  get #key(): string {
    return this.conversationId ?? 'question';
  }

  #write(text: string) {
    this.text = text;
    this.context.view.setDraft(this.#key, text);
  }

  #grow() {
    const field = this.#field('textarea');
    if (!field) return;
    field.style.height = 'auto';
    field.style.height = `${field.scrollHeight}px`;
  }

  #field<Tag extends 'input' | 'textarea'>(tag: Tag): HTMLElementTagNameMap[Tag] | null {
    return this.renderRoot.querySelector(tag);
  }
}

customElements.define('entraide-composer', ChatComposer);
