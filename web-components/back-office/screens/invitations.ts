import './invitations/invite-many.ts';
import './invitations/trial-dialog.ts';
import './invite-dialog.ts';
import './link-dialog.ts';
import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type {
  FunnelAnswer,
  InvitationBatch,
  InvitationFilter,
  InvitationRow,
  NewInvitationAnswer,
} from '../../../server/protocol/invitations.ts';
import { icon } from '../icons/index.ts';
import { translator } from '../locales/index.ts';
import words from '../locales/invitations.ts';
import people from '../locales/people.ts';
import { confirm } from '../parts/confirm.ts';
import '../parts/list-state.ts';
import { shared } from '../styles/shared.ts';
import { debounce } from './debounce.ts';
import { filterStyles } from './filter-styles.ts';
import { filterPills, searchBox } from './filters.ts';
import { batchesStyles, batchList } from './invitations/batches.ts';
import { funnelStyles, funnelTable } from './invitations/funnel.ts';
import { invitationRow, invitationRowStyles } from './invitations/invitation-row.ts';
import { mailBanner, mailBannerStyles } from './invitations/mail-banner.ts';
import type { BoMailTrial } from './invitations/trial-dialog.ts';
import type { BoInviteDialog } from './invite-dialog.ts';
import type { BoLinkDialog } from './link-dialog.ts';
import { PagedList } from './paged-list.ts';
import { Screen } from './screen.ts';
import { stackedTable } from './stacked-table.ts';

const t = translator(words);
const p = translator(people);
const FILTERS = ['all', 'waiting', 'unsent', 'opened', 'joined', 'over'] as const;
type Filter = (typeof FILTERS)[number];
const FILTER_WORDS = {
  all: 'all',
  waiting: 'waiting',
  unsent: 'unsent',
  opened: 'openedFilter',
  joined: 'joinedFilter',
  over: 'over',
} as const satisfies Record<'all' | InvitationFilter, string>;

/** The invitations of the site: how far they came, the latest batches, and each of them. */
export class BoInvitations extends Screen {
  static override properties = { about: { state: true }, batches: { state: true } };
  static override styles = [
    shared,
    filterStyles,
    stackedTable,
    funnelStyles,
    batchesStyles,
    invitationRowStyles,
    mailBannerStyles,
    css`
      .over { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(420px, 100%), 1fr)); gap: 16px; align-items: start; }
      .part { display: grid; gap: 20px; grid-template-columns: minmax(0, 1fr); }
      .acts { justify-content: flex-end; }
      @media (max-width: 720px) { .acts .button { flex: 1 1 100%; } .acts .quiet { order: 1; } }
    `,
  ];
  /** null until the server has said it. */
  declare about: FunnelAnswer | null;
  declare batches: InvitationBatch[];
  #typed = '';
  #search = debounce(() => this.setQuery({ q: this.#typed.trim() || null }, false));

