import './ban-dialog.ts';
import './invitations.ts';
import './link-dialog.ts';
import './regulars.ts';
import './notes-dialog.ts';
import { html, nothing } from 'lit';
import type { PersonRow } from '../../../server/protocol/back-office.ts';
import type { BackOfficeList, Role } from '../../../server/protocol/frames.ts';
import { ApiError } from '../api.ts';
import { translator } from '../locales/index.ts';
import words from '../locales/people.ts';
import regularWords from '../locales/regulars.ts';
import '../parts/list-state.ts';
import { shared } from '../styles/shared.ts';
import type { BoBanDialog } from './ban-dialog.ts';
import { debounce } from './debounce.ts';
import { filterStyles } from './filter-styles.ts';
import { filterPills, searchBox } from './filters.ts';
import type { BoInvitations } from './invitations.ts';
import type { BoLinkDialog } from './link-dialog.ts';
import { PagedList } from './paged-list.ts';
import { peopleTable, peopleTableStyles } from './people-table.ts';
import type { BoRegulars } from './regulars.ts';
import { ROLE_FILTERS, type RoleFilter, roleFilterOf, roleProblem } from './roles.ts';
import { Screen } from './screen.ts';
import { sectionTabs, sectionTabsStyles } from './section-tabs.ts';
import { stackedTable } from './stacked-table.ts';

const t = translator(words);
const ofRegulars = translator(regularWords);
type Section = 'people' | 'regulars' | 'invitations';
const SECTIONS: readonly Section[] = ['people', 'regulars', 'invitations'];
/** What one section is narrowed to means nothing in the other. */
const NO_FILTER = { q: null, role: null, state: null, batch: null, many: null, preview: null };

/** People of the site: roles, bans, sign-in links; and the invitations that bring new ones. */
export class BoPeopleScreen extends Screen {
  static override lists: BackOfficeList[] = ['people', 'invitations'];
  static override styles = [shared, filterStyles, stackedTable, sectionTabsStyles, peopleTableStyles];
  #typed = '';
  #search = debounce(() => this.setQuery({ q: this.#typed.trim() || null }, false));

