import { css, html, LitElement, nothing } from 'lit';
import type { Locale } from '../../server/protocol/frames.ts';
import { base } from '../chat/base.styles.ts';
import { pageWords } from './words.ts';

type Outcome = 'sent' | 'noMail' | 'failed' | 'passkeyFailed';

/** For who is not signed in, or does not answer here: a link by mail, or a passkey. */
export class QuestionsSignIn extends LitElement {
  static override properties = {
    siteName: { attribute: false },
    locale: { attribute: false },
    outcome: { state: true },
    busy: { state: true },
  };
  static override styles = [
    base,
    css`
      :host {
        display: block;
        max-width: 400px;
        margin: 0 auto;
        padding: 48px 24px;
      }
      img {
        display: block;
        margin-bottom: 20px;
        border-radius: 15px;
      }
      h1 {
        margin: 0 0 8px;
        font-size: 20px;
        line-height: 26px;
        text-wrap: balance;
      }
      p {
        color: var(--muted);
        text-wrap: pretty;
      }
      label {
        display: block;
        margin: 24px 0 12px;
        font-weight: 600;
      }
      .field {
        margin-top: 6px;
        min-height: 46px;
        font-weight: 400;
      }
      .main {
        width: 100%;
        min-height: 48px;
        border-radius: 12px;
        background: var(--accent);
        color: var(--accent-ink);
        font-weight: 650;
      }
      .passkey {
        width: 100%;
        min-height: 48px;
        margin-top: 12px;
        border: 1px solid var(--line);
        border-radius: 12px;
        font-weight: 600;
      }
      [role='status']:not(:empty) {
        margin-top: 16px;
      }
    `,
  ];

  declare siteName: string;
  declare locale: Locale;
  declare outcome: Outcome | null;
  declare busy: boolean;

  constructor() {
    super();
    this.outcome = null;
    this.busy = false;
  }

  override render() {
    const words = pageWords(this.locale);
    return html`<main><img src="icon.svg" alt="" width="56" height="56" />
      <h1>${words.signIn}</h1>
      <p>${words.signInHint(this.siteName)}</p>
      <form @submit=${this.#submit}>
        <label>${words.email}<input class="field" name="email" type="email" required maxlength="254" autocomplete="email" /></label>
        <button class="main" ?disabled=${this.busy}>${words.sendLink}</button>
      </form>
      ${'PublicKeyCredential' in window ? html`<button class="passkey" ?disabled=${this.busy} @click=${this.#byPasskey}>${words.withPasskey}</button>` : nothing}
      <p role="status">${this.outcome ? words[this.outcome] : nothing}</p></main>`;
  }

  async #submit(event: SubmitEvent) {
    event.preventDefault();
    const email = new FormData(event.target as HTMLFormElement).get('email');
    this.busy = true;
    this.outcome = await askForLink(String(email));
    this.busy = false;
  }

  #byPasskey = async () => {
    this.busy = true;
    this.outcome = await signInByPasskey();
    this.busy = false;
  };
}

/** Comes back to this page signed in; null when whoever it is closed the browser's own dialog. */
async function signInByPasskey(): Promise<'passkeyFailed' | null> {
  try {
    const passkeys = await import('../account/passkeys.ts');
    await passkeys.signInByPasskey();
    location.reload();
    return null;
  } catch (error) {
    const isCancelled = error instanceof Error && ['NotAllowedError', 'AbortError'].includes(error.name);
    return isCancelled ? null : 'passkeyFailed';
  }
}

async function askForLink(email: string): Promise<'sent' | 'noMail' | 'failed'> {
  try {
    const response = await fetch('/api/sign-in/link', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email }),
    });
    if (!response.ok) return 'failed';
    const { mailed } = (await response.json()) as { mailed: boolean };
    return mailed ? 'sent' : 'noMail';
  } catch {
    // The page says so.
    return 'failed';
  }
}

customElements.define('entraide-questions-sign-in', QuestionsSignIn);
