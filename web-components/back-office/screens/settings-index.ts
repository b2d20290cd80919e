import { css, html } from 'lit';
import { translator } from '../locales/index.ts';
import words from '../locales/pages.ts';
import { LocalizedElement } from '../localized.ts';
import { shared } from '../styles/shared.ts';

const t = translator(words);

/** The matters of a long page of settings, always in sight, and the way to each. It stands among their sections. */
export class BoSettingsIndex extends LocalizedElement {
  static override styles = [
    shared,
    css`
      :host { position: sticky; inset-block-start: 0; z-index: 2; background: var(--bo-ground); border-block-end: 1px solid var(--bo-line); }
      ul { display: flex; flex-wrap: wrap; gap: 0 4px; margin-inline: -8px; padding-block: 4px; }
      button { appearance: none; min-block-size: 30px; padding: 4px 8px; border: 0; border-radius: 8px; background: none; color: var(--bo-muted); font: inherit; font-size: 13px; font-weight: 600; white-space: nowrap; cursor: pointer; }
      button:hover { color: var(--bo-ink); }
      button:focus-visible { outline-offset: -2px; }
      @media (max-width: 720px) {
        ul { flex-wrap: nowrap; padding: 0; overflow-x: auto; scrollbar-width: none; }
        button { min-block-size: 44px; }
      }
    `,
  ];

  protected override render() {
    return html`<nav aria-label=${t('index')}><ul>${this.#headings().map(
      (heading) =>
        html`<li><button type="button" @click=${() => this.#go(heading)}>${heading.textContent}</button></li>`,
    )}</ul></nav>`;
  }

  #headings(): HTMLElement[] {
    return [...(this.parentElement?.querySelectorAll<HTMLElement>('section > div > h2') ?? [])];
  }

  /** There by eye, below the index and without the line above; and by keyboard: the next Tab goes on from the heading. */
  #go(heading: HTMLElement): void {
    heading.style.scrollMarginBlockStart = `${this.offsetHeight + 20}px`;
    heading.scrollIntoView();
    heading.focus({ preventScroll: true });
  }
}

customElements.define('bo-settings-index', BoSettingsIndex);
