import { addAuditEntry } from '../../db/audit-log.ts';
import { type Tx, transaction } from '../../db/database.ts';
import { deleteFollow, findFollowById } from '../../db/follows.ts';
import { refuseMail, wantMailAgain } from '../../db/mail-refusals.ts';
import { noteErased } from '../../db/rewrite.ts';
import type { AppContext } from '../context.ts';
import type { StopClaims } from '../notifications/notice-links.ts';
import { MAIL_SUBJECTS, type MailSubject } from '../protocol/notifications.ts';

/**
 * What the link in a mail stops is stopped, however often it is used: a member's mails of one subject, or what
 * is told of one conversation, whose address is forgotten.
 */
export async function stopMails(ctx: AppContext, claims: StopClaims): Promise<void> {
  const at = ctx.clock.now();
  await transaction(ctx.db, async (tx) => {
    if ('follow' in claims) {
      const follow = await findFollowById(tx, claims.follow);
      if (!follow) return;
      await deleteFollow(tx, follow.conversation_id, follow.person_id);
      await noteErased(tx, at);
      return await audit(tx, claims, 'follow', at);
    }
    if (!isSubject(claims.subject)) return;
    await refuseMail(tx, claims.person, claims.subject, at);
    await audit(tx, claims, claims.subject, at);
  });
}

/** Somebody thinks better of it, on the page that says it is done. A conversation has to be followed anew. */
export async function resumeMails(ctx: AppContext, claims: StopClaims): Promise<void> {
  if (!('subject' in claims) || !isSubject(claims.subject)) return;
  const { person, subject } = claims;
  await transaction(ctx.db, (tx) => wantMailAgain(tx, person, subject));
}

const isSubject = (text: string): text is MailSubject => (MAIL_SUBJECTS as readonly string[]).includes(text);

async function audit(tx: Tx, { site, person }: StopClaims, subject: string, at: number): Promise<void> {
  await addAuditEntry(tx, {
    siteId: site,
    actorId: person,
    act: 'mails.stopped',
    targetKind: 'person',
    targetId: person,
    reason: null,
    details: { subject },
    at,
  });
}
