import { browserSupportsWebAuthn, browserSupportsWebAuthnAutofill } from '@simplewebauthn/browser';
import { css, html, nothing } from 'lit';
import { signInByPasskey } from '../../account/passkeys.ts';
import { request } from '../api.ts';
import { translator } from '../locales/index.ts';
import words from '../locales/sign-in.ts';
import { LocalizedElement } from '../localized.ts';
import { problemWords } from '../problem.ts';
import { languageButton } from '../shell-bar.ts';
import { shared } from '../styles/shared.ts';

const t = translator(words);
type Step =
  | { name: 'asking'; problem: string }
  | { name: 'sending' }
  | { name: 'sent'; email: string; mailed: boolean };

/** The door: an e-mail address gets a link that works once. */
export class BoSignIn extends LocalizedElement {
  static override properties = { step: { state: true } };
  declare step: Step;
  #email = '';

  static override styles = [
    shared,
    css`
      :host { display: grid; grid-column: 1 / -1; grid-row: 1 / -1; place-items: center; min-block-size: 100dvh; padding: 24px 16px; }
      main { inline-size: min(400px, 100%); display: grid; gap: 20px; padding: 32px; }
      .brand { inline-size: 28px; block-size: 28px; border-radius: 9px 9px 9px 3px; background: var(--bo-accent); }
      form, .stack { display: grid; gap: 16px; }
      code { display: block; padding: 10px 12px; border-radius: 8px; background: var(--bo-ground); font-size: 13px; overflow-wrap: anywhere; user-select: all; }
      .tool { appearance: none; border: 0; background: none; color: var(--bo-muted); font: inherit; font-size: 13px; font-weight: 600; padding: 8px; justify-self: start; margin: -8px; border-radius: 8px; cursor: pointer; }
    `,
  ];

  constructor() {
    super();
    this.step = { name: 'asking', problem: '' };
  }

  protected override render() {
    return html`<main class="surface">
      <div class="brand" aria-hidden="true"></div>
      ${this.step.name === 'sent' ? this.#sent(this.step) : this.#form(this.step)} ${languageButton()}
    </main>`;
  }

  #form(step: Exclude<Step, { name: 'sent' }>) {
    const problem = step.name === 'asking' ? step.problem : '';
    return html`<div class="stack">
        <h1>${t('title')}</h1>
        <p class="muted">${t('lead')}</p>
      </div>
      <form novalidate @submit=${this.#submit}>
        <div class="field">
          <label for="email">${t('email')}</label>
          <input class="input" id="email" name="email" type="email" autocomplete="username webauthn" autofocus required .value=${this.#email}
            aria-invalid=${problem ? 'true' : nothing} aria-describedby=${problem ? 'problem' : nothing} />
          ${problem ? html`<p class="field-error" id="problem" role="alert">${problem}</p>` : nothing}
        </div>
        <button class="button primary" type="submit" ?disabled=${step.name === 'sending'}>
          ${t(step.name === 'sending' ? 'sending' : 'send')}
        </button>
        ${browserSupportsWebAuthn() ? html`<button class="button" type="button" @click=${() => this.#byPasskey(false)}>${t('passkey')}</button>` : nothing}
      </form>`;
  }

  protected override async firstUpdated(): Promise<void> {
    // Offered below the field without a word; where the browser cannot, there is the button.
    if (await browserSupportsWebAuthnAutofill()) await this.#byPasskey(true);
  }

  async #byPasskey(autofill: boolean): Promise<void> {
    try {
      location.assign(await signInByPasskey(autofill));
    } catch (error) {
      const cancelled = error instanceof Error && ['NotAllowedError', 'AbortError'].includes(error.name);
      if (!autofill && !cancelled) this.#refuse(t('passkeyFailed'));
    }
  }

  #sent({ email, mailed }: Extract<Step, { name: 'sent' }>) {
    return html`<div class="stack" role="status">
        <h1>${t(mailed ? 'sentTitle' : 'noMailTitle')}</h1>
        <p class="muted">${mailed ? t('sent', { email }) : t('noMail')}</p>
        ${mailed ? nothing : html`<code aria-label=${t('command')}>npm run entraide -- sign-in-link ${email}</code>`}
      </div>
      <button class="button" type="button" @click=${this.#again}>${t('another')}</button>`;
  }

  #submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const input = this.renderRoot.querySelector('input')!;
    this.#email = input.value.trim();
    if (!this.#email || !input.validity.valid) return this.#refuse(t('invalid'));
    this.step = { name: 'sending' };
    try {
      const { mailed } = await request<{ mailed: boolean }>('POST', '/api/sign-in/link', {
        email: this.#email,
      });
      this.step = { name: 'sent', email: this.#email, mailed };
    } catch (error) {
      this.#refuse(problemWords(error));
    }
  };

  #refuse(problem: string): void {
    this.step = { name: 'asking', problem };
    this.renderRoot.querySelector('input')?.focus();
  }

  #again = () => {
    this.step = { name: 'asking', problem: '' };
  };
}

customElements.define('bo-sign-in', BoSignIn);
