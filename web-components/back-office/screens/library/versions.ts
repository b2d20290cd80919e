import './compare.ts';
import { css, html, nothing } from 'lit';
import type { ChangedAnswer, LibraryVersion } from '../../../../server/protocol/library.ts';
import { translator } from '../../locales/index.ts';
import common from '../../locales/library.ts';
import words from '../../locales/library-versions.ts';
import { confirm } from '../../parts/confirm.ts';
import '../../parts/list-state.ts';
import { locale } from '../../locales/index.ts';
import { shared } from '../../styles/shared.ts';
import { shortTime } from '../../time.ts';
import { filterStyles } from '../filter-styles.ts';
import { PagedList } from '../paged-list.ts';
import { Screen } from '../screen.ts';
import { pairOf } from './compared-pair.ts';

const t = translator(words);
const c = translator(common);

/** Every version of the library: what it changed and who made it, compared and brought back. */
export class BoLibraryVersions extends Screen {
  static override styles = [
    shared,
    filterStyles,
    css`
      .version { display: grid; grid-template-columns: 130px minmax(0, 1fr) auto; gap: 4px 20px; align-items: center; }
      .about { display: grid; gap: 2px; }
      .texts { overflow-wrap: anywhere; }
      .acts { display: flex; flex-wrap: wrap; gap: 4px; }
      .sums { display: flex; flex-wrap: wrap; gap: 2px 10px; }
      @media (max-width: 720px) { .version { grid-template-columns: minmax(0, 1fr); } .acts { margin-inline-start: -8px; } }
    `,
  ];
  #list = new PagedList<LibraryVersion>(this, {
    fetch: (after) => this.api.get('library/versions', { after }),
    failed: (error) => this.failed(error),
  });

  override async refresh(): Promise<void> {
    await this.#list.refresh();
  }

  protected override render() {
    const pair = pairOf(this.query);
    if (pair)
      return html`<bo-library-compare .api=${this.api} .pair=${pair} .versions=${this.#list.items}></bo-library-compare>`;
    const { state, problem, items, next } = this.#list;
    return html`<div class="stack">
      <p class="muted">${t('lead')}</p>
      <bo-list-state .state=${state} heading=${state === 'empty' ? t('emptyTitle') : ''} text=${state === 'error' ? problem : t('emptyText')}
        @bo-retry=${() => this.#list.retry()}>
        ${state === 'ready' ? html`<ol class="list" aria-label=${t('list')}>${items.map((item, index) => this.#version(item, index === 0))}</ol>` : nothing}
        ${next ? html`<button class="button more" type="button" @click=${() => this.#list.more()}>${c('more')}</button>` : nothing}
      </bo-list-state>
    </div>`;
  }

  #version(item: LibraryVersion, current: boolean) {
    const { version, texts } = item;
    return html`<li class="version">
      <span><strong>${t('version', { version: String(version) })}</strong>
        ${current ? html`<span class="pill accent">${t('current')}</span>` : nothing}</span>
      <div class="about">
        <span class="sums">${sums(item)}</span>
        ${texts.length > 0 ? html`<span class="texts muted small">${texts.join(', ')}${isMore(item) ? '…' : ''}</span>` : nothing}
        <span class="muted small">${whoAndWhen(item)}</span>
      </div>
      <span class="acts">
        ${version > 1 ? this.#compare(version - 1, version, t('what'), t('ofVersion', { version: String(version) })) : nothing}
        ${current ? nothing : this.#past(version)}
      </span>
    </li>`;
  }

  #past(version: number) {
    const now = this.#list.items[0]?.version ?? version;
    return html`${this.#compare(version, now, t('compare'), t('compareRest', { version: String(version) }))}
      <button class="button small quiet" type="button" @click=${() => this.#restore(version)}>${t('restore')}<span
        class="visually-hidden">${t('ofVersion', { version: String(version) })}</span></button>`;
  }

  /** `rest` finishes the label for who does not see the line it stands on. */
  #compare(from: number, to: number, label: string, rest: string) {
    const go = () => this.setQuery({ from: String(from), to: String(to) });
    return html`<button class="button small quiet" type="button" @click=${go}>${label}<span class="visually-hidden">${rest}</span></button>`;
  }

  async #restore(version: number): Promise<void> {
    const before = this.#list.items[0]?.version;
    const asked = await confirm({
      title: t('restoreTitle', { version: String(version) }),
      text: t('restoreText'),
      confirm: t('restore'),
    });
    if (!asked || !(await this.#bringBack(version))) return;
    const text = t('restored', { version: String(version) });
    this.toast(before === undefined ? { text } : { text, undo: () => this.#bringBack(before) });
  }

  async #bringBack(version: number): Promise<boolean> {
    const done = await this.attempt(() =>
      this.api.post<ChangedAnswer>(`library/versions/${version}/restore`),
    );
    await this.#list.refresh();
    return done !== null;
  }
}

function sums({ added, changed, removed }: LibraryVersion) {
  if (added + changed + removed === 0) return html`<span class="muted">${t('settings')}</span>`;
  const said = [
    [added, t('added', { count: added })],
    [changed, t('changed', { count: changed })],
    [removed, t('removed', { count: removed })],
  ] as const;
  return said.filter(([count]) => count > 0).map(([, text]) => html`<span>${text}</span>`);
}

const isMore = ({ added, changed, removed, texts }: LibraryVersion) =>
  added + changed + removed > texts.length;

function whoAndWhen({ by, at }: LibraryVersion): string {
  const time = shortTime(at, Date.now(), locale());
  return by ? t('by', { name: by, when: time }) : t('bySystem', { when: time });
}

customElements.define('bo-library-versions', BoLibraryVersions);
