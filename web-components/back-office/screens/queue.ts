import './alert-dialog.ts';
import './block-dialog.ts';
import { html, nothing } from 'lit';
import type { QueueAnswer, QueueItem } from '../../../server/protocol/back-office.ts';
import type { BackOfficeList } from '../../../server/protocol/frames.ts';
import { ApiError } from '../api.ts';
import { UndoEvent, WaitingEvent } from '../events.ts';
import { icon } from '../icons/index.ts';
import alertWords from '../locales/alerts.ts';
import { translator } from '../locales/index.ts';
import fixWords from '../locales/library-fix.ts';
import words from '../locales/queue.ts';
import { confirm } from '../parts/confirm.ts';
import '../parts/list-state.ts';
import { earlierTextStyles } from '../parts/earlier-texts.ts';
import { problemWords } from '../problem.ts';
import { actOfKey, type CardAct, closesAlerts, type Decider, type Offer, offersFor } from '../queue-acts.ts';
import { neighbour, showNewcomers } from '../queue-order.ts';
import { QueueState } from '../queue-state.ts';
import { routeUrl } from '../router.ts';
import { shared } from '../styles/shared.ts';
import type { BoBlockDialog } from './block-dialog.ts';
import { blockForAnHour } from './block-for-an-hour.ts';
import { queueAuthor } from './queue-author.ts';
import { queueCard } from './queue-card.ts';
import { type Decision, decide } from './queue-decide.ts';
import type { FixDone } from './queue-fix.ts';
import { queueLetter } from './queue-keys.ts';
import { KINDS, type KindFilter, kindFilters, queueList } from './queue-list.ts';
import { queueStyles } from './queue-styles.ts';
import { Screen } from './screen.ts';

const t = translator(words);
const f = translator(fixWords);
const a = translator(alertWords);
const EMPTY = { all: 'emptyAll', held: 'emptyHeld', reported: 'emptyReported', alert: 'emptyAlert' } as const;

/** The review queue: what waits for a person to read it, one card at a time, at the speed of thought. */
export class BoQueueScreen extends Screen {
  static override lists: BackOfficeList[] = ['queue', 'alerts'];
  static override properties = { problem: { state: true } };
  declare problem: unknown;
  #state = new QueueState();
  #asked = 0;
  #kind: KindFilter = 'all';

  static override styles = [shared, queueStyles, earlierTextStyles];

