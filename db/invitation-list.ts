import { type ExpressionBuilder, type SqlBool, sql } from 'kysely';
import type { Reader } from './database.ts';
import type { Database } from './schema.ts';

/** What the list can be narrowed to; `unsent` = still waiting, and no mail reached them. */
export type InvitationFilterValue = 'waiting' | 'unsent' | 'opened' | 'joined' | 'over';

export type InvitationListing = {
  siteId: string;
  filter: InvitationFilterValue | null;
  batchId: string | null;
  /** A part of an address or a name. */
  search: string | null;
  /** The last one of the page before. */
  after: { at: number; id: string } | null;
  limit: number;
  now: number;
};

/** A site's invitations, newest first, each with who made it. */
export async function listInvitations(db: Reader, listing: InvitationListing) {
  const { siteId, filter, batchId, search, after, limit, now } = listing;
  return await db
    .selectFrom('invitation')
    .leftJoin('person', 'person.id', 'invitation.created_by')
    .selectAll('invitation')
    .select('person.name as by')
    .where('invitation.site_id', '=', siteId)
    .$if(batchId !== null, (query) => query.where('invitation.batch_id', '=', batchId))
    .$if(after !== null, (query) =>
      query.where((eb) =>
        eb(
          eb.refTuple('invitation.created_at', 'invitation.id'),
          '<',
          eb.tuple(after?.at ?? 0, after?.id ?? ''),
        ),
      ),
    )
    .$if(search !== null, (query) =>
      query.where(
        sql<SqlBool>`instr(lower(coalesce(email, '') || ' ' || coalesce(invitation.name, '')), ${search?.toLowerCase()}) > 0`,
      ),
    )
    .$if(filter !== null, (query) => query.where((eb) => stateIs(eb, filter ?? 'waiting', now)))
    .orderBy('invitation.created_at', 'desc')
    .orderBy('invitation.id', 'desc')
    .limit(limit)
    .execute();
}

function stateIs(eb: ExpressionBuilder<Database, 'invitation'>, filter: InvitationFilterValue, now: number) {
  const isOpen = [
    eb('invitation.used_at', 'is', null),
    eb('invitation.revoked_at', 'is', null),
    eb('invitation.expires_at', '>', now),
  ];
  if (filter === 'waiting') return eb.and(isOpen);
  if (filter === 'unsent') return eb.and([...isOpen, eb('invitation.send_state', 'in', ['none', 'failed'])]);
  if (filter === 'opened') {
    return eb.and([eb('invitation.opened_at', 'is not', null), eb('invitation.used_at', 'is', null)]);
  }
  if (filter === 'joined') return eb('invitation.used_at', 'is not', null);
  const isExpired = eb.and([eb('invitation.used_at', 'is', null), eb('invitation.expires_at', '<=', now)]);
  return eb.or([eb('invitation.revoked_at', 'is not', null), isExpired]);
}
