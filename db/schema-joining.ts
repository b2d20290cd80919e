/** Rows of joining: a member's picture, what they agreed to, and the ways they sign in again. */

export type JoiningTables = {
  picture: PictureRow;
  rules_acceptance: RulesAcceptanceRow;
  passkey: PasskeyRow;
  passkey_challenge: PasskeyChallengeRow;
  one_time_code: OneTimeCodeRow;
  recovery_code: RecoveryCodeRow;
  second_step: SecondStepRow;
  session: SessionRow;
};

/** Square WebP, of 256 and 64 pixels. */
export type PictureRow = {
  id: string;
  site_id: string;
  person_id: string;
  large: Uint8Array;
  small: Uint8Array;
  created_at: number;
};

/** Which rules of the house a member agreed to, by the hash of their text, and when. */
export type RulesAcceptanceRow = {
  person_id: string;
  rules_hash: string;
  site_id: string;
  /** The language they read them in. */
  locale: 'fr' | 'en';
  accepted_at: number;
};

/** WebAuthn: `id` is the credential's, `public_key` is COSE; both base64url. */
export type PasskeyRow = {
  id: string;
  account_id: string;
  name: string;
  public_key: string;
  /** The authenticator's count of signatures; 0 for those that count none. */
  counter: number;
  /** JSON: string[] */
  transports: string;
  created_at: number;
  last_used_at: number | null;
};

/** Asked of an authenticator, once. `account_id` is whose passkey is being made; null to sign in by one. */
export type PasskeyChallengeRow = { challenge: string; account_id: string | null; expires_at: number };

/** The one-time codes (TOTP, RFC 6238) of an account. */
export type OneTimeCodeRow = {
  account_id: string;
  /** Base32. */
  secret: string;
  /** The time step of the last code taken: it and those before it are taken no more. */
  last_step: number;
  /** null while its owner has not shown a code of it yet. */
  in_force_since: number | null;
};

/** A code for whoever has lost the other device; used ones are deleted. */
export type RecoveryCodeRow = { account_id: string; code_hash: string };

/** Somebody whose link was good, and whose code is awaited. */
export type SecondStepRow = {
  token_hash: string;
  account_id: string;
  /** Codes tried. */
  attempts: number;
  expires_at: number;
};

/** The sign-in library's table, and where a session is used. Times are ISO 8601. */
export type SessionRow = {
  id: string;
  /** What the cookie or the bearer token carries. */
  token: string;
  userId: string;
  createdAt: string;
  /** When it was last used, give or take an hour. */
  updatedAt: string;
  expiresAt: string;
  ipAddress: string | null;
  userAgent: string | null;
  /** The shop's page it is used on; null = our own pages. */
  origin: string | null;
  /** The only site it opens; null = every site of the account, from our own pages. */
  site_id: string | null;
};