  #list = new PagedList<InvitationRow>(this, {
    fetch: (after) =>
      this.api.get('invitations', {
        state: this.#filter === 'all' ? null : this.#filter,
        batch: this.query.get('batch'),
        q: this.query.get('q'),
        after,
      }),
    failed: (error) => this.failed(error),
  });

  constructor() {
    super();
    this.about = null;
    this.batches = [];
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.#typed = this.query?.get('q') ?? '';
  }

  override async refresh(): Promise<void> {
    await Promise.all([this.#list.refresh(), this.#readAbout()]);
  }

  override queryChanged(): void {
    this.requestUpdate();
    void this.#list.reload();
    void this.#readAbout();
  }

  get #filter(): Filter {
    return FILTERS.find((filter) => filter === this.query.get('state')) ?? 'all';
  }

  protected override render() {
    if (this.query.has('many')) return this.#many();
    return html`<div class="part">
      <div class="row acts">
        <button class="button quiet" type="button" @click=${this.#try}>${t('trial')}</button>
        <button class="button" type="button" @click=${this.#open}>${icon('plus')}${t('inviteOne')}</button>
        <button class="button primary" type="button" @click=${() => this.setQuery({ many: '1' })}>${icon('upload')}${t('inviteMany')}</button>
      </div>
      ${this.about ? mailBanner(this.about) : nothing}
      ${this.about && this.about.funnel.invited > 0 ? this.#overview(this.about) : nothing}
      ${this.#toolbar()} ${this.#invitations()}
      <bo-invite-dialog .api=${this.api} @bo-invited=${this.#invited}></bo-invite-dialog>
      <bo-mail-trial .api=${this.api} @bo-tried=${() => this.#readAbout()}></bo-mail-trial>
      <bo-link-dialog></bo-link-dialog>
    </div>`;
  }

  #many() {
    const { site, api, query, me, about } = this;
    return html`<bo-invite-many .site=${site} .api=${api} .query=${query} .me=${me} .about=${about}></bo-invite-many>`;
  }

  #overview(about: FunnelAnswer) {
    const inBatch = this.query.has('batch');
    return html`<div class="over">
      ${funnelTable(about.funnel, t(inBatch ? 'funnelOf' : 'funnel'), about.mail)}
      ${batchList(this.batches, {
        site: this.site.id,
        mail: about.mail,
        perMinute: about.mailsPerMinute,
        see: ({ id }) => this.setQuery({ batch: id, state: null, q: null }),
        stop: (batch) => void this.#stop(batch),
        send: (batch) => void this.#do(() => this.api.post(`invitation-batches/${batch.id}/send`)),
      })}
    </div>`;
  }

  #toolbar() {
    const options = FILTERS.map((value) => ({ value, label: t(FILTER_WORDS[value]) }));
    const choose = (value: Filter) => this.setQuery({ state: value === 'all' ? null : value });
    return html`<div class="toolbar">
      ${searchBox(t('search'), this.#typed, this.#type)} ${filterPills(t('filter'), options, this.#filter, choose)}
      ${this.query.has('batch') ? html`<button class="button small quiet" type="button" @click=${() => this.setQuery({ batch: null })}>${icon('close')}${t('allBatches')}</button>` : nothing}
    </div>`;
  }

  #invitations() {
    const { state, problem, items, next } = this.#list;
    const isNarrowed = this.#filter !== 'all' || this.query.has('q') || this.query.has('batch');
    return html`<bo-list-state .state=${state} heading=${state === 'empty' ? t(isNarrowed ? 'emptyFilterTitle' : 'emptyTitle') : ''}
      text=${state === 'error' ? problem : t(isNarrowed ? 'emptyFilterText' : 'emptyText')} @bo-retry=${() => this.#list.retry()}>
      ${state === 'ready' ? this.#table(items) : nothing}
      ${next ? html`<button class="button more" type="button" @click=${() => this.#list.more()}>${t('more')}</button>` : nothing}
    </bo-list-state>`;
  }

  #table(items: InvitationRow[]) {
    const acts = {
      mail: this.about?.mail ?? false,
      copy: (invitation: InvitationRow) => void this.#copy(invitation),
      send: (invitation: InvitationRow) =>
        void this.#do(() => this.api.post(`invitations/${invitation.id}/send`), t('sentAgainToast')),
      revoke: (invitation: InvitationRow) =>
        void this.#do(() => this.api.delete(`invitations/${invitation.id}`), t('revokedToast')),
    };
    return html`<div class="table-wrap"><table>
      <caption class="visually-hidden">${t('list')}</caption>
      <thead><tr>
        <th scope="col">${t('who')}</th><th scope="col">${t('role')}</th><th scope="col">${t('progress')}</th>
        <th scope="col">${t('by')}</th><td></td>
      </tr></thead>
      <tbody>${repeat(
        items,
        ({ id }) => id,
        (invitation) => invitationRow(invitation, acts),
      )}</tbody>
    </table></div>`;
  }

  async #readAbout(): Promise<void> {
    const batch = this.query.get('batch');
    const read = await this.attempt(() =>
      Promise.all([
        this.api.get<FunnelAnswer>('invitations/funnel', { batch }),
        this.api.get<{ items: InvitationBatch[] }>('invitation-batches'),
      ]),
    );
    if (!read || batch !== this.query.get('batch')) return;
    [this.about, { items: this.batches }] = read.value;
  }

  async #do(act: () => Promise<unknown>, said = ''): Promise<void> {
    if ((await this.attempt(act)) && said) this.toast(said);
    await this.refresh();
  }

  async #stop(batch: InvitationBatch): Promise<void> {
    const sure = await confirm({
      title: t('stopTitle'),
      text: t('stopText'),
      confirm: t('stop'),
      danger: true,
    });
    if (sure) await this.#do(() => this.api.post(`invitation-batches/${batch.id}/stop`));
  }

  async #copy({ id }: InvitationRow): Promise<void> {
    const shared = await this.attempt(() => this.api.post<{ link: string }>(`invitations/${id}/link`));
    if (!shared) return;
    try {
      await navigator.clipboard.writeText(shared.value.link);
      this.toast(t('linkCopied'));
    } catch {
      // A browser that keeps us off the clipboard shows it to be copied by hand.
      this.#dialog?.show(t('linkTitle'), t('linkText'), shared.value.link);
    }
  }

  get #dialog(): BoLinkDialog | null {
    return this.renderRoot.querySelector<BoLinkDialog>('bo-link-dialog');
  }

  #open = () => {
    this.renderRoot.querySelector<BoInviteDialog>('bo-invite-dialog')?.show();
  };

  #try = () => {
    this.renderRoot.querySelector<BoMailTrial>('bo-mail-trial')?.show(this.me.email ?? '');
  };

  #invited = async (event: CustomEvent<NewInvitationAnswer>) => {
    const { link, mailed } = event.detail;
    this.#dialog?.show(p('createdTitle'), p(mailed ? 'createdMailed' : 'createdText'), link);
    await this.refresh();
  };

  #type = (text: string) => {
    this.#typed = text;
    this.#search.soon();
  };
}

customElements.define('bo-invitations', BoInvitations);
