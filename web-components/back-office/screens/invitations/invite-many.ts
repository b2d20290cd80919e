import '@awesome.me/webawesome/dist/components/progress-bar/progress-bar.js';
import './list-source.ts';
import './preview-lines.ts';
import './confirm-many.ts';
import { css, html, nothing } from 'lit';
import type { FunnelAnswer, InvitationPreview } from '../../../../server/protocol/invitations.ts';
import { ApiError } from '../../api.ts';
import { icon } from '../../icons/index.ts';
import { translator } from '../../locales/index.ts';
import words from '../../locales/invitations.ts';
import '../../parts/list-state.ts';
import { problemWords } from '../../problem.ts';
import { shared } from '../../styles/shared.ts';
import { Followed } from '../library/followed.ts';
import { Screen } from '../screen.ts';

const t = translator(words);

/** From a list to a batch: read in the background, looked over and mended, then confirmed. */
export class BoInviteMany extends Screen {
  static override properties = {
    about: { attribute: false },
    sending: { state: true },
    problem: { state: true },
  };
  static override styles = [
    shared,
    css`
      .part { display: grid; gap: 20px; grid-template-columns: minmax(0, 1fr); }
      .head { display: grid; gap: 4px; justify-items: start; }
      .head .button { margin-inline-start: -8px; }
      wa-progress-bar { --track-height: 8px; --indicator-color: var(--bo-accent); --track-color: var(--bo-line); max-inline-size: 480px; inline-size: 100%; }
      .panel { display: grid; gap: 12px; justify-items: start; padding: 28px; }
      .done { display: inline-grid; place-items: center; inline-size: 40px; block-size: 40px; border-radius: 50%; background: var(--bo-accent-soft); color: var(--bo-accent); }
      @media (max-width: 720px) { .panel { padding: 20px; } }
    `,
  ];
  /** null until the server has said it. */
  declare about: FunnelAnswer | null;
  declare sending: boolean;
  declare problem: string;

  #work = new Followed<InvitationPreview>(this, {
    fetch: (id) => this.api.get(`invitation-previews/${encodeURIComponent(id)}`),
    isOver: ({ state }) => state !== 'reading' && state !== 'confirming',
    failed: (error) => this.#lost(error),
  });

  constructor() {
    super();
    this.about = null;
    this.sending = false;
    this.problem = '';
  }

  override async refresh(): Promise<void> {
    this.#follow();
    if (this.about) return;
    const read = await this.attempt(() => this.api.get<FunnelAnswer>('invitations/funnel'));
    if (read) this.about = read.value;
  }

  protected override updated(changed: Map<string, unknown>): void {
    if (changed.has('query')) this.#follow();
  }

  #follow(): void {
    const id = this.query.get('preview');
    if (id === null) {
      if (this.#work.value) this.#work.forget();
    } else if (id !== this.#work.value?.id) this.#work.follow(id);
  }

  protected override render() {
    const asked = this.query.has('preview');
    return html`<div class="part">
      <div class="head">
        <button class="button small quiet" type="button" @click=${this.#leave}>${icon('left')}${t('back')}</button>
        <h2>${t('manyTitle')}</h2>${asked ? nothing : html`<p class="lead">${t('manyLead')}</p>`}
      </div>
      <bo-list-source ?hidden=${asked} .problem=${this.problem} .sending=${this.sending} @bo-list=${this.#send}></bo-list-source>
      ${asked ? this.#asked() : nothing}
    </div>`;
  }

  #asked() {
    const work = this.#work.value;
    if (!work) return html`<bo-list-state state="loading"></bo-list-state>`;
    switch (work.state) {
      case 'reading':
      case 'confirming':
        return this.#progress(work);
      case 'read':
        return this.#preview(work);
      case 'confirmed':
        return this.#confirmed();
      case 'failed':
        return this.#failed(work);
    }
  }

  #progress({ done, total }: InvitationPreview) {
    const said = t('reading', { done, total });
    const share = total > 0 ? Math.round((100 * done) / total) : 0;
    return html`<div class="surface panel">
      <p role="status">${said}</p>
      <wa-progress-bar label=${said} .value=${share}></wa-progress-bar>
      <button class="button small" type="button" @click=${this.#abandon}>${t('abandon')}</button>
    </div>`;
  }

  #preview(work: InvitationPreview) {
    return html`<bo-preview-lines .api=${this.api} .site=${this.site.id} .work=${work} @bo-preview=${this.#mended}></bo-preview-lines>
      <bo-confirm-many .api=${this.api} .work=${work} .about=${this.about}
        @bo-confirmed=${this.#taken} @bo-abandoned=${this.#abandon}></bo-confirm-many>`;
  }

  #confirmed() {
    return html`<div class="surface panel">
      <span class="done">${icon('check', 20)}</span>
      <div role="status"><h2>${t('confirmedTitle')}</h2></div>
      <p>${t(this.about?.mail ? 'confirmedText' : 'confirmedNoMail')}</p>
      <button class="button primary" type="button" @click=${this.#leave}>${t('seeProgress')}</button>
    </div>`;
  }

  #failed({ problem }: InvitationPreview) {
    return html`<div class="surface panel" role="alert">
      <p><strong>${t(`failed-${problem ?? 'failed'}`)}</strong></p>
      <button class="button" type="button" @click=${this.#again}>${t('restart')}</button>
    </div>`;
  }

  #send = async ({ detail }: CustomEvent<Blob>) => {
    this.sending = true;
    this.problem = '';
    try {
      const { id } = await this.api.post<{ id: string }>('invitation-previews', detail);
      this.setQuery({ preview: id });
    } catch (error) {
      if (error instanceof ApiError && error.status === 401) this.failed(error);
      else this.problem = problemWords(error);
    }
    this.sending = false;
  };

  /** A line was corrected: the counts are others. */
  #mended = ({ detail }: CustomEvent<InvitationPreview>) => {
    this.#work.value = detail;
    this.requestUpdate();
  };

  #taken = () => {
    if (this.#work.value) this.#work.follow(this.#work.value.id);
  };

  /** The list stays in the form. */
  #abandon = async () => {
    const id = this.query.get('preview');
    if (id) await this.attempt(() => this.api.delete(`invitation-previews/${encodeURIComponent(id)}`));
    this.#again();
  };

  #again = () => this.setQuery({ preview: null });

  #leave = () => this.setQuery({ many: null, preview: null });

  #lost(error: unknown): void {
    const isGone = error instanceof ApiError && error.status === 404;
    if (isGone) this.toast({ text: t('gone'), tone: 'problem' });
    else this.failed(error);
    if (isGone) this.setQuery({ preview: null }, false);
  }
}

customElements.define('bo-invite-many', BoInviteMany);
