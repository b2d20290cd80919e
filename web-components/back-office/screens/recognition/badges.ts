import './badge-dialog.ts';
import { html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { BadgeDraft, BadgeSettings } from '../../../../server/protocol/recognition.ts';
import type { Api } from '../../api.ts';
import { ToastEvent } from '../../events.ts';
import { icon } from '../../icons/index.ts';
import { translator } from '../../locales/index.ts';
import words from '../../locales/recognition.ts';
import { LocalizedElement } from '../../localized.ts';
import '../../parts/list-state.ts';
import { shared } from '../../styles/shared.ts';
import { announceFailure } from '../announce-failure.ts';
import { LoadedOne } from '../loaded-one.ts';
import { pageRulesStyles } from '../page-rules-styles.ts';
import type { BoBadgeDialog } from './badge-dialog.ts';
import { draftsOf, emptyBadge, type KeyedBadge, movedBadge, sameBadges, withBadge } from './badge-list.ts';
import { badgeMark, badgeName, badgeStyles } from './badge-mark.ts';

const t = translator(words);

/** The ordered list of badges: edited as a draft, saved as a whole. */
export class BoBadges extends LocalizedElement {
  static override properties = { api: { attribute: false }, draft: { state: true } };
  static override styles = [shared, badgeStyles, pageRulesStyles];
  declare api: Api;
  /** What is being edited; null while nothing differs from what is saved. */
  declare draft: KeyedBadge[] | null;
  #made = 0;

  #loaded = new LoadedOne<KeyedBadge[]>(this, {
    fetch: async () => keyed((await this.api.get<{ items: BadgeSettings[] }>('recognition/badges')).items),
    failed: (error) => announceFailure(this, error),
  });

  constructor() {
    super();
    this.draft = null;
  }

  protected override firstUpdated(): void {
    void this.refresh();
  }

  async refresh(): Promise<void> {
    await this.#loaded.read('badges');
  }

  get #badges(): KeyedBadge[] {
    return this.draft ?? this.#loaded.value ?? [];
  }

  protected override render() {
    const { state, problem } = this.#loaded;
    const isEmpty = state === 'ready' && this.#badges.length === 0;
    return html`<div class="stack">
      <bo-list-state .state=${isEmpty ? 'empty' : state} heading=${isEmpty ? t('emptyBadgesTitle') : ''}
        text=${isEmpty ? t('emptyBadgesText') : problem} @bo-retry=${() => this.#loaded.retry('badges')}>
        ${isEmpty ? nothing : this.#list()}
      </bo-list-state>
      ${state === 'ready' ? this.#bar() : nothing}
      <bo-badge-dialog @bo-badge=${this.#kept}></bo-badge-dialog>
    </div>`;
  }

  #list() {
    const badges = this.#badges;
    return html`<div class="stack">
      ${badges.length > 1 ? html`<p class="muted small">${t('orderHint')}</p>` : nothing}
      <ol class="list rules" aria-label=${t('badgeList')}>${repeat(
        badges,
        ({ key }) => key,
        (badge, index) => this.#badge(badge, index, badges.length),
      )}</ol>
    </div>`;
  }

  #badge(badge: KeyedBadge, index: number, length: number) {
    const name = badgeName(badge);
    return html`<li>
      <span class="number muted" aria-hidden="true">${index + 1}</span>
      <div class="what">
        <p>${badgeMark(badge)}</p>
        <p class="small muted">${ruleWords(badge)}${badge.id ? ` · ${heldBy(badge)}` : ''}</p>
      </div>
      <div class="row tools">
        <button class="button small icon" type="button" data-move="up" aria-label=${t('moveUp', { name })} ?disabled=${index === 0}
          @click=${() => this.#move(badge, -1)}>${icon('up')}</button>
        <button class="button small icon" type="button" data-move="down" aria-label=${t('moveDown', { name })} ?disabled=${index === length - 1}
          @click=${() => this.#move(badge, 1)}>${icon('down')}</button>
        <button class="button small icon" type="button" aria-label=${t('edit', { name })} @click=${() => this.#edit(badge)}>${icon('pencil')}</button>
        <button class="button small icon danger" type="button" aria-label=${t('end', { name })} @click=${() => this.#end(badge)}>${icon('trash')}</button>
      </div>
    </li>`;
  }

  #bar() {
    return html`<div class="row">
      <button class="button small" type="button" @click=${this.#add}>${icon('plus')}${t('addBadge')}</button>
      ${
        this.draft
          ? html`<span class="unsaved small" role="status">${t('unsaved')}</span>
            <button class="button small quiet" type="button" @click=${this.#discard}>${t('discard')}</button>
            <button class="button small primary" type="button" @click=${this.#save}>${t('save')}</button>`
          : nothing
      }
    </div>`;
  }

  #add = () => {
    this.#made += 1;
    this.#edit(emptyBadge(`new-${this.#made}`));
  };

  #edit(badge: KeyedBadge): void {
    this.renderRoot.querySelector<BoBadgeDialog>('bo-badge-dialog')?.show(badge);
  }

  #kept = (event: CustomEvent<KeyedBadge>) => this.#change(withBadge(this.#badges, event.detail));

  #end(badge: KeyedBadge): void {
    const before = this.#badges;
    this.#change(before.filter(({ key }) => key !== badge.key));
    this.dispatchEvent(new ToastEvent({ text: t('ended'), undo: async () => this.#change(before) }));
  }

  /** The button that moved the badge keeps the focus, or its neighbour at an end of the list. */
  async #move(badge: KeyedBadge, by: -1 | 1): Promise<void> {
    this.#change(movedBadge(this.#badges, badge.key, by));
    await this.updateComplete;
    const place = this.#badges.findIndex(({ key }) => key === badge.key);
    const row = this.renderRoot.querySelectorAll('.rules > li')[place];
    const wanted = row?.querySelector<HTMLButtonElement>(`[data-move=${by === -1 ? 'up' : 'down'}]`);
    const usable = wanted?.disabled ? row?.querySelector<HTMLButtonElement>('[data-move]:enabled') : wanted;
    usable?.focus();
    this.dispatchEvent(new ToastEvent({ text: t('moved', { name: badgeName(badge), n: place + 1 }) }));
  }

  #change(badges: KeyedBadge[]): void {
    this.draft = sameBadges(badges, this.#loaded.value ?? []) ? null : badges;
  }

  #discard = () => {
    this.draft = null;
  };

  #save = async () => {
    try {
      const badges: BadgeDraft[] = draftsOf(this.#badges);
      const { items } = await this.api.put<{ items: BadgeSettings[] }>('recognition/badges', { badges });
      this.#loaded.value = keyed(items);
      this.draft = null;
      this.dispatchEvent(new ToastEvent({ text: t('saved') }));
    } catch (error) {
      announceFailure(this, error);
    }
  };
}

const keyed = (items: BadgeSettings[]): KeyedBadge[] => items.map((badge) => ({ ...badge, key: badge.id }));

function ruleWords({ rule, needed, topic }: KeyedBadge): string {
  const said = t(`rule_${rule}`, { count: needed ?? 0 });
  return topic ? t('underTopic', { rule: said, topic }) : said;
}

const heldBy = ({ holders }: KeyedBadge): string =>
  holders === 0 ? t('noHolder') : t('holders', { count: holders });

customElements.define('bo-badges', BoBadges);
