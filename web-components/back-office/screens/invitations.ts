import './invite-dialog.ts';
import './link-dialog.ts';
import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { InvitationRow, NewInvitationAnswer } from '../../../server/protocol/invitations.ts';
import type { Api } from '../api.ts';
import { ToastEvent } from '../events.ts';
import { icon } from '../icons/index.ts';
import { locale, translator } from '../locales/index.ts';
import words from '../locales/people.ts';
import { LocalizedElement } from '../localized.ts';
import '../parts/list-state.ts';
import { shared } from '../styles/shared.ts';
import { dateOf } from '../time.ts';
import { announceFailure } from './announce-failure.ts';
import type { BoInviteDialog } from './invite-dialog.ts';
import type { BoLinkDialog } from './link-dialog.ts';
import { PagedList } from './paged-list.ts';
import { stackedTable } from './stacked-table.ts';

const t = translator(words);

/** The invitations of the site: make one, see what became of it, revoke it. */
export class BoInvitations extends LocalizedElement {
  static override properties = { api: { attribute: false } };
  static override styles = [
    shared,
    stackedTable,
    css`
      :host { display: grid; gap: 16px; }
      .to { overflow-wrap: anywhere; }
      .invite { justify-self: end; }
      @media (max-width: 720px) { .invite { justify-self: stretch; } }
    `,
  ];
  declare api: Api;

  #list = new PagedList<InvitationRow>(this, {
    fetch: () => this.api.get('invitations'),
    failed: (error) => announceFailure(this, error),
  });

  async refresh(): Promise<void> {
    await this.#list.refresh();
  }

  protected override firstUpdated(): void {
    void this.refresh();
  }

  protected override render() {
    const { state, problem, items } = this.#list;
    return html`<button class="button primary invite" type="button" @click=${this.#open}>${icon('plus')}${t('invite')}</button>
      <bo-list-state .state=${state} heading=${state === 'empty' ? t('noInvitationTitle') : ''}
        text=${state === 'error' ? problem : t('noInvitationText')} @bo-retry=${() => this.#list.retry()}>
        ${state === 'ready' ? this.#table(items) : nothing}
      </bo-list-state>
      <bo-invite-dialog .api=${this.api} @bo-invited=${this.#invited}></bo-invite-dialog>
      <bo-link-dialog></bo-link-dialog>`;
  }

  #table(items: InvitationRow[]) {
    return html`<div class="table-wrap"><table>
      <caption class="visually-hidden">${t('invitationList')}</caption>
      <thead><tr>
        <th scope="col">${t('invited')}</th><th scope="col">${t('role')}</th><th scope="col">${t('state')}</th>
        <th scope="col">${t('by')}</th><td></td>
      </tr></thead>
      <tbody>${repeat(
        items,
        (invitation) => invitation.id,
        (invitation) => this.#row(invitation),
      )}</tbody>
    </table></div>`;
  }

  #row(invitation: InvitationRow) {
    const { name, email, role, state, by } = invitation;
    const who = name ?? email ?? t('anyone');
    return html`<tr>
      <th scope="row" class="to">${who}${name && email ? html` <span class="muted small">${email}</span>` : nothing}</th>
      <td>${t(role)}</td>
      <td><span class="pill ${state === 'waiting' ? 'warn' : state === 'used' ? 'accent' : ''}">${t(state)}</span>
        <span class="muted small">${fateOf(invitation)}</span></td>
      <td data-label=${t('by')}>${by}</td>
      <td class="actions">${
        state === 'waiting'
          ? html`<button class="button small quiet danger" type="button" aria-label=${t('revokeOf', { who })}
              @click=${() => this.#revoke(invitation)}>${t('revoke')}</button>`
          : nothing
      }</td>
    </tr>`;
  }

  #open = () => {
    this.renderRoot.querySelector<BoInviteDialog>('bo-invite-dialog')?.show();
  };

  #invited = async (event: CustomEvent<NewInvitationAnswer>) => {
    const { link, mailed } = event.detail;
    const dialog = this.renderRoot.querySelector<BoLinkDialog>('bo-link-dialog');
    dialog?.show(t('createdTitle'), t(mailed ? 'createdMailed' : 'createdText'), link);
    await this.refresh();
  };

  async #revoke({ id }: InvitationRow): Promise<void> {
    try {
      await this.api.delete(`invitations/${id}`);
      this.dispatchEvent(new ToastEvent({ text: t('revokedToast') }));
    } catch (error) {
      announceFailure(this, error);
    }
    await this.refresh();
  }
}

function fateOf({ state, expiresAt, usedAt }: InvitationRow): string {
  if (state === 'waiting') return t('waitingUntil', { date: dateOf(expiresAt, locale()) });
  return state === 'used' && usedAt !== null ? t('usedOn', { date: dateOf(usedAt, locale()) }) : '';
}

customElements.define('bo-invitations', BoInvitations);
