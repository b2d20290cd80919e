import { html, nothing, type TemplateResult } from 'lit';
import type { Backtest, BacktestSample } from '../../../../server/protocol/library.ts';
import { locale, translator } from '../../locales/index.ts';
import words from '../../locales/library-backtest.ts';
import { highlightedText } from '../../parts/highlighted-text.ts';
import { dateOf } from '../../time.ts';

const t = translator(words);
const THEN = { allow: 'thenAllow', hold: 'thenHold', reject: 'thenReject', flag: 'thenFlag' } as const;
const TONE = { allow: 'accent', flag: '', hold: 'warn', reject: 'danger' } as const;

/** The messages it is about, with what would be seen in them. */
export function backtestSamples(
  { samples, stopped, freed }: Backtest,
  conversationUrl: (id: string) => string,
): TemplateResult | typeof nothing {
  if (samples.length === 0) return nothing;
  const all = stopped.hold + stopped.reject + stopped.flag + freed;
  const label = all > samples.length ? t('samplesSome', { count: samples.length }) : t('samples');
  return html`<p class="hint" id="samples">${label}</p>
    <ol class="samples" aria-labelledby="samples" tabindex="0">${samples.map((sample) => sampleLine(sample, conversationUrl(sample.conversationId)))}</ol>`;
}

function sampleLine({ text, author, at, state, then, reasons }: BacktestSample, url: string) {
  const spans = reasons.flatMap((reason) => reason.spans);
  return html`<li>
    <p class="sample-text">${highlightedText(text, spans)}</p>
    <p class="muted sample-head"><span>${author.name} · ${dateOf(at, locale())} · ${t(state)} · <a href=${url} target="_blank">${t('seeConversation')}</a></span>
      <span class="pill ${TONE[then]}">${t(THEN[then])}</span></p>
  </li>`;
}
