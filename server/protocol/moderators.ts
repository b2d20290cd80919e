/**
 * What moderators and managers are told in the widget and the back office: alerts, notes, what is known of a
 * person. Routes of the widget are under /api/moderation and take `site`; those of the back office under
 * /api/back-office/:site. Nothing of this file is ever sent to anybody else.
 */
import type { QueueKind, ReportsSummary } from './back-office.ts';
import type { MessageState, MessageView, PageView, Role } from './frames.ts';

export const ALERT_DEGREES = ['look', 'now'] as const;
export type AlertDegree = (typeof ALERT_DEGREES)[number];
export const ALERT_SUBJECTS = ['message', 'conversation', 'person'] as const;
export type AlertSubject = { kind: (typeof ALERT_SUBJECTS)[number]; id: string };

/** POST alerts { about, note, degree } -> 201 { id } */
export type NewAlert = { about: AlertSubject; note: string; degree: AlertDegree };

type Done = { by: string; at: number };
export type AlertView = {
  id: string;
  /** `label`: the message's words, the conversation's question, the person's name. */
  about: AlertSubject & { label: string; conversationId: string | null };
  degree: AlertDegree;
  note: string;
  raised: Done;
  taken: (Done & { mine: boolean }) | null;
  answer: (Done & { text: string }) | null;
  closed: Done | null;
};

/**
 * GET alerts?state=open|closed&after= , `now` first, then newest first. Managers get every alert of the site,
 * moderators those they raised. POST alerts/:id/take ; alerts/:id/answer { answer } ; alerts/:id/close { answer }:
 * managers only, 409 with who was first. POST alerts/read: the viewer has read the answers to theirs.
 */
export type AlertsAnswer = {
  items: AlertView[];
  next: string | null;
  /** `answers`: those to the viewer's own alerts that they have not read. */
  counts: { open: number; now: number; answers: number };
};

/** The small record beside a name. Never an address: only how many names came from theirs. */
export type PersonRecord = {
  id: string;
  name: string;
  role: Role;
  /** When they first came here. */
  since: number;
  published: number;
  rejected: number;
  namesOnAddress: number;
  banned: boolean;
  notes: number;
};

export type NoteView = { id: string; text: string; by: string; at: number; mayDelete: boolean };

/** GET people/:id/record -> the record with the notes. POST people/:id/notes { text } ; DELETE notes/:id */
export type RecordAnswer = { record: PersonRecord; notes: NoteView[] };

/**
 * GET /api/moderation/queue : what waits, oldest first, as the widget's list shows it. The acts are those of
 * frames.ts, `reports/settle` and `block`.
 */
export type ToReview = {
  /** The message's. */
  id: string;
  conversationId: string;
  kinds: QueueKind[];
  since: number;
  state: MessageState;
  message: MessageView;
  page: PageView;
  reports: ReportsSummary | null;
  alerts: number;
  record: PersonRecord;
};
export type ToReviewAnswer = { items: ToReview[]; waiting: number };

/** POST messages/:id/block { reason } -> 201: for an hour, the address behind a message. 422 `not-blockable`. */
/** POST reports/dismiss { messageId } -> 204: settles reports as the message stands, upheld where it is hidden. */

/**
 * POST /api/widget/messages/:id/edit-reported { site, text } -> 204: what reports hid, its author changes, once.
 * 422 with `edit-held` or `edit-rejected` where the filter does not let it pass: then it may be tried again.
 */
