import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { BackOfficeList } from '../../../server/protocol/frames.ts';
import type { AlertsAnswer, AlertView } from '../../../server/protocol/moderators.ts';
import { whoSawTo } from '../alert-conflict.ts';
import { ApiError } from '../api.ts';
import words from '../locales/alerts.ts';
import { translator } from '../locales/index.ts';
import '../parts/list-state.ts';
import { routeUrl } from '../router.ts';
import { shared } from '../styles/shared.ts';
import { alertCard } from './alert-card.ts';
import { alertsStyles } from './alerts-styles.ts';
import { filterPills } from './filters.ts';
import { PagedList } from './paged-list.ts';
import { Screen } from './screen.ts';

const t = translator(words);
type Shown = 'open' | 'closed';

/** Alerts of moderators: managers take, answer and close them; moderators read what became of their own. */
export class BoAlertsScreen extends Screen {
  static override lists: BackOfficeList[] = ['alerts'];
  static override styles = [shared, alertsStyles];
  static override properties = { answering: { state: true }, problem: { state: true } };
  /** The alert an answer is being written to. */
  declare answering: string | null;
  declare problem: string;

  constructor() {
    super();
    this.answering = null;
    this.problem = '';
  }

  #list = new PagedList<AlertView, AlertsAnswer>(this, {
    fetch: (after) => this.api.get('alerts', { state: this.#shown, after }),
    failed: (error) => this.failed(error),
  });

  override async refresh(): Promise<void> {
    await this.#list.refresh();
    const answers = this.#list.answer?.counts.answers ?? 0;
    // Shown is read: nobody is told elsewhere of what they have before them.
    if (answers > 0) await this.attempt(() => this.api.post('alerts/read'));
  }

  override queryChanged(): void {
    this.requestUpdate();
    void this.#list.reload();
  }

  get #shown(): Shown {
    return this.query.get('state') === 'closed' ? 'closed' : 'open';
  }

  protected override render() {
    const { state, problem, items, next } = this.#list;
    const options = (['open', 'closed'] as const).map((value) => ({ value, label: t(value) }));
    const choose = (value: Shown) => this.setQuery({ state: value === 'open' ? null : value });
    return html`<div class="page">
      <div class="page-head"><div class="titles"><h1>${t('title')}</h1><p class="lead">${t(this.isManager ? 'lead' : 'ownLead')}</p></div></div>
      ${filterPills<Shown>(t('show'), options, this.#shown, choose)}
      <bo-list-state .state=${state} heading=${state === 'empty' ? t(this.#shown === 'open' ? 'emptyOpen' : 'emptyClosed') : ''}
        text=${state === 'error' ? problem : this.#emptyText()} @bo-retry=${() => this.#list.retry()}>
        ${state === 'ready' ? this.#cards(items) : nothing}
        ${next ? html`<button class="button more" type="button" @click=${() => this.#list.more()}>${t('more')}</button>` : nothing}
      </bo-list-state>
    </div>`;
  }

  #emptyText(): string {
    if (this.#shown === 'closed') return t('emptyClosedText');
    return t(this.isManager ? 'emptyOpenText' : 'emptyOwnText');
  }

  #cards(items: AlertView[]) {
    return html`<ul class="alerts" aria-label=${t('list')}>
      ${repeat(
        items,
        ({ id }) => id,
        (alert) => html`<li>${this.#card(alert)}</li>`,
      )}
    </ul>`;
  }

  #card(alert: AlertView) {
    const acts = {
      take: () => void this.#see(alert, 'take', undefined, t('didTake')),
      write: () => this.#write(alert),
      close: () => void this.#see(alert, 'close', { answer: null }, t('didClose')),
    };
    const answering = this.answering === alert.id ? this.#form(alert) : null;
    return alertCard({ alert, acts: this.isManager ? acts : null, url: this.#urlOf(alert), answering });
  }

  #form(alert: AlertView) {
    return html`<form novalidate @submit=${(event: SubmitEvent) => this.#answer(event, alert)} @keydown=${this.#onKey}>
      <div class="field">
        <label for="answer">${t('answerLabel', { name: alert.raised.by })}</label>
        <textarea class="input" id="answer" rows="3" maxlength="2000" aria-describedby="answer-help"
          aria-invalid=${this.problem ? 'true' : 'false'}></textarea>
        <span id="answer-help" class="field-error">${this.problem}</span>
      </div>
      <div class="row">
        <button class="button primary" type="submit" value="close">${t('answerAndClose')}</button>
        <button class="button" type="submit" value="answer">${t('answerOnly')}</button>
        <button class="button quiet" type="button" @click=${this.#leave}>${t('cancel')}</button>
      </div>
    </form>`;
  }

  #write(alert: AlertView): void {
    this.answering = alert.id;
    this.problem = '';
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>('#answer')?.focus());
  }

  #leave = () => {
    this.answering = null;
  };

  #onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') this.#leave();
  };

  async #answer(event: SubmitEvent, alert: AlertView): Promise<void> {
    event.preventDefault();
    const answer = this.renderRoot.querySelector<HTMLTextAreaElement>('#answer')?.value.trim() ?? '';
    if (!answer) {
      this.problem = t('answerMissing');
      return this.renderRoot.querySelector<HTMLElement>('#answer')?.focus();
    }
    const act = (event.submitter as HTMLButtonElement | null)?.value === 'answer' ? 'answer' : 'close';
    if (await this.#see(alert, act, { answer }, t('didAnswer', { name: alert.raised.by }))) this.#leave();
  }

  /** @returns whether it was done; what somebody else did first is said, and shown. */
  async #see(
    alert: AlertView,
    act: 'take' | 'answer' | 'close',
    body: object | undefined,
    said: string,
  ): Promise<boolean> {
    try {
      await this.api.post(`alerts/${encodeURIComponent(alert.id)}/${act}`, body);
      this.toast(said);
      return true;
    } catch (error) {
      if (!(error instanceof ApiError && error.status === 409)) this.failed(error);
      else this.toast(conflictWords(error));
      return false;
    } finally {
      await this.refresh();
    }
  }

  #urlOf({ about }: AlertView): string | null {
    if (about.kind === 'message')
      return routeUrl(this.site.id, 'queue', new URLSearchParams({ message: about.id }));
    if (!this.isManager) return null;
    if (about.kind === 'person')
      return routeUrl(this.site.id, 'people', new URLSearchParams({ q: about.label }));
    return routeUrl(this.site.id, 'conversations', new URLSearchParams({ conversation: about.id }));
  }
}

function conflictWords(error: ApiError): string {
  const first = whoSawTo(error);
  return first ? t(`already_${first.act}`, { name: first.by }) : t('already');
}

customElements.define('bo-alerts', BoAlertsScreen);
