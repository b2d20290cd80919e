import { html, LitElement, nothing, type PropertyValues } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ConversationView } from '../../../../server/protocol/frames.ts';
import { ChatError } from '../../../client/api.ts';
import type { ChatState } from '../../../client/chat-state.ts';
import { boardOf, type WaitingBoard } from '../../../client/waiting-board.ts';
import { base } from '../../base.styles.ts';
import type { ChatContext } from '../../context.ts';
import { check } from '../../icons.ts';
import { listStyles } from '../../list.styles.ts';
import { languageName, questionRow } from './question-row.ts';
import { waitingStyles } from './waiting-styles.ts';
import { type WaitingWords, waitingWords } from './words.ts';

/** How long each question waits is told anew so often. */
const EVERY_MS = 20_000;

/** Questions nobody has answered: read, filtered, taken and opened. */
export class WaitingQuestions extends LitElement {
  static override properties = {
    context: { attribute: false },
    state: { attribute: false },
    words: { state: true },
    notice: { state: true },
    busy: { state: true },
  };
  static override styles = [base, listStyles, waitingStyles];

  declare context: ChatContext;
  declare state: ChatState;
  declare words: WaitingWords | null;
  declare notice: string;
  declare busy: boolean;

  #board: WaitingBoard | null = null;
  #timer: ReturnType<typeof setInterval> | undefined;
  #changed = () => this.requestUpdate();

  constructor() {
    super();
    this.words = null;
    this.notice = '';
    this.busy = false;
  }

  override connectedCallback() {
    super.connectedCallback();
    this.#timer = setInterval(this.#changed, EVERY_MS);
    this.#board?.addEventListener('change', this.#changed);
  }

  override disconnectedCallback() {
    super.disconnectedCallback();
    clearInterval(this.#timer);
    this.#board?.removeEventListener('change', this.#changed);
  }

  protected override willUpdate(changed: PropertyValues<this>) {
    if (this.#board || !changed.has('context')) return;
    this.#board = boardOf(this.context.client);
    this.#board.addEventListener('change', this.#changed);
    void this.#speak();
  }

  async #speak() {
    this.words = await waitingWords(this.context.locale);
  }

  override render() {
    const { words } = this;
    if (!words || !this.#board) return nothing;
    const { questions, status } = this.#board.state;
    const cutOff = this.state.interrupted ? words.offline : '';
    return html`${this.#filters(words)}
      <p class="notice" role="status">${this.notice || cutOff}</p>
      ${questions.length ? this.#list(words, questions) : this.#nothing(words, status)} ${this.#more(words)}`;
  }

  #filters(words: WaitingWords) {
    const { topics, topic, language } = this.#board!.state;
    const languages = this.#languages();
    return topics.length < 2 && languages.length < 2
      ? nothing
      : html`<div class="filters">
          ${this.#select(
            'topic',
            words.topics,
            words.allTopics,
            topic,
            topics.map((name) => [name, name]),
          )}
          ${this.#select('language', words.languages, words.allLanguages, language, languages)}
        </div>`;
  }

  #select(key: 'topic' | 'language', label: string, all: string, chosen: string | null, options: string[][]) {
    if (options.length < 2) return nothing;
    const choose = ({ target }: Event) =>
      this.#board!.filter({ [key]: (target as HTMLSelectElement).value || null });
    return html`<label>
      <span class="unseen">${label}</span>
      <select @change=${choose}>
        <option value="" ?selected=${!chosen}>${all}</option>
        ${options.map(([value, name]) => html`<option value=${value} ?selected=${value === chosen}>${name}</option>`)}
      </select>
    </label>`;
  }

  #known = new Set<string>();

  /** Those seen so far: a filter that is chosen must not make the others go. */
  #languages(): string[][] {
    for (const { language } of this.#board!.state.questions) if (language) this.#known.add(language);
    return [...this.#known].map((language) => [language, languageName(language, this.context.locale)]);
  }

  #list(words: WaitingWords, questions: ConversationView[]) {
    return html`<ul aria-label=${words.list}>
      ${repeat(
        questions,
        ({ id }) => id,
        (question) => html`<li>${this.#row(words, question)}</li>`,
      )}
    </ul>`;
  }

  #row(words: WaitingWords, question: ConversationView) {
    const { id } = question;
    return questionRow({
      question,
      words,
      locale: this.context.locale,
      me: this.state.me?.id ?? null,
      now: Date.now(),
      isNews: this.#board!.state.told.has(id),
      isBusy: this.busy || this.state.interrupted,
      open: () => this.#open(id),
      take: () => this.#attempt(words, () => this.#take(words, id)),
      giveBack: () => this.#attempt(words, () => this.#board!.giveBack(id)),
    });
  }

  #open(id: string) {
    this.#board!.seen(id);
    this.context.client.openConversation(id);
  }

  /** Whoever takes it answers it: on to where one writes. */
  async #take(words: WaitingWords, id: string) {
    const other = await this.#board!.take(id);
    if (other === null) this.#open(id);
    else this.notice = words.takenBefore(other);
  }

  async #attempt(words: WaitingWords, act: () => Promise<void>) {
    this.notice = '';
    this.busy = true;
    try {
      await act();
    } catch (error) {
      if (!(error instanceof ChatError)) throw error;
      this.notice = error.code === 'too-many' ? words.tooMany : words.takeFailed;
    } finally {
      this.busy = false;
    }
  }

  #nothing(words: WaitingWords, status: 'loading' | 'ready' | 'error') {
    if (status === 'loading') {
      const bones = html`<div aria-hidden="true"><div class="bone"></div><div class="bone"></div></div>`;
      return html`<p class="unseen" role="status">${words.loading}</p>
        ${bones}${bones}${bones}`;
    }
    if (status === 'error') {
      return html`<div class="state" role="status">
        <p>${words.failed}</p>
        <button class="link" @click=${() => this.#board!.load()}>${words.again}</button>
      </div>`;
    }
    const { topic, language } = this.#board!.state;
    return html`<div class="state" role="status">
      ${topic || language ? words.emptyFiltered : html`<span class="done">${check}</span>${words.empty}`}
    </div>`;
  }

  #more(words: WaitingWords) {
    if (!this.#board!.state.next) return nothing;
    return html`<button class="more link" @click=${() => this.#board!.more()}>${words.more}</button>`;
  }
}

customElements.define('entraide-waiting-questions', WaitingQuestions);
