import './give-dialog.ts';
import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { BadgeView, LedgerAnswer, LedgerEntryView } from '../../../../server/protocol/recognition.ts';
import type { Api } from '../../api.ts';
import { ToastEvent } from '../../events.ts';
import { icon } from '../../icons/index.ts';
import { translator } from '../../locales/index.ts';
import words from '../../locales/recognition.ts';
import { LocalizedElement } from '../../localized.ts';
import '../../parts/list-state.ts';
import { when } from '../../parts/when.ts';
import { routeUrl } from '../../router.ts';
import { shared } from '../../styles/shared.ts';
import { announceFailure } from '../announce-failure.ts';
import { PagedList } from '../paged-list.ts';
import { badgeMark, badgeName, badgeStyles } from './badge-mark.ts';
import type { BoGiveDialog, Giving } from './give-dialog.ts';
import { ledgerStyles } from './ledger-styles.ts';

const t = translator(words);

/** Every point of a person, with its reason; a manager adds lines and takes badges back. Fires `bo-back`. */
export class BoLedger extends LocalizedElement {
  static override properties = {
    api: { attribute: false },
    siteId: { attribute: false },
    me: { attribute: false },
    personId: { attribute: false },
  };
  static override styles = [shared, badgeStyles, ledgerStyles];
  declare api: Api;
  declare siteId: string;
  declare me: string;
  declare personId: string;

  #list = new PagedList<LedgerEntryView, LedgerAnswer>(this, {
    fetch: (after) => this.api.get(`people/${encodeURIComponent(this.personId)}/points`, { after }),
    failed: (error) => announceFailure(this, error),
  });

  async refresh(): Promise<void> {
    await this.#list.refresh();
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has('personId')) void this.#list.reload();
  }

  protected override render() {
    const { state, problem, items, next, answer } = this.#list;
    return html`<div class="stack">
      <div><button class="button small quiet back" type="button" @click=${this.#back}>${icon('left')}${t('back')}</button></div>
      ${answer ? this.#head(answer) : nothing}
      <bo-list-state .state=${state} heading=${state === 'empty' ? t('emptyLedgerTitle') : ''} .rows=${6}
        text=${state === 'error' ? problem : t('emptyLedgerText')} @bo-retry=${() => this.#list.retry()}>
        ${state === 'ready' ? this.#entries(items) : nothing}
        ${next ? html`<button class="button more" type="button" @click=${() => this.#list.more()}>${t('more')}</button>` : nothing}
      </bo-list-state>
      <bo-give-dialog .api=${this.api} @bo-given=${this.#given}></bo-give-dialog>
    </div>`;
  }

  #head({ person, points, badges }: LedgerAnswer) {
    const isMe = person.id === this.me;
    return html`<div class="surface padded head">
      <div class="stack">
        <h2>${person.name} <span class="muted small">${t(person.role)}</span></h2>
        <p class="total">${t('total', { count: points })}</p>
        <div class="row">${badges.length > 0 ? badges.map((badge) => this.#badge(badge, isMe)) : html`<span class="muted small">${t('noBadge')}</span>`}</div>
      </div>
      ${isMe ? html`<p class="muted small own">${t('own')}</p>` : this.#acts()}
    </div>`;
  }

  #acts() {
    return html`<div class="acts">
      <button class="button" type="button" @click=${() => this.#open({ kind: 'points' })}>${t('give')}</button>
      <button class="button" type="button" @click=${() => this.#open({ kind: 'badge' })}>${t('giveBadge')}</button>
    </div>`;
  }

  #badge(badge: BadgeView, isMe: boolean): TemplateResult {
    const label = t('takeBadgeOf', { name: badgeName(badge) });
    return html`<span class="held">${badgeMark(badge)}${
      isMe
        ? nothing
        : html`<button class="button small icon quiet danger" type="button" aria-label=${label}
            @click=${() => this.#open({ kind: 'take', badge })}>${icon('close', 14)}</button>`
    }</span>`;
  }

  #entries(items: LedgerEntryView[]) {
    return html`<ol class="list" aria-label=${t('ledger')}>${repeat(
      items,
      ({ id }) => id,
      (entry) => this.#entry(entry),
    )}</ol>`;
  }

  #entry(entry: LedgerEntryView) {
    const why = t(`why_${entry.why}`);
    const from = entry.manager ?? entry.by;
    const sign = entry.points > 0 ? 'plus' : entry.points < 0 ? 'minus' : 'none';
    const about = [why, from ? t('from', { name: from }) : ''].filter(Boolean).join(' · ');
    return html`<li>
      <span class="points ${sign}">${entry.source === 'badge' ? nothing : signed(entry.points)}</span>
      <div class="what">
        <p>${t(`source_${entry.source}`)}${entry.badge ? html` ${badgeMark(entry.badge)}` : nothing}</p>
        ${about ? html`<p class="small muted">${about}</p>` : nothing}
        ${entry.note ? html`<p class="small note">${entry.note}</p>` : nothing}
        ${this.#conversation(entry)}
      </div>
      <span class="small muted nowrap">${when(entry.at)}</span>
    </li>`;
  }

  #conversation({ conversation }: LedgerEntryView) {
    if (!conversation) return nothing;
    const { id, question } = conversation;
    const href = routeUrl(this.siteId, 'conversations', new URLSearchParams({ conversation: id }));
    return html`<p class="small question"><a href=${href} aria-label=${t('in', { question })}>${question}</a></p>`;
  }

  #open(giving: Giving): void {
    const { answer } = this.#list;
    const dialog = this.renderRoot.querySelector<BoGiveDialog>('bo-give-dialog');
    if (answer) void dialog?.show(answer, giving);
  }

  #given = async (event: CustomEvent<string>) => {
    this.dispatchEvent(new ToastEvent({ text: event.detail }));
    await this.#list.reload();
  };

  #back = () => this.dispatchEvent(new Event('bo-back'));
}

const signed = (points: number): string =>
  points > 0 ? `+${points}` : points < 0 ? `−${Math.abs(points)}` : '0';

customElements.define('bo-ledger', BoLedger);
