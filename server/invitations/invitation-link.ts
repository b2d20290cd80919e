import { createHmac } from 'node:crypto';
import type { AppContext } from '../context.ts';
import { hashToken } from '../single-use-token.ts';

type Secrets = Pick<AppContext, 'tokenSecret'>;
type Links = Secrets & Pick<AppContext, 'config'>;

/** What a link proves: one that is shown to a manager, nothing; one that was only ever mailed, the mailbox. */
type Purpose = 'invitations' | 'mailed invitations';

/**
 * An invitation's single-use token: HMAC-SHA-256 of its id under a key of its own, 256 bits. It can be made
 * again, so a mail that is tried twice has one link, and so has what is copied twice; nobody's link dies because
 * somebody else looked at it. The database keeps its hash alone, as of every token; whoever has both the
 * database and the secret can sign in as anybody anyway.
 */
function invitationToken({ tokenSecret }: Secrets, id: string, purpose: Purpose): string {
  return createHmac('sha256', keyOf(tokenSecret, purpose)).update(id).digest('base64url');
}

/** What the database keeps of both links. */
export const invitationHashes = (ctx: Secrets, id: string) => ({
  token_hash: hashToken(invitationToken(ctx, id, 'invitations')),
  mail_hash: hashToken(invitationToken(ctx, id, 'mailed invitations')),
});

/** For a manager to hand over: whoever joins by it has proven no address. */
export const invitationLink = (ctx: Links, id: string): string =>
  `${ctx.config.publicUrl}/join/${invitationToken(ctx, id, 'invitations')}`;

/** For the mail to the invited address and nowhere else: whoever has it reads that mailbox. */
export const mailedInvitationLink = (ctx: Links, id: string): string =>
  `${ctx.config.publicUrl}/join/${invitationToken(ctx, id, 'mailed invitations')}`;

const keys = new Map<string, Buffer>();

function keyOf(secret: string, purpose: Purpose): Buffer {
  const name = `${purpose} ${secret}`;
  let key = keys.get(name);
  if (!key) {
    key = createHmac('sha256', secret).update(purpose).digest();
    keys.set(name, key);
  }
  return key;
}
