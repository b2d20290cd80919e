import {
  type AlertPlace,
  countAlerts,
  type ListedAlert,
  listAlerts,
  listUntoldAnswers,
} from '../db/alerts.ts';
import { requireModerator } from './access.ts';
import type { Actor } from './actor.ts';
import type { AppContext } from './context.ts';
import { LIMITS } from './limits.ts';
import { may } from './permissions.ts';
import type { AlertSubject, AlertsAnswer, AlertView } from './protocol/moderators.ts';

export type AlertsWanted = { isOpen: boolean; before: AlertPlace | null };
type Alerts = Omit<AlertsAnswer, 'next'> & { next: AlertPlace | null };

/**
 * The alerts this actor may read: a manager's are the site's, a moderator's their own. Of a page those that call
 * for somebody now come first.
 * @throws Refusal 404 to anybody else
 */
export async function viewAlerts(ctx: AppContext, actor: Actor, wanted: AlertsWanted): Promise<Alerts> {
  requireModerator(actor);
  const siteId = actor.site.id;
  const raisedBy = may(actor, 'answer-alerts') ? null : actor.personId;
  const limit = LIMITS.backOffice.page;
  const [rows, counts, untold] = await Promise.all([
    listAlerts(ctx.db, { siteId, raisedBy, ...wanted, limit: limit + 1 }),
    countAlerts(ctx.db, siteId, raisedBy),
    listUntoldAnswers(ctx.db, actor.personId),
  ]);
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return {
    items: page.sort(nowFirst).map((row) => viewAlert(row, actor.personId)),
    next: last ? { createdAt: last.created_at, id: last.id } : null,
    counts: { ...counts, answers: untold.length },
  };
}

const calls = ({ degree, taken_at, closed_at }: ListedAlert) =>
  degree === 'now' && taken_at === null && closed_at === null ? 1 : 0;
const nowFirst = (a: ListedAlert, b: ListedAlert) => calls(b) - calls(a) || b.created_at - a.created_at;

function viewAlert(row: ListedAlert, personId: string): AlertView {
  return {
    id: row.id,
    about: { ...subjectOf(row), conversationId: row.conversation_id },
    degree: row.degree,
    note: row.note,
    raised: { by: row.raiser ?? '', at: row.created_at },
    taken: row.taken_at ? { by: row.taker ?? '', at: row.taken_at, mine: row.taken_by === personId } : null,
    answer: row.answered_at ? { text: row.answer ?? '', by: row.answerer ?? '', at: row.answered_at } : null,
    closed: row.closed_at ? { by: row.closer ?? '', at: row.closed_at } : null,
  };
}

function subjectOf(row: ListedAlert): AlertSubject & { label: string } {
  if (row.message_id) return { kind: 'message', id: row.message_id, label: row.text ?? '' };
  if (row.conversation_id)
    return { kind: 'conversation', id: row.conversation_id, label: row.question ?? '' };
  return { kind: 'person', id: row.person_id ?? '', label: row.about ?? '' };
}
