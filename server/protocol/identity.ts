/** What the widget and the back office say about the shop's word on its customers. Types only. */
import type { MeView } from './frames.ts';

/**
 * POST /api/widget/identify { site, identity } -> who that is here; the bearer token, where there is one, says
 * who the browser was until now. 401 `bad-identity` for whatever is not the shop's word on this site, now;
 * 403 `sign-in-needed` for moderators and managers, whom the shop's word alone does not sign in.
 */
export type IdentifyBody = { site: string; identity: string };
export type IdentifyAnswer = { token: string; me: MeView };

/** GET identity-secrets -> { items } ; newest first. */
export type IdentitySecret = {
  id: string;
  by: string | null;
  createdAt: number;
  /** null = until further notice; in the past = retired. */
  retiresAt: number | null;
  lastUsedAt: number | null;
};
/**
 * POST identity-secrets { overlapDays } -> the new secret, its text shown this once; those before it count for
 * so many days more. POST identity-secrets/:id/retire -> 204: from now on.
 */
export type NewIdentitySecret = { secret: IdentitySecret; text: string };
