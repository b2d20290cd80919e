import { html, LitElement, nothing, type PropertyValues } from 'lit';
import type { MessageView, MeView, ModerateBody, ModerationAct } from '../../../server/protocol/frames.ts';
import type { AlertSubject, NewAlert } from '../../../server/protocol/moderators.ts';
import { base } from '../base.styles.ts';
import type { ChatContext } from '../context.ts';
import { actsOffered, type OfferedAct } from './acts-offered.ts';
import { type Asked, askForm, type NeedsWords } from './ask-form.ts';
import './person-record.ts';
import { moderationStyles } from './moderation.styles.ts';
import { moderationFailure } from './moderation-failure.ts';
import { type ModerationWords, moderationWords } from './words.ts';

type Open = 'acts' | 'person' | NeedsWords | null;
const NEEDS_WORDS: readonly OfferedAct[] = ['hide', 'reject', 'alert', 'block'];

/** What a moderator does with one message, under it. Loaded for moderators only. */
export class Moderation extends LitElement {
  static override properties = {
    context: { attribute: false },
    message: { attribute: false },
    me: { attribute: false },
    /** In the list of what waits the acts are at hand, and reports can be settled. */
    inList: { attribute: false },
    isReported: { attribute: false },
    words: { state: true },
    open: { state: true },
    notice: { state: true },
    busy: { state: true },
  };
  static override styles = [base, moderationStyles];

  declare context: ChatContext;
  declare message: MessageView;
  declare me: MeView;
  declare inList: boolean;
  declare isReported: boolean;
  declare words: ModerationWords | null;
  declare open: Open;
  declare notice: string;
  declare busy: boolean;

  constructor() {
    super();
    this.inList = false;
    this.isReported = false;
    this.words = null;
    this.open = null;
    this.notice = '';
    this.busy = false;
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if (!this.words && changed.has('context')) void this.#speak();
    const before = changed.get('message');
    if (before && before.state !== this.message.state) this.open = null;
    // What was just taken from them is not left open to be pressed.
    if (changed.has('me') && this.open && !this.#stillOffered(this.open)) this.open = null;
  }

  async #speak() {
    this.words = await moderationWords(this.context.locale);
  }

  get #acts(): OfferedAct[] {
    return actsOffered(this.message, this.me, this.isReported);
  }

  #stillOffered = (open: Exclude<Open, null>) => open === 'acts' || this.#acts.includes(open);

  protected override updated(changed: PropertyValues<this>) {
    if (!changed.has('open')) return;
    this.renderRoot.querySelector('.box')?.scrollIntoView({ block: 'nearest' });
    if (this.open) this.renderRoot.querySelector<HTMLElement>('.box textarea, .acts button')?.focus();
    else if (changed.get('open')) this.renderRoot.querySelector<HTMLElement>('.row button')?.focus();
  }

  override render() {
    const { words } = this;
    if (!words || this.#acts.length === 0) return nothing;
    return html`<div @keydown=${this.#onKey}>${this.#shown(words)}</div>
      <p class="status" role="status">${this.notice}</p>`;
  }

  #shown(words: ModerationWords) {
    const { open } = this;
    if (open === 'person')
      return html`<div class="box">
        <entraide-person-record
          .context=${this.context}
          .words=${words}
          .personId=${this.message.author.id}
          @entraide-close=${this.#close}
        ></entraide-person-record>
      </div>`;
    if (open && open !== 'acts')
      return html`<div class="box">
        ${askForm({ act: open, words, busy: this.busy, submit: (asked) => this.#said(open, asked), cancel: this.#close })}
      </div>`;
    return this.inList || open === 'acts' ? this.#row(words) : this.#button(words);
  }

  #button(words: ModerationWords) {
    return html`<div class="row">
      <button aria-expanded="false" aria-label=${words.open(this.message.author.name)} @click=${() => this.#show('acts')}>
        ${words.moderate}
      </button>
    </div>`;
  }

  #row(words: ModerationWords) {
    return html`<div class="row acts" role="group" aria-label=${words.acts(this.message.author.name)}>
      ${this.#acts.map((act) => this.#act(act, words))}
      ${this.inList ? nothing : html`<button @click=${this.#close}>${words.cancel}</button>`}
    </div>`;
  }

  #act(act: OfferedAct, words: ModerationWords) {
    const label = act === 'settle' && this.message.state !== 'published' ? words.settleHidden : words[act];
    const strong = act === 'release' || act === 'restore' ? 'strong' : '';
    return html`<button class=${strong} ?disabled=${this.busy} @click=${() => this.#chosen(act)}>${label}</button>`;
  }

  #chosen(act: OfferedAct) {
    if (act === 'person' || NEEDS_WORDS.includes(act)) return this.#show(act as Open);
    if (act === 'settle')
      return this.#attempt('moderation/reports/dismiss', { messageId: this.message.id }, this.words!.settled);
    return this.#moderate(act as ModerationAct, null);
  }

  #subject(kind: AlertSubject['kind']): AlertSubject {
    const { id, conversationId, author } = this.message;
    return { kind, id: { message: id, conversation: conversationId, person: author.id }[kind] };
  }

  #said(act: NeedsWords, { text, about, degree }: Asked) {
    const { words, message } = this;
    if (act === 'alert') {
      const alert: NewAlert = { about: this.#subject(about), note: text, degree };
      return this.#attempt('moderation/alerts', alert, words!.alerted);
    }
    if (act === 'block')
      return this.#attempt(`moderation/messages/${message.id}/block`, { reason: text }, words!.blocked);
    return this.#moderate(act, text || null);
  }

  #moderate(act: ModerationAct, reason: string | null) {
    const body: Omit<ModerateBody, 'site'> = { act, reason };
    return this.#attempt(`moderation/messages/${this.message.id}`, body, '');
  }

  #show(open: Open) {
    this.notice = '';
    this.open = open;
  }

  #close = () => this.#show(null);

  #onKey(event: KeyboardEvent) {
    if (event.key !== 'Escape' || this.open === null) return;
    event.stopPropagation();
    this.#close();
  }

  async #attempt(path: string, body: object, done: string) {
    this.busy = true;
    try {
      await this.context.client.ask(path, body);
      this.#show(null);
      this.notice = done;
      this.dispatchEvent(new Event('entraide-moderated'));
    } catch (error) {
      this.notice = moderationFailure(error, this.words!);
    }
    this.busy = false;
  }
}

customElements.define('entraide-moderation', Moderation);
