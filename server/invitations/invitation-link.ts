import { createHmac } from 'node:crypto';
import type { AppContext } from '../context.ts';
import { hashToken } from '../single-use-token.ts';

type Secrets = Pick<AppContext, 'tokenSecret'>;

/**
 * An invitation's single-use token: HMAC-SHA-256 of its id under a key of its own, 256 bits. It can be made
 * again, so a mail that is tried twice and a link that is copied later are one link, and nobody's link dies
 * because somebody else looked at it. The database keeps its hash alone, as of every token; whoever has both
 * the database and the secret can sign in as anybody anyway.
 */
export function invitationToken({ tokenSecret }: Secrets, id: string): string {
  return createHmac('sha256', keyOf(tokenSecret)).update(id).digest('base64url');
}

export const invitationHash = (ctx: Secrets, id: string): string => hashToken(invitationToken(ctx, id));

export const invitationLink = (ctx: Secrets & Pick<AppContext, 'config'>, id: string): string =>
  `${ctx.config.publicUrl}/join/${invitationToken(ctx, id)}`;

const keys = new Map<string, Buffer>();

function keyOf(secret: string): Buffer {
  let key = keys.get(secret);
  if (!key) {
    key = createHmac('sha256', secret).update('invitations').digest();
    keys.set(secret, key);
  }
  return key;
}
