import { html, type TemplateResult } from 'lit';
import { type Span, splitBySpans } from '../highlight.ts';

/** A text with what the filter saw in `<mark>`. */
export function highlightedText(text: string, spans: readonly Span[]): TemplateResult {
  return html`${splitBySpans(text, spans).map((piece) => (piece.marked ? html`<mark>${piece.text}</mark>` : piece.text))}`;
}
