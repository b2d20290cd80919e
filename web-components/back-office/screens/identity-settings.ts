import './identity-dialog.ts';
import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { IdentitySecret } from '../../../server/protocol/identity.ts';
import type { Api } from '../api.ts';
import { ToastEvent } from '../events.ts';
import words from '../locales/identity.ts';
import { locale, translator } from '../locales/index.ts';
import { LocalizedElement } from '../localized.ts';
import { confirm } from '../parts/confirm.ts';
import '../parts/list-state.ts';
import { when } from '../parts/when.ts';
import { shared } from '../styles/shared.ts';
import { dateOf } from '../time.ts';
import { announceFailure } from './announce-failure.ts';
import type { BoIdentityDialog } from './identity-dialog.ts';
import { PagedList } from './paged-list.ts';
import { stackedTable } from './stacked-table.ts';

const t = translator(words);

/** What the shop signs its customers' identities with: made, replaced and retired here; shown once. */
export class BoIdentitySettings extends LocalizedElement {
  static override properties = { api: { attribute: false }, siteId: { type: String } };
  static override styles = [
    shared,
    stackedTable,
    css`
      :host { display: grid; gap: 12px; grid-template-columns: minmax(0, 1fr); }
      code { padding: 2px 6px; border-radius: 6px; background: var(--bo-ground); font-size: 13px; overflow-wrap: anywhere; }
    `,
  ];
  declare api: Api;
  declare siteId: string;

  #list = new PagedList<IdentitySecret>(this, {
    fetch: async () => ({
      ...(await this.api.get<{ items: IdentitySecret[] }>('identity-secrets')),
      next: null,
    }),
    failed: (error) => announceFailure(this, error),
  });

  protected override firstUpdated(): void {
    void this.#list.refresh();
  }

  protected override render() {
    const { state, problem, items } = this.#list;
    const hasCurrent = items.some((secret) => stateOf(secret) === 'current');
    return html`<p class="small">${t('audience')} <code>entraide:${this.siteId}</code></p>
      <bo-list-state .state=${state} .rows=${2} heading=${state === 'empty' ? t('emptyTitle') : ''}
        text=${state === 'error' ? problem : t('emptyText')} @bo-retry=${() => this.#list.retry()}>
        ${state === 'ready' ? this.#table(items) : nothing}
      </bo-list-state>
      <div class="row">
        <button class="button" type="button" ?disabled=${state === 'loading'} @click=${() => this.#make(hasCurrent)}>
          ${t(hasCurrent ? 'rotate' : 'make')}
        </button>
        <span class="hint">${t('guide')}</span>
      </div>
      <bo-identity-dialog .api=${this.api} @bo-saved=${() => this.#list.refresh()}></bo-identity-dialog>`;
  }

  #table(items: IdentitySecret[]) {
    return html`<div class="table-wrap"><table>
      <caption class="visually-hidden">${t('list')}</caption>
      <thead><tr><th scope="col">${t('created')}</th><th scope="col">${t('state')}</th><th scope="col">${t('used')}</th><td></td></tr></thead>
      <tbody>${repeat(
        items,
        ({ id }) => id,
        (secret) => this.#row(secret),
      )}</tbody>
    </table></div>`;
  }

  #row(secret: IdentitySecret) {
    const date = dateOf(secret.createdAt, locale());
    const state = stateOf(secret);
    return html`<tr>
      <th scope="row">${secret.by ? t('createdBy', { date, who: secret.by }) : date}</th>
      <td>${statePill(secret)}</td>
      <td data-label=${t('used')}>${secret.lastUsedAt === null ? html`<span class="muted">${t('never')}</span>` : when(secret.lastUsedAt)}</td>
      <td class="actions">${
        state === 'retired'
          ? nothing
          : html`<button class="button small quiet danger" type="button" aria-label=${t('retireOf', { date })}
              @click=${() => this.#retire(secret)}>${t('retire')}</button>`
      }</td>
    </tr>`;
  }

  /** The first one needs no choice: there is nothing to overlap with. */
  #make(hasCurrent: boolean): void {
    const dialog = this.renderRoot.querySelector<BoIdentityDialog>('bo-identity-dialog');
    if (hasCurrent) dialog?.ask();
    else void dialog?.make(0);
  }

  async #retire({ id }: IdentitySecret): Promise<void> {
    const sure = await confirm({
      title: t('retireTitle'),
      text: t('retireText'),
      confirm: t('retire'),
      danger: true,
    });
    if (!sure) return;
    try {
      await this.api.post(`identity-secrets/${id}/retire`);
      this.dispatchEvent(new ToastEvent({ text: t('retiredToast') }));
    } catch (error) {
      announceFailure(this, error);
    }
    await this.#list.refresh();
  }
}

function statePill(secret: IdentitySecret) {
  const state = stateOf(secret);
  if (state === 'retired') return html`<span class="pill">${t('retired')}</span>`;
  if (state === 'current') return html`<span class="pill accent">${t('current')}</span>`;
  return html`<span class="pill warn">${t('until', { date: dateOf(secret.retiresAt ?? 0, locale()) })}</span>`;
}

function stateOf({ retiresAt }: IdentitySecret): 'current' | 'overlapping' | 'retired' {
  if (retiresAt === null) return 'current';
  return retiresAt > Date.now() ? 'overlapping' : 'retired';
}

customElements.define('bo-identity-settings', BoIdentitySettings);
