/** What the server's own pages do more with a script: passkeys, and a look at the picture that was chosen. */
import { browserSupportsWebAuthn, browserSupportsWebAuthnAutofill } from '@simplewebauthn/browser';
import { lookAtPictures } from './chosen-picture.ts';
import { makePasskey, signInByPasskey } from './passkeys.ts';

/** Shows a part that needs passkeys, and does `act` by its button; what fails is told below it. */
function offer(part: HTMLElement, act: () => Promise<void>): void {
  const button = part.querySelector('button')!;
  const problem = part.querySelector<HTMLElement>('[role=alert]')!;
  part.hidden = false;
  button.addEventListener('click', async () => {
    button.disabled = true;
    problem.hidden = true;
    try {
      await act();
    } catch (error) {
      button.disabled = false;
      if (wasCancelled(error)) return;
      problem.textContent = part.dataset.failed ?? '';
      problem.hidden = false;
    }
  });
}

/** Whoever closed the browser's own dialog knows it. */
const wasCancelled = (error: unknown) =>
  error instanceof Error && ['NotAllowedError', 'AbortError'].includes(error.name);

async function offerPasskeys(): Promise<void> {
  if (!browserSupportsWebAuthn()) return;
  const make = document.querySelector<HTMLElement>('[data-passkey-make]');
  if (make) {
    offer(make, async () => {
      await makePasskey();
      location.assign('/account?done=passkey');
    });
  }
  const signIn = document.querySelector<HTMLElement>('[data-passkey-sign-in]');
  if (!signIn) return;
  offer(signIn, async () => location.assign(await signInByPasskey()));
  if (!(await browserSupportsWebAuthnAutofill())) return;
  // Ended by the button, or never chosen: neither is anything to tell.
  await signInByPasskey(true).then((next) => location.assign(next), ignored);
}

const ignored = () => undefined;

lookAtPictures(document);
void offerPasskeys();
