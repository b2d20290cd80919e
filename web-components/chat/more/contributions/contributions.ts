import { html, LitElement, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type {
  ContributionsAnswer,
  PointEntryView,
  ThanksAnswer,
} from '../../../../server/protocol/recognition.ts';
import type { ChatState } from '../../../client/chat-state.ts';
import { badgeMark, badgeMarkStyles } from '../../badge-mark.ts';
import { base } from '../../base.styles.ts';
import type { ChatContext } from '../../context.ts';
import { ago, fullTime } from '../../time.ts';
import { contributionsStyles } from './contributions-styles.ts';
import { type ContributionsWords, contributionsWords } from './words.ts';

/** One's points, each with its reason; badges; and for members whom people thanked this month. */
export class Contributions extends LitElement {
  static override properties = {
    context: { attribute: false },
    state: { attribute: false },
    words: { state: true },
    answer: { state: true },
    thanks: { state: true },
    failed: { state: true },
  };
  static override styles = [base, badgeMarkStyles, contributionsStyles];

  declare context: ChatContext;
  declare state: ChatState;
  declare words: ContributionsWords | null;
  /** Every page read so far, as one. */
  declare answer: ContributionsAnswer | null;
  declare thanks: ThanksAnswer | null;
  declare failed: boolean;

  constructor() {
    super();
    this.words = null;
    this.answer = null;
    this.thanks = null;
    this.failed = false;
  }

  protected override firstUpdated() {
    void this.#load();
  }

  override render() {
    const { words } = this;
    if (!words) return nothing;
    if (this.failed && !this.answer) return this.#failure(words);
    if (!this.answer) return html`<p class="state" role="status">${words.loading}</p>`;
    return html`${this.#summary(this.answer, words)} ${this.#ledger(this.answer, words)} ${this.#thanked(words)}`;
  }

  #failure({ failed, again }: ContributionsWords) {
    return html`<div class="state" role="alert"><p>${failed}</p><button class="link" @click=${this.#load}>${again}</button></div>`;
  }

  #summary({ points, badges, thanks, accepted }: ContributionsAnswer, words: ContributionsWords) {
    const { locale } = this.context;
    return html`<p class="total">${words.total(points)}</p>
      <p class="muted">${words.month(thanks, accepted)}</p>
      ${
        badges.length > 0
          ? html`<ul class="badges" aria-label=${words.badges}>${badges.map((badge) => html`<li>${badgeMark(badge, locale)}</li>`)}</ul>`
          : nothing
      }`;
  }

  #ledger({ items, next }: ContributionsAnswer, words: ContributionsWords) {
    return html`<h3 id="ledger">${words.ledger}</h3>
      <p class="muted">${words.how}</p>
      ${items.length === 0 ? html`<p class="state">${words.empty}</p>` : nothing}
      <ul aria-labelledby="ledger">${repeat(
        items,
        ({ id }) => id,
        (entry) => html`<li class="entry">${this.#entry(entry, words)}</li>`,
      )}</ul>
      ${next ? html`<button class="link more" @click=${this.#more}>${words.more}</button>` : nothing}
      ${this.failed ? this.#failure(words) : nothing}`;
  }

  #entry(entry: PointEntryView, words: ContributionsWords) {
    const { points, source, why, note, badge, at, conversation } = entry;
    const { locale, client } = this.context;
    const sign = points > 0 ? 'plus' : points < 0 ? 'minus' : 'none';
    return html`<span class="points ${sign}">${source === 'badge' ? nothing : signed(points)}</span>
      <div>
        <p class="said"><span class="about">${words.source[source]}${badge ? badgeMark(badge, locale) : nothing}</span>
          <time class="muted" datetime=${new Date(at).toISOString()} title=${fullTime(at, locale)}>${ago(at, Date.now(), locale)}</time></p>
        ${words.why[why] ? html`<p class="muted why">${words.why[why]}</p>` : nothing}
        ${note ? html`<p class="muted note">${note}</p>` : nothing}
        ${
          conversation
            ? html`<button class="link question" aria-label=${words.open(conversation.question)}
                @click=${() => client.openConversation(conversation.id)}>${conversation.question}</button>`
            : nothing
        }
      </div>`;
  }

  #thanked(words: ContributionsWords) {
    if (!this.thanks || this.thanks.people.length === 0) return nothing;
    return html`<h3 id="thanked">${words.thanked}</h3>
      <ol aria-labelledby="thanked" class="people">${this.thanks.people.map(
        ({ name, thanks, mine }) => html`<li class="thanked ${mine ? 'mine' : ''}">
          <span>${name}${mine ? ` (${words.you})` : ''}</span><span class="muted">${words.thanks(thanks)}</span>
        </li>`,
      )}</ol>`;
  }

  #load = async () => {
    const { client, locale } = this.context;
    this.failed = false;
    try {
      this.words = await contributionsWords(locale);
      this.answer = await client.ask<ContributionsAnswer>('widget/contributions');
      const isMember = this.state.me && this.state.me.role !== 'visitor';
      this.thanks = isMember ? await client.ask<ThanksAnswer>('widget/thanks') : null;
    } catch (error) {
      this.#fail(error);
    }
  };

  #more = async () => {
    const { answer } = this;
    if (!answer?.next) return;
    this.failed = false;
    try {
      const page = await this.context.client.ask<ContributionsAnswer>(
        `widget/contributions?after=${encodeURIComponent(answer.next)}`,
      );
      this.answer = { ...page, items: [...answer.items, ...page.items] };
    } catch (error) {
      this.#fail(error);
    }
  };

  #fail(error: unknown) {
    console.warn('Entraide: the contributions could not be loaded', error);
    this.failed = true;
  }
}

const signed = (points: number): string =>
  points > 0 ? `+${points}` : points < 0 ? `−${Math.abs(points)}` : '0';

customElements.define('entraide-contributions', Contributions);