  #list = new PagedList<PersonRow>(this, {
    fetch: (after) => {
      const role = this.#role === 'all' ? null : this.#role;
      return this.api.get('people', { role, q: this.query.get('q'), after });
    },
    failed: (error) => this.failed(error),
  });

  override connectedCallback(): void {
    super.connectedCallback();
    this.#typed = this.query?.get('q') ?? '';
  }

  override async refresh(): Promise<void> {
    const regulars = this.renderRoot.querySelector<BoRegulars>('bo-regulars');
    await Promise.all([this.#list.refresh(), this.#invitations?.refresh(), regulars?.refresh()]);
  }

  get #invitations(): BoInvitations | null {
    return this.renderRoot.querySelector<BoInvitations>('bo-invitations');
  }

  override queryChanged(): void {
    this.requestUpdate();
    if (this.#section === 'people') void this.#list.reload();
    else void this.updateComplete.then(() => this.#invitations?.queryChanged());
  }

  get #section(): Section {
    return SECTIONS.find((section) => section === this.query.get('section')) ?? 'people';
  }

  get #role(): RoleFilter {
    return roleFilterOf(this.query.get('role'));
  }

  protected override render() {
    const labels = { people: t('people'), regulars: ofRegulars('title'), invitations: t('invitations') };
    const sections = SECTIONS.map((value) => ({ value, label: labels[value] }));
    const choose = (value: Section) =>
      this.setQuery({ ...NO_FILTER, section: value === 'people' ? null : value });
    return html`<div class="page">
      <div class="page-head"><h1>${t('title')}</h1></div>
      ${sectionTabs<Section>(t('tabs'), sections, this.#section, choose)}
      ${this.#shown()}
      <bo-ban-dialog .api=${this.api} @bo-banned=${this.#banned}></bo-ban-dialog>
      <bo-link-dialog></bo-link-dialog>
      <bo-notes-dialog .api=${this.api}></bo-notes-dialog>
    </div>`;
  }

  #shown() {
    switch (this.#section) {
      case 'people':
        return this.#people();
      case 'regulars':
        return html`<bo-regulars .api=${this.api} siteId=${this.site.id} role="tabpanel" aria-label=${ofRegulars('title')}></bo-regulars>`;
      case 'invitations':
        return html`<bo-invitations .site=${this.site} .api=${this.api} .query=${this.query} .me=${this.me} role="tabpanel" aria-label=${t('invitations')}></bo-invitations>`;
    }
  }

  #people() {
    const { state, problem, items, next } = this.#list;
    const searching = Boolean(this.query.get('q')) || this.#role !== 'all';
    const acts = {
      changeRole: (person: PersonRow, role: Role, select: HTMLSelectElement) =>
        void this.#changeRole(person, role, select),
      ban: (person: PersonRow) => this.renderRoot.querySelector<BoBanDialog>('bo-ban-dialog')?.show(person),
      lift: (person: PersonRow) => void this.#lift(person),
      makeLink: (person: PersonRow) => void this.#makeLink(person),
      notes: (person: PersonRow) => void this.renderRoot.querySelector('bo-notes-dialog')?.show(person),
      removePicture: (person: PersonRow) => void this.#removePicture(person),
    };
    return html`<div class="stack" role="tabpanel" aria-label=${t('people')}>
      ${this.#toolbar()}
      <bo-list-state .state=${state} heading=${state === 'empty' ? t(searching ? 'emptySearchTitle' : 'emptyTitle') : ''}
        text=${state === 'error' ? problem : t(searching ? 'emptySearchText' : 'emptyText')} @bo-retry=${() => this.#list.retry()}>
        ${state === 'ready' ? peopleTable(items, this.site.personId, acts) : nothing}
        ${next ? html`<button class="button more" type="button" @click=${() => this.#list.more()}>${t('more')}</button>` : nothing}
      </bo-list-state>
    </div>`;
  }

  #toolbar() {
    const labels = {
      all: 'all',
      visitor: 'visitors',
      expert: 'experts',
      moderator: 'moderators',
      manager: 'managers',
    } as const;
    const options = ROLE_FILTERS.map((value) => ({ value, label: t(labels[value]) }));
    const choose = (value: RoleFilter) => this.setQuery({ role: value === 'all' ? null : value });
    return html`<div class="toolbar">
      ${searchBox(t('search'), this.#typed, this.#type)} ${filterPills(t('filter'), options, this.#role, choose)}
    </div>`;
  }

  #type = (text: string) => {
    this.#typed = text;
    this.#search.soon();
  };

  /** A refused change puts the select back to what is true. */
  async #changeRole(person: PersonRow, role: Role, select: HTMLSelectElement): Promise<void> {
    const done = await this.#setRole(person, role);
    if (!done) select.value = person.role;
    else {
      const undo = () => this.#setRole(person, person.role).then(() => this.#list.refresh());
      this.toast({ text: t('roleChanged', { name: person.name, role: t(role) }), undo });
    }
    await this.#list.refresh();
  }

  async #setRole(person: PersonRow, role: Role): Promise<boolean> {
    try {
      await this.api.post(`people/${person.id}/role`, { role });
      return true;
    } catch (error) {
      const problem = error instanceof ApiError ? roleProblem(error) : null;
      if (problem) this.toast({ text: t(problem), tone: 'problem' });
      else this.failed(error);
      return false;
    }
  }

  #banned = async (event: CustomEvent<PersonRow>) => {
    const person = event.detail;
    this.toast({ text: t('bannedToast', { name: person.name }), undo: () => this.#lift(person, false) });
    await this.#list.refresh();
  };

  async #lift(person: PersonRow, say = true): Promise<void> {
    const done = await this.attempt(() => this.api.delete(`people/${person.id}/ban`));
    if (done && say) this.toast(t('liftedToast', { name: person.name }));
    await this.#list.refresh();
  }

  async #removePicture({ id, name }: PersonRow): Promise<void> {
    const removed = await this.attempt(() => this.api.delete(`people/${id}/picture`));
    if (removed) this.toast(t('pictureRemovedToast', { name }));
    await this.#list.refresh();
  }

  async #makeLink(person: PersonRow): Promise<void> {
    const made = await this.attempt(() =>
      this.api.post<{ link: string }>(`people/${person.id}/sign-in-link`),
    );
    if (!made) return;
    const dialog = this.renderRoot.querySelector<BoLinkDialog>('bo-link-dialog');
    dialog?.show(t('linkTitle', { name: person.name }), t('linkText'), made.value.link);
  }
}

customElements.define('bo-people', BoPeopleScreen);