  constructor() {
    super();
    this.problem = null;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    addEventListener('keydown', this.#key);
  }

  override disconnectedCallback(): void {
    removeEventListener('keydown', this.#key);
    super.disconnectedCallback();
  }

  override async refresh(): Promise<void> {
    const asked = ++this.#asked;
    this.#kind = this.#wantedKind;
    const kind = this.#kind === 'all' ? null : this.#kind;
    try {
      const answer = await this.api.get<QueueAnswer>('queue', { kind });
      if (asked === this.#asked) this.#take(answer);
    } catch (error) {
      if (asked !== this.#asked) return;
      if (this.#state.shown || isSignedOut(error)) this.failed(error);
      else this.problem = error;
    }
  }

  override queryChanged(): void {
    if (this.#wantedKind !== this.#kind) {
      this.#state.reset();
      void this.refresh();
    }
    this.#state.select(this.query.get('message'));
    this.requestUpdate();
  }

  #take(answer: QueueAnswer): void {
    const isFirst = !this.#state.shown;
    this.problem = null;
    this.#state.take(answer);
    if (isFirst) this.#state.select(this.query.get('message'));
    this.#tell();
  }

  #tell(): void {
    this.dispatchEvent(new WaitingEvent(this.#state.counts.all));
    this.requestUpdate();
  }

  get #wantedKind(): KindFilter {
    return KINDS.find((kind) => kind === this.query.get('kind')) ?? 'all';
  }

  get #decider(): Decider {
    return { manager: this.isManager, mayRelease: this.site.mayRelease, mayBlock: this.site.mayBlock };
  }

  protected override render() {
    const { shown, counts } = this.#state;
    const kind = this.#kind;
    const filters = kindFilters({ counts: shown && counts, kind, onKind: this.#choose });
    if (!shown)
      return this.problem ? this.#note(filters, 'error', problemText(this.problem)) : this.#loading(filters);
    if (shown.items.length === 0) return this.#note(filters, 'empty', t(EMPTY[kind]));
    return html`<h1 class="visually-hidden">${t('title')}</h1>
    <div class="queue ${this.query.has('message') ? 'opened' : ''}">
      <section class="column" aria-label=${t('list')}>
        <div class="column-head">${filters}</div>
        ${queueList({ shown, counts, kind, onKind: this.#choose, onSelect: this.#open, onNewcomers: this.#newcomers })}
      </section>
      ${this.#card()}
    </div>
    <bo-block-dialog .api=${this.api} @bo-blocked=${this.#blocked}></bo-block-dialog>
    <bo-alert-dialog .api=${this.api} @bo-alerted=${this.#alerted}></bo-alert-dialog>`;
  }

  /** The list's own place, so that nothing jumps when it comes. */
  #loading(filters: unknown) {
    return html`<h1 class="visually-hidden">${t('title')}</h1>
      <div class="queue">
        <section class="column" aria-label=${t('list')}>
          <div class="column-head">${filters}</div>
          <bo-list-state class="bare" state="loading" rows="6"></bo-list-state>
        </section>
      </div>`;
  }

  #note(filters: unknown, state: 'empty' | 'error', text: string) {
    return html`<div class="done">
      <div class="column-head">
        <h1 class="visually-hidden">${t('title')}</h1>
        ${filters}
      </div>
      <bo-list-state .state=${state} heading=${state === 'empty' ? t('emptyTitle') : ''} .text=${text} @bo-retry=${this.#retry}>
        <span slot="icon" class="all-read">${icon('check', 20)}</span>
      </bo-list-state>
    </div>`;
  }

  #card() {
    const item = this.#state.selected;
    if (!item) return nothing;
    const conversation = new URLSearchParams({ conversation: item.conversation.id });
    const card = queueCard({
      item,
      offers: this.#offers(item),
      conversationUrl: this.isManager ? routeUrl(this.site.id, 'conversations', conversation) : null,
      fixBy: this.isManager ? this.api : null,
      onAct: (act) => void this.#act(item, act),
      onFixed: this.#fixed,
      onBack: () => this.setQuery({ message: null }, false),
    });
    return html`<div class="reading">
      <section class="focus">${card}</section>
      ${queueAuthor(item.author, this.isManager, this.api)}
    </div>`;
  }

  #offers(item: QueueItem): Offer[] {
    return offersFor(item, this.#decider);
  }

  /** The library is mended; the message still waits for its decision. */
  #fixed = ({ detail: { said, undo } }: CustomEvent<FixDone>) =>
    this.toast({ text: said, undo: () => this.#undoFix(undo) });

  async #undoFix(undo: FixDone['undo']): Promise<void> {
    if (await this.attempt(undo)) this.toast(f('undone'));
  }

  #blocked = (event: CustomEvent<{ range: string }>) => this.toast(t('blocked', event.detail));

  #alerted = () => this.toast(a('didRaise'));

  #retry = () => {
    this.problem = null;
    void this.refresh();
  };

  #choose = (kind: KindFilter) => this.setQuery({ kind: kind === 'all' ? null : kind, message: null });

  /** From the list: on a phone, Back must return to it. */
  #open = (id: string) => this.setQuery({ message: id }, !this.query.has('message'));

  #newcomers = () => {
    if (this.#state.shown) this.#state.shown = showNewcomers(this.#state.shown);
    this.requestUpdate();
  };

  #key = (event: KeyboardEvent) => {
    const letter = queueLetter(event);
    const item = this.#state.selected;
    if (letter === 'Z') return this.dispatchEvent(new UndoEvent());
    if (!letter || !item) return;
    if (letter === 'J') return this.#move(1);
    if (letter === 'K') return this.#move(-1);
    const act = actOfKey(this.#offers(item), letter);
    if (!act) return;
    event.preventDefault();
    void this.#act(item, act);
  };

  #move(steps: number): void {
    if (!this.#state.shown) return;
    this.#state.select(neighbour(this.#state.shown, steps));
    this.#followSelection();
  }

  /** The address bar and the list follow the card. */
  #followSelection(): void {
    const { selected } = this.#state;
    this.setQuery({ message: selected?.id ?? null }, false);
    void this.updateComplete.then(() => {
      if (selected)
        this.renderRoot
          .querySelector(`#${CSS.escape(`row-${selected.id}`)}`)
          ?.scrollIntoView({ block: 'nearest' });
      this.renderRoot.querySelector('.reading')?.scrollTo(0, 0);
      this.#keepFocus();
    });
  }

  /** When the button pressed has gone with its card, the next card is read out instead of nothing. */
  #keepFocus(): void {
    const hasFocus = this.shadowRoot?.activeElement !== null;
    if (!hasFocus) this.renderRoot.querySelector<HTMLElement>('.card')?.focus({ preventScroll: true });
  }

