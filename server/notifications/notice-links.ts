/** Where a notice leads: always to the thing itself. */
import type { ConversationRow, SiteRow } from '../../db/schema.ts';
import type { AppContext } from '../context.ts';
import { signLink } from './signed-link.ts';

type Links = Pick<AppContext, 'config' | 'tokenSecret'>;

/** The page of the shop it was asked on, with the chat open at the conversation, or at one message of it. */
export function conversationLink(
  site: SiteRow,
  conversation: ConversationRow,
  messageId?: string | null,
): string {
  const origins = JSON.parse(site.allowed_origins) as string[];
  const page = conversation.page_url.replace(/#.*$/, '');
  // A shop that has moved: the page may be gone, the conversation is not.
  const base = origins.includes(new URL(page).origin) ? page : `${origins[0] ?? new URL(page).origin}/`;
  return `${base}#entraide=c/${conversation.id}${messageId ? `/m/${messageId}` : ''}`;
}

export function shopLink(site: SiteRow): string {
  const [origin] = JSON.parse(site.allowed_origins) as string[];
  return `${origin ?? ''}/`;
}

export function officeLink({ config }: Links, site: SiteRow, screen: string): string {
  return `${config.publicUrl}/back-office/${encodeURIComponent(site.id)}/${screen}`;
}

/** What an unsubscribe link stops: a subject of a member's mails, or one followed conversation. */
export type StopClaims = { person: string; site: string } & ({ subject: string } | { follow: string });

/** Good for ever: who unsubscribes does not do it within two days. */
export function stopLink(ctx: Links, claims: StopClaims): string {
  return `${ctx.config.publicUrl}/notify/stop/${signLink(ctx, 'stop', claims)}`;
}

export function confirmLink(ctx: Links, follow: { id: string }, validUntil: number): string {
  return `${ctx.config.publicUrl}/notify/confirm/${signLink(ctx, 'confirm', { follow: follow.id, until: validUntil })}`;
}
