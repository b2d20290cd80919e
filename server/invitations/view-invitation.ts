import { firstAnswers } from '../../db/invitation-funnel.ts';
import type { InvitationRow as Row } from '../../db/schema.ts';
import type { SendStateValue } from '../../db/schema-invitations.ts';
import type { AppContext } from '../context.ts';
import type { InvitationMailState, InvitationRow, InvitationState } from '../protocol/invitations.ts';

/** An invitation as it is stored, with who made it. */
export type StoredInvitation = Row & {
  language: 'fr' | 'en' | null;
  topics: string | null;
  send_state: SendStateValue;
  send_error: string | null;
  sent_at: number | null;
  opened_at: number | null;
  declined_at: number | null;
  by: string | null;
};

/** Invitations as a manager sees them: everything but the link. */
export async function viewInvitations(
  { db, clock }: Pick<AppContext, 'db' | 'clock'>,
  rows: StoredInvitation[],
): Promise<InvitationRow[]> {
  const joined = rows.flatMap(({ used_by, used_at }) =>
    used_by !== null && used_at !== null ? [{ personId: used_by, since: used_at }] : [],
  );
  const answers = await firstAnswers(db, joined);
  return rows.map((row) => ({
    id: row.id,
    role: row.role,
    email: row.email,
    name: row.name,
    language: row.language,
    topics: row.topics === null ? [] : (JSON.parse(row.topics) as string[]),
    state: stateOf(row, clock.now()),
    mail: MAIL[row.send_state],
    mailError: row.send_error,
    by: row.by ?? '',
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    sentAt: row.sent_at,
    openedAt: row.opened_at ?? row.used_at,
    usedAt: row.used_at,
    firstAnswerAt: (row.used_by !== null && answers.get(row.used_by)) || null,
  }));
}

const MAIL: Record<SendStateValue, InvitationMailState> = {
  none: 'no-mail',
  queued: 'queued',
  sending: 'sending',
  sent: 'sent',
  failed: 'failed',
};

function stateOf(row: StoredInvitation, now: number): InvitationState {
  if (row.used_at !== null) return 'used';
  if (row.declined_at !== null) return 'declined';
  if (row.revoked_at !== null) return 'revoked';
  return row.expires_at <= now ? 'expired' : 'waiting';
}
