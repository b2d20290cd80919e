/** What the browser is answered where members sign in. Passkeys themselves travel as WebAuthn's own JSON. */

/** POST /api/passkeys/sign-in -> where on this server the page goes next. */
export type SignedInAnswer = { next: string };
