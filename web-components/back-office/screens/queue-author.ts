import { html, nothing } from 'lit';
import type { AuthorRecord } from '../../../server/protocol/back-office.ts';
import type { Api } from '../api.ts';
import { locale, translator } from '../locales/index.ts';
import words from '../locales/queue.ts';
import { dateOf } from '../time.ts';
import './person-notes.ts';

const t = translator(words);

/** What is known of who wrote it, for who must decide. */
export function queueAuthor(author: AuthorRecord, manager: boolean, api: Api) {
  return html`<aside aria-label=${t('record')}>
    <div>
      <h2>${author.name} ${author.banned ? html`<span class="pill danger">${t('banned')}</span>` : nothing}</h2>
      <p class="muted small">${t('since', { role: t(author.role), date: dateOf(author.since, locale()) })}</p>
    </div>
    <h3 class="eyebrow">${t('here')}</h3>
    <dl>
      ${figure(t('published'), author.published)} ${figure(t('rejectedCount'), author.rejected)}
      ${figure(t('names'), author.namesOnAddress)}
    </dl>
    <h3 class="eyebrow">${t('address')}</h3>
    ${manager ? address(author) : html`<p class="muted small">${t('noAddress')}</p>`}
    <bo-person-notes .api=${api} .personId=${author.id} .count=${author.notes}></bo-person-notes>
  </aside>`;
}

const figure = (label: string, count: number) => html`<div><dt>${label}</dt><dd>${count}</dd></div>`;

/** A range of one address says nothing more than the address. */
const isWider = (range: string | null, address: string): range is string =>
  range !== null && range.replace(/\/(32|128)$/, '') !== address;

function address({ address, blockRange }: AuthorRecord) {
  if (!address) return html`<p class="muted small">—</p>`;
  return html`<p>${address}</p>
    ${isWider(blockRange, address) ? html`<p class="muted small">${t('blockWould', { range: blockRange })}</p>` : nothing}`;
}
