import './try-text.ts';
import { html } from 'lit';
import { translator } from '../../locales/index.ts';
import words from '../../locales/library-try.ts';
import { shared } from '../../styles/shared.ts';
import { Screen } from '../screen.ts';
import type { BoLibraryTryText } from './try-text.ts';

const t = translator(words);

/** A text tried on the library in force. */
export class BoLibraryTry extends Screen {
  static override styles = [shared];

  /** The library changed: the verdict may have too. */
  override async refresh(): Promise<void> {
    await this.renderRoot.querySelector<BoLibraryTryText>('bo-library-try-text')?.judge();
  }

  protected override render() {
    return html`<div class="stack">
      <p class="muted">${t('lead')}</p>
      <bo-library-try-text .api=${this.api} .site=${this.site.id}></bo-library-try-text>
    </div>`;
  }
}

customElements.define('bo-library-try', BoLibraryTry);
