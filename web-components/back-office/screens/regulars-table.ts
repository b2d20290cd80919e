import { css, html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { OfferView } from '../../../server/protocol/frames.ts';
import type { Regular } from '../../../server/protocol/promotion.ts';
import { locale, translator } from '../locales/index.ts';
import words from '../locales/regulars.ts';
import { when } from '../parts/when.ts';

const t = translator(words);
type MakeOffer = (regular: Regular, role: OfferView['role']) => void;

export const regularsStyles = css`
  :host { display: grid; gap: 16px; grid-template-columns: minmax(0, 1fr); }
  .names { display: flex; flex-wrap: wrap; gap: 2px 8px; align-items: center; overflow-wrap: anywhere; min-inline-size: 140px; }
  .under { display: block; font-weight: 400; }
  .number { inline-size: 1%; }
  .score { font-weight: 650; }
  th.number { white-space: normal; }
  th, td { padding-inline: 10px; }
  th:first-child { padding-inline-start: 16px; }
  td.actions { inline-size: 1%; padding-inline-end: 12px; }
  td.actions .button { display: flex; inline-size: 100%; }
  td.actions .quiet { min-block-size: 24px; padding-block: 0; margin-block-start: 4px; }
  @media (max-width: 720px) {
    td.number { text-align: start; inline-size: auto; }
    td.actions { inline-size: auto; margin-inline-start: 0; }
    td.actions .button { inline-size: auto; min-block-size: 36px; margin: 0; }
    tbody th, tbody td { padding-inline: 0; }
    tbody th:first-child { padding-inline-start: 0; }
    .figures tbody tr { grid-template-columns: 1fr 1fr; }
    .figures th, .figures td.actions { grid-column: 1 / -1; }
    .score::before { font-weight: 400; }
  }
`;

/** Each with what they did; the button asks for what the figures speak for. */
export function regularsTable(regulars: Regular[], busy: string | null, offer: MakeOffer): TemplateResult {
  return html`<div class="table-wrap figures"><table>
    <caption class="visually-hidden">${t('list')}</caption>
    <thead><tr>
      <th scope="col">${t('name')}</th>
      ${(['score', 'answers', 'thanks', 'accepted', 'rejected', 'days'] as const).map(
        (column) => html`<th scope="col" class="number">${t(column)}</th>`,
      )}
      <th scope="col">${t('seen')}</th><td></td>
    </tr></thead>
    <tbody>${repeat(
      regulars,
      ({ id }) => id,
      (regular) => row(regular, busy === regular.id, offer),
    )}</tbody>
  </table></div>`;
}

function row(regular: Regular, isBusy: boolean, offer: MakeOffer) {
  const { name, role, verified, hasAccount, evidence, score, lastSeenAt } = regular;
  return html`<tr>
    <th scope="row">
      <span class="names">${name}<span class="pill">${t(role)}</span>${verified ? html`<span class="pill accent">${t('verified')}</span>` : nothing}</span>
      ${hasAccount ? nothing : html`<span class="under muted small">${t('noAccount')}</span>`}
    </th>
    ${figure('score', score, 'score')} ${figure('answers', evidence.answers)} ${figure('thanks', evidence.thanks)}
    ${figure('accepted', evidence.accepted)} ${figure('rejected', share(evidence.rejectedShare))} ${figure('days', evidence.activeDays)}
    <td data-label=${t('seen')} class="nowrap">${when(lastSeenAt)}</td>
    <td class="actions">${buttons(regular, isBusy, offer)}</td>
  </tr>`;
}

const figure = (
  column: 'score' | 'answers' | 'thanks' | 'accepted' | 'rejected' | 'days',
  value: number | string,
  more = '',
) => html`<td class="number ${more}" data-label=${t(column)}>${value}</td>`;

const share = (part: number) =>
  new Intl.NumberFormat(locale(), { style: 'percent', maximumFractionDigits: 1 }).format(part);

/** A visitor may be trusted as a moderator at once, by who knows them. */
function buttons(regular: Regular, isBusy: boolean, offer: MakeOffer) {
  const { proposed, role, name } = regular;
  const act = t(`offer_${proposed}`);
  const other = role === 'visitor' ? 'moderator' : null;
  return html`<button class="button small primary" type="button" ?disabled=${isBusy}
      aria-label=${t('offerOf', { act, name })} @click=${() => offer(regular, proposed)}>${act}</button>
    ${
      other
        ? html`<button class="button small quiet" type="button" ?disabled=${isBusy}
            aria-label=${t('offerOf', { act: t(`other_${other}`), name })} @click=${() => offer(regular, other)}>${t(`other_${other}`)}</button>`
        : nothing
    }`;
}
