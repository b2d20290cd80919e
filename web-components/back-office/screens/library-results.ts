import { html, nothing, type TemplateResult } from 'lit';
import { translator } from '../locales/index.ts';
import words from '../locales/library.ts';
import type { LineResult } from './library-lines.ts';

const t = translator(words);
const COUNTED = [
  ['added', 'outcomeAdded'],
  ['present', 'outcomePresent'],
  ['twice', 'outcomeTwice'],
  ['refused', 'outcomeRefused'],
] as const satisfies readonly (readonly [LineResult['outcome'], string])[];

/** What became of each pasted line: the sums first, then the lines that did not go in. */
export function lineResults(results: LineResult[]): TemplateResult | typeof nothing {
  if (results.length === 0) return nothing;
  const sums = COUNTED.flatMap(([outcome, key]) => {
    const count = results.filter((result) => result.outcome === outcome).length;
    return count === 0 ? [] : [t(key, { count })];
  });
  const others = results.filter(({ outcome }) => outcome !== 'added');
  return html`<div class="results" role="status">
    <p>${sums.join(' · ')}</p>
    <ul aria-label=${t('results')}>${others.map(
      (result) =>
        html`<li><span class="line">${result.line}</span><span>${shortened(result.text)} <span class=${result.outcome === 'refused' ? 'refused' : 'muted'}>· ${outcomeWords(result)}</span></span></li>`,
    )}</ul>
  </div>`;
}

const SHOWN = 80;
const shortened = (text: string) => (text.length > SHOWN ? `${text.slice(0, SHOWN)}…` : text);

function outcomeWords(result: LineResult): string {
  if (result.outcome === 'added') return t('lineAdded');
  return result.outcome === 'twice' ? t('lineTwice') : result.why;
}