  async #act(item: QueueItem, act: CardAct): Promise<void> {
    if (act === 'block' && this.isManager) return this.#dialog?.show(item.author.blockRange ?? '');
    if (act === 'block') return await this.#blockForAnHour(item);
    if (act === 'alert') return this.renderRoot.querySelector('bo-alert-dialog')?.show(subjectsOf(item));
    if (act === 'remove' && !(await this.#sure(item))) return;
    await this.#decide(item, act);
  }

  get #dialog(): BoBlockDialog | null {
    return this.renderRoot.querySelector('bo-block-dialog');
  }

  /** The card leaves at once and the next takes its place; it comes back if the server refuses. */
  async #decide(item: QueueItem, act: Decision): Promise<void> {
    const reason = this.renderRoot.querySelector<HTMLInputElement>('#reason')?.value.trim() || null;
    const putBack = this.#state.decide(item);
    this.#tell();
    this.#followSelection();
    const alerts = closesAlerts(act, this.#decider);
    const done = await this.attempt(() => decide(this.api, item, act, { reason, alerts }));
    if (!done) return this.#restore(putBack);
    if ('conflict' in done.value) return this.toast(done.value.conflict);
    const { text, undo } = done.value;
    this.toast(undo === null ? { text } : { text, undo: () => this.#undo(undo, putBack) });
  }

  async #undo(id: string, putBack: () => void): Promise<void> {
    if (!(await this.attempt(() => this.api.post('undo', { id })))) return;
    this.#restore(putBack);
    this.toast(t('undone'));
    await this.refresh();
  }

  #restore(putBack: () => void): void {
    putBack();
    this.#tell();
    this.#followSelection();
  }

  async #sure(item: QueueItem): Promise<boolean> {
    const text = t('removeText', { name: item.message.author.name });
    return (await confirm({ title: t('removeTitle'), text, confirm: t('remove'), danger: true })) !== null;
  }

  async #blockForAnHour(item: QueueItem): Promise<void> {
    const done = await this.attempt(() => blockForAnHour(this.api, item));
    if (done?.value) this.toast(done.value);
  }
}

const subjectsOf = ({ id, conversation, author }: QueueItem) =>
  [
    { kind: 'message', id },
    { kind: 'conversation', id: conversation.id },
    { kind: 'person', id: author.id },
  ] as const;
const isSignedOut = (error: unknown) => error instanceof ApiError && error.status === 401;
const problemText = (problem: unknown) => (problem ? problemWords(problem) : '');

customElements.define('bo-queue', BoQueueScreen);
