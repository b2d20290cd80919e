import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ServerFrame } from '../../../../server/protocol/frames.ts';
import type {
  AlertsAnswer,
  AlertView,
  ToReview,
  ToReviewAnswer,
} from '../../../../server/protocol/moderators.ts';
import type { ChatState } from '../../../client/chat-state.ts';
import { base } from '../../base.styles.ts';
import type { ChatContext } from '../../context.ts';
import '../../moderation/moderation.ts';
import { type ModerationWords, moderationWords } from '../../moderation/words.ts';
import { alertRow } from './alert-row.ts';
import { reviewCard } from './review-card.ts';
import { toReviewStyles } from './to-review.styles.ts';
import { type ToReviewWords, toReviewWords } from './words.ts';

type Section = 'queue' | 'alerts';
type AllWords = { words: ToReviewWords; acts: ModerationWords };

/** What waits for a decision, with the acts at hand, live; and the alerts this moderator raised. */
export class ToReviewScreen extends LitElement {
  static override properties = {
    context: { attribute: false },
    state: { attribute: false },
    words: { state: true },
    section: { state: true },
    items: { state: true },
    raised: { state: true },
    unread: { state: true },
    failed: { state: true },
  };
  static override styles = [base, toReviewStyles];

  declare context: ChatContext;
  declare state: ChatState;
  declare words: AllWords | null;
  declare section: Section;
  declare items: ToReview[] | null;
  declare raised: AlertView[];
  declare unread: number;
  declare failed: boolean;

  #asked = 0;

  constructor() {
    super();
    this.words = null;
    this.section = 'queue';
    this.items = null;
    this.raised = [];
    this.unread = 0;
    this.failed = false;
  }

  override connectedCallback() {
    super.connectedCallback();
    this.context?.client.addEventListener('frame', this.#onFrame);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    this.context.client.removeEventListener('frame', this.#onFrame);
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if (!changed.has('context') || this.words) return;
    // The same listener twice is one.
    this.context.client.addEventListener('frame', this.#onFrame);
    void this.#begin();
  }

  async #begin(): Promise<void> {
    const { locale } = this.context;
    const [words, acts] = await Promise.all([toReviewWords(locale), moderationWords(locale)]);
    this.words = { words, acts };
    await this.#load();
  }

  #onFrame = (event: Event) => {
    const frame = (event as CustomEvent<ServerFrame>).detail;
    const isNews =
      frame.op === 'back-office' && frame.changed.some((list) => list === 'queue' || list === 'alerts');
    if (isNews || frame.op === 'rights' || frame.op === 'welcome') void this.#load();
  };

  #load = async (): Promise<void> => {
    const asked = ++this.#asked;
    const { client } = this.context;
    try {
      const [{ items }, open, closed] = await Promise.all([
        client.ask<ToReviewAnswer>('moderation/queue'),
        client.ask<AlertsAnswer>('moderation/alerts?state=open'),
        client.ask<AlertsAnswer>('moderation/alerts?state=closed'),
      ]);
      if (asked !== this.#asked) return;
      this.failed = false;
      this.items = items;
      this.raised = [...open.items, ...closed.items];
      this.unread = open.counts.answers;
      this.#readIfShown();
    } catch {
      if (asked === this.#asked) this.failed = true;
    }
  };

  override render() {
    const { words } = this.words ?? {};
    if (!words) return nothing;
    if (!this.items)
      return html`<div class="empty" role="status">${this.failed ? this.#retry(words) : words.loading}</div>`;
    return html`<div class="sections" role="group" aria-label=${words.sections}>
        ${this.#tab('queue', words.queue(this.items.length))} ${this.#tab('alerts', words.alerts(this.unread))}
      </div>
      ${this.failed ? html`<p class="empty" role="status">${this.#retry(words)}</p>` : nothing}
      ${this.section === 'queue' ? this.#queue(this.words!) : this.#alerts(words)}`;
  }

  /** Shown is read: nobody is told elsewhere of what they have before them. */
  #readIfShown(): void {
    if (this.section !== 'alerts' || this.unread === 0) return;
    this.unread = 0;
    this.context.client.ask('moderation/alerts/read', {}).catch(console.warn);
  }

  #tab(section: Section, label: string) {
    const choose = () => {
      this.section = section;
      this.#readIfShown();
    };
    return html`<button aria-pressed=${this.section === section} @click=${choose}>${label}</button>`;
  }

  #retry(words: ToReviewWords) {
    return html`${words.failed} <button class="link" @click=${this.#load}>${words.again}</button>`;
  }

  #queue(words: AllWords) {
    const { context, state } = this;
    if (!this.items?.length) return html`<p class="empty">${words.words.empty}</p>`;
    return html`<ul aria-label=${words.words.list} @entraide-moderated=${this.#load}>
      ${repeat(
        this.items,
        ({ id }) => id,
        (item) => html`<li>${reviewCard({ item, context, me: state.me, ...words, now: Date.now() })}</li>`,
      )}
    </ul>`;
  }

  #alerts(words: ToReviewWords) {
    if (!this.raised.length) return html`<p class="empty">${words.noAlerts}</p>`;
    return html`<ul aria-label=${words.alerts(0)}>
      ${repeat(
        this.raised,
        ({ id }) => id,
        (alert) => html`<li>${alertRow(alert, words, this.context)}</li>`,
      )}
    </ul>`;
  }
}

customElements.define('entraide-to-review', ToReviewScreen);
