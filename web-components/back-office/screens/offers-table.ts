import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { Offer } from '../../../server/protocol/promotion.ts';
import { locale, translator } from '../locales/index.ts';
import words from '../locales/regulars.ts';
import { dateOf } from '../time.ts';

const t = translator(words);
const TONE: Record<Offer['state'], string> = {
  waiting: 'warn',
  accepted: 'accent',
  declined: '',
  withdrawn: '',
  expired: '',
};

/** Who was asked what, and what they said; what waits can be taken back. */
export function offersTable(
  offers: Offer[],
  busy: string | null,
  withdraw: (offer: Offer) => void,
): TemplateResult {
  return html`<div class="table-wrap"><table>
    <caption class="visually-hidden">${t('offers')}</caption>
    <thead><tr>
      <th scope="col">${t('name')}</th><th scope="col">${t('role')}</th><th scope="col">${t('state')}</th>
      <th scope="col">${t('by')}</th><td></td>
    </tr></thead>
    <tbody>${repeat(
      offers,
      ({ id }) => id,
      (offer) => row(offer, busy === offer.personId, withdraw),
    )}</tbody>
  </table></div>`;
}

function row(offer: Offer, isBusy: boolean, withdraw: (offer: Offer) => void) {
  const { name, role, state, by } = offer;
  return html`<tr>
    <th scope="row">${name}</th>
    <td data-label=${t('role')}>${t(role)}</td>
    <td data-label=${t('state')}><span class="pill ${TONE[state]}">${t(`state_${state}`)}</span> <span class="muted small">${fateOf(offer)}</span></td>
    <td data-label=${t('by')}>${by}</td>
    <td class="actions">${
      state === 'waiting'
        ? html`<button class="button small quiet danger" type="button" ?disabled=${isBusy}
            aria-label=${t('withdrawOf', { name })} @click=${() => withdraw(offer)}>${t('withdraw')}</button>`
        : nothing
    }</td>
  </tr>`;
}

function fateOf({ state, expiresAt, endedAt }: Offer): string {
  if (state === 'waiting') return t('until', { date: dateOf(expiresAt, locale()) });
  return endedAt === null ? '' : t('on', { date: dateOf(endedAt, locale()) });
}
