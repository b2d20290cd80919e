import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { ConversationView } from '../../../server/protocol/frames.ts';
import type { FollowAnswer, FollowWay } from '../../../server/protocol/notifications.ts';
import { ChatError } from '../../client/api.ts';
import { base } from '../base.styles.ts';
import type { ChatContext } from '../context.ts';
import { check } from '../icons.ts';
import { choseHere, rememberHere } from './remembered.ts';
import { tellMeStyles } from './tell-me-styles.ts';
import { type TellMeWords, tellMeWords } from './words.ts';

/**
 * Under one's own question: how to be told when it is answered. Asked once; who chose the chat alone sees one
 * quiet line from then on. While it is on screen it says what was read, so that nothing is told twice.
 */
export class TellMe extends LitElement {
  static override properties = {
    context: { attribute: false },
    conversation: { attribute: false },
    words: { state: true },
    known: { state: true },
    step: { state: true },
    problem: { state: true },
    saving: { state: true },
  };
  static override styles = [base, tellMeStyles];

  declare context: ChatContext;
  declare conversation: ConversationView;
  declare words: TellMeWords | null;
  declare known: FollowAnswer | null;
  declare step: 'quiet' | 'offer' | 'address';
  declare problem: 'failed' | 'tooMany' | 'noAddress' | null;
  declare saving: boolean;

  #address: string | null = null;
  #readSeq = 0;

  constructor() {
    super();
    this.words = null;
    this.known = null;
    this.step = choseHere() ? 'quiet' : 'offer';
    this.problem = null;
    this.saving = false;
  }

  override connectedCallback() {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#seen);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#seen);
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('conversation')) return;
    const isOther = changed.get('conversation')?.id !== this.conversation.id;
    if (isOther) void this.#load();
    else this.#read();
  }

  protected override updated(changed: PropertyValues<this>) {
    if (changed.has('step') && this.step === 'address') this.renderRoot.querySelector('input')?.focus();
  }

  override render() {
    const { words, known } = this;
    if (!words || !known) return nothing;
    if (known.way) return this.#told(words, known, known.way);
    if (this.conversation.answers > 0) return nothing;
    if (this.step === 'quiet') return this.#quiet(words);
    return this.step === 'address' ? this.#form(words) : this.#offer(words, known);
  }

  #quiet(words: TellMeWords) {
    return html`<button class="quiet" @click=${() => this.#goTo('offer')}>${words.otherwise}</button>`;
  }

  #offer(words: TellMeWords, { offers, member, devicePage }: FollowAnswer) {
    const byMail = () => (member ? this.#follow('mail') : this.#goTo('address'));
    return html`<div class="card" role="group" aria-label=${words.label}>
      <p>${words.offer}</p>
      <div class="ways">
        <button @click=${this.#here}>${words.here}${choseHere() ? check : nothing}</button>
        ${offers.includes('mail') ? html`<button @click=${byMail}>${words.byMail}</button>` : nothing}
        <a href=${devicePage} target="_blank" rel="noopener">${words.byPush}</a>
      </div>
      ${this.#problem(words)}
    </div>`;
  }

  #form(words: TellMeWords) {
    return html`<form class="card" novalidate @submit=${this.#submit}>
      <label for="address">${words.address}</label>
      <input
        id="address"
        class="field"
        type="email"
        autocomplete="email"
        aria-describedby="hint"
        .value=${this.#address ?? ''}
        @input=${() => {
          this.problem = null;
        }}
      />
      <p id="hint" class="hint">${words.addressHint}</p>
      ${this.#problem(words)}
      <div class="row">
        <button class="send" ?disabled=${this.saving}>${words.send}</button>
        <button class="quiet" type="button" @click=${() => this.#goTo('offer')}>${words.back}</button>
      </div>
    </form>`;
  }

  #told(words: TellMeWords, { confirmed }: FollowAnswer, way: FollowWay) {
    const kept = way === 'push' ? words.pushed : words.mailed;
    return html`<div class="card">
      <p role="status">${confirmed ? kept : words.confirm(this.#address)}</p>
      <button class="quiet" @click=${this.#stop}>${words.stop}</button>
      ${this.#problem(words)}
    </div>`;
  }

  #problem(words: TellMeWords) {
    return html`<p class="bad" role="alert">${this.problem ? words[this.problem] : nothing}</p>`;
  }

  #goTo(step: 'quiet' | 'offer' | 'address') {
    this.problem = null;
    this.step = step;
  }

  #here = () => {
    rememberHere(true);
    this.#goTo('quiet');
  };

  #submit = (event: SubmitEvent) => {
    event.preventDefault();
    const input = this.renderRoot.querySelector('input');
    this.#address = input?.value.trim() ?? '';
    if (input?.validity.valid && this.#address) return void this.#follow('mail', this.#address);
    this.problem = 'noAddress';
  };

  #stop = () => this.#follow(null);

  async #follow(way: FollowWay | null, email?: string) {
    const body = { conversationId: this.conversation.id, way, email, locale: this.context.locale };
    this.saving = true;
    this.problem = null;
    try {
      this.known = await this.context.client.ask<FollowAnswer>('widget/notifications/follow', body);
      rememberHere(way === null);
      this.step = way === null ? 'quiet' : 'offer';
    } catch (error) {
      this.problem = problemOf(error);
    }
    this.saving = false;
  }

  async #load() {
    const query = new URLSearchParams({ conversationId: this.conversation.id });
    this.words ??= await tellMeWords(this.context.locale);
    try {
      this.known = await this.context.client.ask<FollowAnswer>(`widget/notifications/follow?${query}`);
      this.#read();
    } catch {
      // Nothing is offered where nothing can be kept.
      this.known = null;
    }
  }

  /** Back from our own page, or from a mail: what was chosen there shows here. */
  #seen = () => {
    if (document.hidden) return;
    this.#read();
    if (!this.known?.confirmed) void this.#load();
  };

  #read() {
    const { id, lastSeq } = this.conversation;
    if (document.hidden || !this.known?.way || lastSeq <= this.#readSeq) return;
    this.#readSeq = lastSeq;
    const said = this.context.client.ask('widget/notifications/read', { conversationId: id, seq: lastSeq });
    // Said again with the next message; at worst they are told of what they have read.
    said.catch(() => {
      this.#readSeq = 0;
    });
  }
}

function problemOf(error: unknown): 'failed' | 'tooMany' | 'noAddress' {
  if (!(error instanceof ChatError)) return 'failed';
  if (error.status === 429) return 'tooMany';
  return error.status === 400 ? 'noAddress' : 'failed';
}

customElements.define('entraide-tell-me', TellMe);
