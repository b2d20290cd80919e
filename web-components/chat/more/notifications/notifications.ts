import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { live } from 'lit/directives/live.js';
import type {
  MailSubject,
  MailWish,
  NotificationsAnswer,
  NotificationWishes,
} from '../../../../server/protocol/notifications.ts';
import type { ChatState } from '../../../client/chat-state.ts';
import { base } from '../../base.styles.ts';
import type { ChatContext } from '../../context.ts';
import { availabilityStyles } from '../availability/availability-styles.ts';
import { notificationsStyles } from './notifications-styles.ts';
import { type NotificationsWords, notificationsWords } from './words.ts';

const WISHES: MailWish[] = ['immediate', 'digest', 'none'];
const PATH = 'widget/notifications';

/** How a member is told: on which devices, by mail how often, and about what. Each change is kept at once. */
export class NotificationsForm extends LitElement {
  static override properties = {
    context: { attribute: false },
    state: { attribute: false },
    words: { state: true },
    known: { state: true },
    failed: { state: true },
    status: { state: true },
  };
  static override styles = [base, availabilityStyles, notificationsStyles];

  declare context: ChatContext;
  declare state: ChatState;
  declare words: NotificationsWords | null;
  declare known: NotificationsAnswer | null;
  declare failed: boolean;
  declare status: 'saved' | 'notSaved' | null;

  constructor() {
    super();
    this.words = null;
    this.known = null;
    this.failed = false;
    this.status = null;
  }

  override connectedCallback() {
    super.connectedCallback();
    document.addEventListener('visibilitychange', this.#back);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    document.removeEventListener('visibilitychange', this.#back);
  }

  protected override firstUpdated() {
    void this.#load();
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if (changed.has('context') && !this.words) void this.#speak();
  }

  override render() {
    const { words, known, status } = this;
    if (!words) return nothing;
    if (!known) return this.#state(words);
    return html`${this.#push(words, known)} ${this.#mail(words, known)}
      ${known.mail === 'none' || !known.address || !known.mailConfigured ? nothing : this.#subjects(words, known)}
      <p class="status ${status === 'notSaved' ? 'bad' : ''}" role="status">${status && words[status]}</p>`;
  }

  #state(words: NotificationsWords) {
    const failed = html`<p>${words.failed}</p>
      <button class="link" @click=${() => this.#load()}>${words.again}</button>`;
    return html`<div class="state" role="status">${this.failed ? failed : words.loading}</div>`;
  }

  #push(words: NotificationsWords, { push, devices, devicePage }: NotificationsAnswer) {
    return html`<fieldset>
      <label class="switch">
        ${words.push}
        <input
          type="checkbox"
          role="switch"
          aria-describedby="push-hint"
          .checked=${live(push)}
          @change=${() => this.#save({ push: !push })}
        />
      </label>
      <p id="push-hint" class="hint">${words.pushHint} ${push ? words.devices(devices) : nothing}</p>
      ${push ? html`<a class="device" href=${devicePage} target="_blank" rel="noopener">${words.device}</a>` : nothing}
    </fieldset>`;
  }

  #mail(words: NotificationsWords, { mail, mailConfigured, address }: NotificationsAnswer) {
    if (!mailConfigured || !address) {
      const why = mailConfigured ? words.noAddress : words.notConfigured;
      return html`<fieldset><legend>${words.mail}</legend><p class="hint">${why}</p></fieldset>`;
    }
    return html`<fieldset>
      <legend>${words.mail}</legend>
      <p class="hint">${words.mailTo(address)}</p>
      ${WISHES.map(
        (wish) => html`<label class="choice">
          <input type="radio" name="mail" .checked=${live(mail === wish)} @change=${() => this.#save({ mail: wish })} />
          <span>${words.wishes[wish]}<small class="hint">${words.wishHints[wish]}</small></span>
        </label>`,
      )}
    </fieldset>`;
  }

  #subjects(words: NotificationsWords, { refused }: NotificationsAnswer) {
    return html`<fieldset>
      <legend>${words.subjects}</legend>
      ${this.#mine().map(
        (subject) => html`<label class="choice">
          <input
            type="checkbox"
            .checked=${live(!refused.includes(subject))}
            @change=${() => this.#save({ refused: toggled(refused, subject) })}
          />
          <span>${words.subject[subject]}</span>
        </label>`,
      )}
    </fieldset>`;
  }

  /** Experts get no alerts: nothing is offered that does not come. */
  #mine(): MailSubject[] {
    const role = this.state.me?.role;
    return role === 'expert' ? ['questions', 'answers', 'news'] : ['questions', 'answers', 'alerts', 'news'];
  }

  async #speak() {
    this.words = await notificationsWords(this.context.locale);
  }

  async #load() {
    this.failed = false;
    try {
      this.known = await this.context.client.ask<NotificationsAnswer>(PATH);
    } catch {
      // The screen says so, and offers to try again.
      this.failed = true;
    }
  }

  /** Back from our own page, where this device may have been turned on. */
  #back = () => {
    if (!document.hidden) void this.#load();
  };

  async #save(wishes: Omit<NotificationWishes, 'site'>) {
    const before = this.known!;
    this.known = { ...before, ...wishes };
    this.status = null;
    try {
      this.known = await this.context.client.ask<NotificationsAnswer>(PATH, wishes);
      this.status = 'saved';
    } catch {
      // What is shown is what is kept.
      this.known = before;
      this.status = 'notSaved';
    }
  }
}

const toggled = (refused: MailSubject[], subject: MailSubject): MailSubject[] =>
  refused.includes(subject) ? refused.filter((other) => other !== subject) : [...refused, subject];

customElements.define('entraide-notifications', NotificationsForm);
