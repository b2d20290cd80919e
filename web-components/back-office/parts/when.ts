import { html, type TemplateResult } from 'lit';
import { locale } from '../locales/index.ts';
import { fullTime, relativeTime } from '../time.ts';

/** "2 minutes ago" in a `<time>`, with the whole moment on hover. */
export function when(at: number): TemplateResult {
  const text = relativeTime(at, Date.now(), locale());
  return html`<time datetime=${new Date(at).toISOString()} title=${fullTime(at, locale())}>${text}</time>`;
}
