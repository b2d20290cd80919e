import { css, html, nothing } from 'lit';
import type { EarlierText } from '../../../server/protocol/back-office.ts';
import words from '../locales/earlier-texts.ts';
import { translator } from '../locales/index.ts';
import { when } from './when.ts';

const t = translator(words);

/** What a message said before its author changed it. To everybody but moderators it is what it says now. */
export function earlierTexts(earlier: EarlierText[] | undefined) {
  if (!earlier) return nothing;
  return html`<details class="earlier">
    <summary class="small muted">${t('earlier', { count: earlier.length })}</summary>
    <ol>${earlier.map(
      ({ text, replacedAt }) =>
        html`<li><p>${text}</p><p class="small muted">${t('replaced')} ${when(replacedAt)}</p></li>`,
    )}</ol>
  </details>`;
}

export const earlierTextStyles = css`
  .earlier summary { inline-size: fit-content; min-block-size: 24px; padding-block: 2px; border-radius: 6px; cursor: pointer; }
  .earlier ol { display: grid; gap: 8px; margin-block-start: 6px; padding-inline-start: 14px; border-inline-start: 2px solid var(--bo-line); list-style: none; }
  .earlier p:first-child { color: var(--bo-muted); white-space: pre-wrap; overflow-wrap: anywhere; }
`;
