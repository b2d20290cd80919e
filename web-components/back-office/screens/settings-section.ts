import { html, nothing, type TemplateResult } from 'lit';

/** One matter of the settings: what it is on the left, what can be set on the right. */
export function settingsSection(
  id: string,
  { title, lead }: { title: string; lead?: string },
  content: TemplateResult,
): TemplateResult {
  return html`<section aria-labelledby=${id}>
    <div><h2 id=${id} tabindex="-1">${title}</h2>${lead ? html`<p class="muted small">${lead}</p>` : nothing}</div>
    <div class="matter">${content}</div>
  </section>`;
}
