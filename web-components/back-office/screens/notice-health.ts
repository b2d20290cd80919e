import { css, html, nothing } from 'lit';
import type { NoticeHealth } from '../../../server/protocol/notifications.ts';
import type { Api } from '../api.ts';
import { translator } from '../locales/index.ts';
import words from '../locales/notices.ts';
import { LocalizedElement } from '../localized.ts';
import '../parts/list-state.ts';
import { when } from '../parts/when.ts';
import { problemWords } from '../problem.ts';
import { shared } from '../styles/shared.ts';

const t = translator(words);

/** Whether people who are away are told: what waits, what fails, and what that means. */
export class BoNoticeHealth extends LocalizedElement {
  static override properties = {
    api: { attribute: false },
    health: { state: true },
    problem: { state: true },
  };
  static override styles = [
    shared,
    css`
      ul { display: grid; gap: 8px; margin: 0; padding: 0; list-style: none; }
      .bad { color: var(--bo-danger); }
    `,
  ];
  declare api: Api;
  declare health: NoticeHealth | null;
  declare problem: string;

  constructor() {
    super();
    this.health = null;
    this.problem = '';
  }

  protected override firstUpdated() {
    void this.#load();
  }

  protected override render() {
    const state = this.problem ? 'error' : this.health ? 'ready' : 'loading';
    return html`<bo-list-state .state=${state} .rows=${1} text=${this.problem} @bo-retry=${() => this.#load()}>
      ${this.health ? this.#lines(this.health) : nothing}
    </bo-list-state>`;
  }

  #lines({ mailConfigured, waiting, retried, failed, lastFailure }: NoticeHealth) {
    const isFine = retried + failed === 0;
    return html`<ul role="list">
      ${mailConfigured ? nothing : html`<li>${t('noMail')}</li>`}
      ${isFine ? html`<li>${t(mailConfigured ? 'fine' : 'fineOnDevices')}</li>` : nothing}
      ${retried ? html`<li class="bad">${t('retried', { count: retried })}</li>` : nothing}
      ${failed ? html`<li class="bad">${t('failed', { count: failed })}</li>` : nothing}
      ${waiting && !isFine ? html`<li>${t('waiting', { count: waiting })}</li>` : nothing}
      ${lastFailure ? html`<li class="muted small">${t('last')} ${when(lastFailure)}</li>` : nothing}
    </ul>`;
  }

  async #load(): Promise<void> {
    this.problem = '';
    try {
      this.health = await this.api.get<NoticeHealth>('notices');
    } catch (error) {
      this.problem = problemWords(error);
    }
  }
}

customElements.define('bo-notice-health', BoNoticeHealth);
