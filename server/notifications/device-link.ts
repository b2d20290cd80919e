import type { Actor } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { LIMITS } from '../limits.ts';
import { readLink, signLink } from './signed-link.ts';

/** Whose browser is to be asked, and for which conversation if for one. */
export type DeviceClaims = {
  personId: string;
  siteId: string;
  conversationId: string | null;
  sessionId: string | null;
};

/**
 * The address of our own page that asks the browser: permission and subscription belong to our origin, not to the
 * shop's, and our cookies are not seen there. Whoever has the link can have this person's notices for a while.
 */
export function devicePage(ctx: AppContext, actor: Actor, conversationId: string | null): string {
  const token = signLink(ctx, 'device', {
    person: actor.personId,
    site: actor.site.id,
    ...(conversationId ? { conversation: conversationId } : {}),
    ...(actor.sessionId ? { session: actor.sessionId } : {}),
    until: ctx.clock.now() + LIMITS.notices.deviceLinkMs,
  });
  return `${ctx.config.publicUrl}/notify/device/${token}`;
}

/** @returns null for a link that is not ours, or too old */
export function readDeviceLink(ctx: AppContext, token: string): DeviceClaims | null {
  const claims = readLink(ctx, 'device', token);
  if (!claims || Number(claims.until) < ctx.clock.now()) return null;
  const { person, site, conversation, session } = claims;
  return {
    personId: String(person),
    siteId: String(site),
    conversationId: conversation === undefined ? null : String(conversation),
    sessionId: session === undefined ? null : String(session),
  };
}
