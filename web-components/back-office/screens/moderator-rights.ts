import '@awesome.me/webawesome/dist/components/switch/switch.js';
import { css, html } from 'lit';
import type { SiteSettings } from '../../../server/protocol/back-office.ts';
import type { Api } from '../api.ts';
import { ToastEvent } from '../events.ts';
import { translator } from '../locales/index.ts';
import words from '../locales/moderator-rights.ts';
import { LocalizedElement } from '../localized.ts';
import { shared } from '../styles/shared.ts';
import { announceFailure } from './announce-failure.ts';
import { switchStyles } from './switch-styles.ts';

const t = translator(words);
type Right = 'release' | 'seeMatches' | 'block';
const RIGHTS: readonly Right[] = ['release', 'seeMatches', 'block'];

/** What moderators may do beside hiding and restoring. In force at once on every open page. Fires `bo-saved`. */
export class BoModeratorRights extends LocalizedElement {
  static override properties = { api: { attribute: false }, saved: { attribute: false } };
  static override styles = [
    shared,
    css`
      :host { display: grid; gap: 14px; }
      ${switchStyles}
    `,
  ];
  declare api: Api;
  declare saved: SiteSettings;

  protected override render() {
    return html`${RIGHTS.map((right) => this.#switch(right))}`;
  }

  #switch(right: Right) {
    const on = isOn(this.saved, right);
    const change = (event: Event) => this.#set(right, (event.target as HTMLInputElement).checked);
    return html`<wa-switch size="s" ?checked=${on} .checked=${on} hint=${t(`${right}Hint`)} @change=${change}>${t(right)}</wa-switch>`;
  }

  async #set(right: Right, on: boolean): Promise<void> {
    if (!(await this.#save(right, on))) return;
    const undo = () => this.#save(right, !on);
    this.dispatchEvent(new ToastEvent({ text: t('saved'), undo }));
  }

  async #save(right: Right, on: boolean): Promise<boolean> {
    try {
      this.saved = await this.api.patch<SiteSettings>('site', changeOf(right, on));
      this.dispatchEvent(new Event('bo-saved'));
      return true;
    } catch (error) {
      // The switch goes back to what is true.
      this.requestUpdate();
      announceFailure(this, error);
      return false;
    }
  }
}

function isOn({ moderatorsMayRelease, community }: SiteSettings, right: Right): boolean {
  return {
    release: moderatorsMayRelease,
    seeMatches: community.moderatorsSeeMatches,
    block: community.moderatorsMayBlock,
  }[right];
}

function changeOf(right: Right, on: boolean): object {
  if (right === 'release') return { moderatorsMayRelease: on };
  return { community: { [right === 'block' ? 'moderatorsMayBlock' : 'moderatorsSeeMatches']: on } };
}

customElements.define('bo-moderator-rights', BoModeratorRights);
