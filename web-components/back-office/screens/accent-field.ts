import { html, nothing, type TemplateResult } from 'lit';
import { styleMap } from 'lit/directives/style-map.js';
import { locale, translator } from '../locales/index.ts';
import words from '../locales/pages.ts';
import { checkAccent, darkenToPass, parseColour } from './contrast.ts';
import { fieldValue } from './field-value.ts';

const t = translator(words);

/** The accent as text and as a colour well, a button drawn with it, and whether it can be read. */
export function accentField(accent: string, wrong: boolean, edit: (accent: string) => void): TemplateResult {
  const colour = parseColour(accent);
  const report = (event: Event) => edit(fieldValue(event));
  return html`<div class="field">
    <label for="accent">${t('accent')}</label>
    <div class="row accent">
      <input class="well" type="color" aria-label=${t('accentPick')} .value=${colour ?? '#1f6f54'} @input=${report} />
      <input class="input hex" id="accent" maxlength="7" autocomplete="off" spellcheck="false" placeholder="#1f6f54"
        aria-invalid=${wrong ? 'true' : 'false'} aria-describedby="accent-help" .value=${accent} @input=${report} />
      ${colour ? sample(colour) : nothing}
    </div>
    <div id="accent-help" role="status">${help(accent, colour, wrong, edit)}</div>
  </div>`;
}

function sample(colour: string) {
  const look = styleMap({ background: colour, color: checkAccent(colour).text });
  return html`<span class="sample" aria-hidden="true" style=${look}>${t('sample')}</span>`;
}

function help(accent: string, colour: string | null, wrong: boolean, edit: (accent: string) => void) {
  if (accent.trim() === '') return html`<span class="hint">${t('accentHint')}</span>`;
  if (!colour) return html`<span class=${wrong ? 'field-error' : 'hint'}>${t('accentWrong')}</span>`;
  const { onWhite, passes } = checkAccent(colour);
  const ratio = new Intl.NumberFormat(locale(), { maximumFractionDigits: 1 }).format(
    Math.floor(onWhite * 10) / 10,
  );
  if (passes) return html`<span class="hint">${t('accentGood', { ratio })}</span>`;
  const darker = darkenToPass(colour);
  return html`<span class="poor">${t('accentPoor', { ratio })}</span>
    <button class="link-button small" type="button" @click=${() => edit(darker)}>${t('accentDarker', { colour: darker })}</button>`;
}
