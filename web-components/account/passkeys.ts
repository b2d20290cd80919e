/** Passkeys on our own pages: making one, and signing in by one. */
import {
  type PublicKeyCredentialCreationOptionsJSON,
  type PublicKeyCredentialRequestOptionsJSON,
  startAuthentication,
  startRegistration,
} from '@simplewebauthn/browser';
import type { SignedInAnswer } from '../../server/protocol/joining.ts';
import { postJson } from './post-json.ts';

export async function makePasskey(): Promise<void> {
  const optionsJSON = await postJson<PublicKeyCredentialCreationOptionsJSON>('/api/passkeys/to-make', {});
  await postJson<void>('/api/passkeys', await startRegistration({ optionsJSON }));
}

/**
 * @param autofill offers passkeys in the list below the address field, and waits until one is chosen
 * @returns where to go next
 */
export async function signInByPasskey(autofill = false): Promise<string> {
  const optionsJSON = await postJson<PublicKeyCredentialRequestOptionsJSON>('/api/passkeys/to-show', {});
  const response = await startAuthentication({
    optionsJSON,
    useBrowserAutofill: autofill,
    verifyBrowserAutofillInput: false,
  });
  return (await postJson<SignedInAnswer>('/api/passkeys/sign-in', response)).next;
}
