import { css, html, type TemplateResult } from 'lit';
import type { Funnel } from '../../../../server/protocol/invitations.ts';
import { locale, translator } from '../../locales/index.ts';
import words from '../../locales/invitations.ts';

const t = translator(words);
const STEPS = ['invited', 'sent', 'opened', 'joined', 'answered'] as const satisfies (keyof Funnel)[];
type Step = (typeof STEPS)[number];

export const funnelStyles = css`
  .funnel table { inline-size: 100%; }
  .funnel thead { position: absolute; inline-size: 1px; block-size: 1px; overflow: hidden; clip-path: inset(50%); }
  .funnel th, .funnel td { display: table-cell; padding: 5px 0; border: 0; }
  .funnel tbody tr, .funnel tbody tr:hover, .funnel tbody tr + tr { display: table-row; border: 0; background: none; }
  .funnel tbody th { inline-size: 1%; padding-inline-end: 16px; font-size: 13px; font-weight: 500; color: var(--bo-muted); white-space: nowrap; }
  .funnel td.count { inline-size: 1%; padding-inline-end: 16px; text-align: end; font-weight: 650; font-variant-numeric: tabular-nums; }
  .funnel td.share { inline-size: 100%; }
  .funnel .bar { display: grid; grid-template-columns: 1fr 44px; gap: 10px; align-items: center; }
  .funnel .track { block-size: 14px; border-radius: 4px; background: var(--bo-ground); overflow: hidden; }
  .funnel .fill { block-size: 100%; min-inline-size: 2px; border-radius: 4px; background: var(--bo-accent); }
  .funnel .fill.none { min-inline-size: 0; }
  .funnel .percent { font-size: 12px; color: var(--bo-muted); text-align: end; font-variant-numeric: tabular-nums; }
`;

/** How many came how far: a bar for each step, which is a table to whoever listens. @param mail as for `stepsOf` */
export function funnelTable(funnel: Funnel, heading: string, mail: boolean): TemplateResult {
  return html`<section class="surface padded stack funnel">
    <h2>${heading}</h2>
    <table>
      <caption class="visually-hidden">${heading}</caption>
      <thead><tr><th scope="col">${t('step')}</th><th scope="col">${t('count')}</th><th scope="col">${t('share')}</th></tr></thead>
      <tbody>${stepsOf(funnel, mail).map((step) => bar(step, funnel))}</tbody>
    </table>
    <p class="hint">${t('openedHint')}</p>
  </section>`;
}

/** @param mail whether the server sends mails; without, and none sent before, there is no such step */
export const stepsOf = ({ sent }: Funnel, mail: boolean): Step[] =>
  STEPS.filter((step) => step !== 'sent' || mail || sent > 0);

function bar(step: Step, funnel: Funnel): TemplateResult {
  const count = funnel[step];
  const share = funnel.invited === 0 ? 0 : count / funnel.invited;
  const percent = new Intl.NumberFormat(locale(), {
    style: 'percent',
    maximumFractionDigits: share < 0.1 ? 1 : 0,
  });
  return html`<tr>
    <th scope="row">${t(step)}</th>
    <td class="count">${new Intl.NumberFormat(locale()).format(count)}</td>
    <td class="share"><div class="bar">
      <div class="track"><div class="fill ${count === 0 ? 'none' : ''}" style="inline-size:${(share * 100).toFixed(1)}%"></div></div>
      <span class="percent">${funnel.invited === 0 ? '—' : percent.format(share)}</span>
    </div></td>
  </tr>`;
}
