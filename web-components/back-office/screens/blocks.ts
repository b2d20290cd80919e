import './block-dialog.ts';
import { css, html, nothing } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { AddressBlock } from '../../../server/protocol/back-office.ts';
import type { BackOfficeList } from '../../../server/protocol/frames.ts';
import { icon } from '../icons/index.ts';
import words from '../locales/blocks.ts';
import { translator } from '../locales/index.ts';
import '../parts/list-state.ts';
import { when } from '../parts/when.ts';
import { shared } from '../styles/shared.ts';
import type { BoBlockDialog } from './block-dialog.ts';
import { filterStyles } from './filter-styles.ts';
import { PagedList } from './paged-list.ts';
import { Screen } from './screen.ts';
import { stackedTable } from './stacked-table.ts';

const t = translator(words);

/** Blocked addresses: list, block, unblock. */
export class BoBlocksScreen extends Screen {
  static override lists: BackOfficeList[] = ['blocks'];
  static override styles = [
    shared,
    filterStyles,
    stackedTable,
    css`.range { font-weight: 600; font-variant-numeric: tabular-nums; overflow-wrap: anywhere; }`,
  ];

  #list = new PagedList<AddressBlock>(this, {
    fetch: () => this.api.get('blocks'),
    failed: (error) => this.failed(error),
  });

  override async refresh(): Promise<void> {
    await this.#list.refresh();
  }

  protected override render() {
    const { state, problem, items } = this.#list;
    return html`<div class="page">
      <div class="page-head"><div class="titles"><h1>${t('title')}</h1><p class="lead">${t('lead')}</p></div>${this.#addButton()}</div>
      <bo-list-state .state=${state} heading=${state === 'empty' ? t('emptyTitle') : ''}
        text=${state === 'error' ? problem : t('emptyText')} @bo-retry=${() => this.#list.retry()}>
        ${state === 'ready' ? this.#table(items) : nothing}
      </bo-list-state>
      <bo-block-dialog .api=${this.api} @bo-blocked=${this.#blocked}></bo-block-dialog>
    </div>`;
  }

  #addButton() {
    return html`<button class="button primary" type="button" @click=${this.#openDialog}>${icon('plus')}${t('add')}</button>`;
  }

  #table(items: AddressBlock[]) {
    return html`<div class="table-wrap"><table>
      <caption class="visually-hidden">${t('list')}</caption>
      <thead><tr>
        <th scope="col">${t('range')}</th><th scope="col">${t('reason')}</th><th scope="col">${t('by')}</th>
        <th scope="col">${t('until')}</th><td></td>
      </tr></thead>
      <tbody>${repeat(
        items,
        (block) => block.id,
        (block) => this.#row(block),
      )}</tbody>
    </table></div>`;
  }

  #row(block: AddressBlock) {
    return html`<tr>
      <th scope="row" class="range">${block.range}</th>
      <td>${block.reason}</td>
      <td data-label=${t('by')}><span>${block.by} <span class="muted small">${when(block.at)}</span></span></td>
      <td data-label=${t('until')}>${block.expiresAt === null ? t('always') : when(block.expiresAt)}</td>
      <td class="actions"><button class="button small" type="button" aria-label=${t('unblockOf', { range: block.range })}
        @click=${() => this.#unblock(block)}>${t('unblock')}</button></td>
    </tr>`;
  }

  #openDialog = () => {
    this.renderRoot.querySelector<BoBlockDialog>('bo-block-dialog')?.show();
  };

  #blocked = async (event: CustomEvent<{ id: string; range: string }>) => {
    const { id, range } = event.detail;
    this.toast({ text: t('blocked', { range }), undo: () => this.#lift(id) });
    await this.refresh();
  };

  async #unblock(block: AddressBlock): Promise<void> {
    const done = await this.attempt(() => this.api.delete(`blocks/${block.id}`));
    if (!done) return;
    this.toast({ text: t('unblocked', { range: block.range }), undo: () => this.#blockAgain(block) });
    await this.refresh();
  }

  async #lift(id: string): Promise<void> {
    if (await this.attempt(() => this.api.delete(`blocks/${id}`))) await this.refresh();
  }

  async #blockAgain({ range, reason, expiresAt }: AddressBlock): Promise<void> {
    const expiresInHours = expiresAt === null ? null : (expiresAt - Date.now()) / 3_600_000;
    if (await this.attempt(() => this.api.post('blocks', { range, reason, expiresInHours })))
      await this.refresh();
  }
}

customElements.define('bo-blocks', BoBlocksScreen);
