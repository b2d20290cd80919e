import { css, html, nothing, type TemplateResult } from 'lit';
import type { ReasonView } from '../../../../server/protocol/frames.ts';
import type { TryAnswer } from '../../../../server/protocol/library.ts';
import { disguiseWords } from '../../disguise-words.ts';
import { translator } from '../../locales/index.ts';
import words from '../../locales/library-try.ts';
import { highlightedText } from '../../parts/highlighted-text.ts';
import { categoryWords } from '../../reason-words.ts';
import { seenPieces } from '../../seen-pieces.ts';
import { UNNAMED } from './entry-form.ts';

const t = translator(words);
const TONE = { allow: 'accent', flag: 'accent', hold: 'warn', reject: 'danger' } as const;

export const tryResultStyles = css`
  .verdict { font-size: 13px; padding-block: 3px; }
  .judged { font-size: 16px; line-height: 1.6; white-space: pre-wrap; overflow-wrap: anywhere; max-block-size: 220px; overflow-y: auto; inline-size: 100%; }
  .why { display: grid; gap: 8px; inline-size: 100%; padding-block-start: 10px; border-block-start: 1px solid var(--bo-line); }
  .why li { display: flex; flex-wrap: wrap; gap: 2px 8px; align-items: baseline; font-size: 13px; overflow-wrap: anywhere; }
  .why .pill { background: var(--bo-surface); border: 1px solid var(--bo-line); }
  .why .ways { flex-basis: 100%; color: var(--bo-muted); }
`;

export type Judged = { text: string; answer: TryAnswer };

/**
 * The verdict on a text: what becomes of it, what was seen and where, each reason with its entry.
 * @param entryUrl the address of an entry in the library, null where leaving would lose something
 */
export function tryResult(
  { text, answer }: Judged,
  withDraft: boolean,
  entryUrl: ((entry: string) => string) | null,
): TemplateResult {
  const spans = answer.reasons.flatMap((reason) => reason.spans);
  const version = t(withDraft ? 'withDraft' : 'version', { version: answer.version });
  return html`<span class="pill verdict ${TONE[answer.verdict]}" data-test="verdict">${t(answer.verdict)}</span>
    <p class="judged">${highlightedText(text, spans)}</p>
    ${
      answer.reasons.length === 0
        ? html`<p class="small muted">${t('clean')}</p>`
        : html`<ul class="why" aria-label=${t('why')}>${answer.reasons.map((reason) => line(reason, text, entryUrl))}</ul>`
    }
    <p class="small muted">${version}</p>`;
}

function line(reason: ReasonView, text: string, entryUrl: ((entry: string) => string) | null) {
  const { kind, category, entry, spans, disguise = [] } = reason;
  const seen = seenPieces(text, spans).map((piece) => t('seen', { text: piece }));
  return html`<li>
    <span>${kind === 'link' && !entry ? t('linkUnknown') : t(kind)}</span>
    ${entry ? entryName(entry, entryUrl) : nothing}
    ${entry && category !== UNNAMED ? html`<span class="pill">${categoryWords(category)}</span>` : nothing}
    ${seen.length > 0 ? html`<span class="muted">${seen.join(', ')}</span>` : nothing}
    ${disguise.length > 0 ? html`<span class="ways">${t('disguised', { ways: disguise.map(disguiseWords).join(', ') })}</span>` : nothing}
  </li>`;
}

const entryName = (entry: string, entryUrl: ((entry: string) => string) | null) =>
  entryUrl
    ? html`<a href=${entryUrl(entry)} title=${t('entryOf', { entry })}>${entry}</a>`
    : html`<strong>${entry}</strong>`;
