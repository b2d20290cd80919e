/** Rows of those who watch over exchanges. */
import type { Flag } from './schema.ts';

export type ModeratorTables = {
  alert: AlertRow;
  report: ReportRow;
  reported_edit: ReportedEditRow;
  note: NoteRow;
};

export type AlertDegree = 'look' | 'now';

/** A moderator's call to the managers, about a message (then its conversation too), a conversation or a person. */
export type AlertRow = {
  id: string;
  site_id: string;
  message_id: string | null;
  conversation_id: string | null;
  person_id: string | null;
  degree: AlertDegree;
  raised_by: string;
  note: string;
  created_at: number;
  taken_by: string | null;
  taken_at: number | null;
  answer: string | null;
  answered_by: string | null;
  answered_at: number | null;
  closed_at: number | null;
  closed_by: string | null;
};

/** `upheld`, `dismissed`: as a moderator decided. `answered`: its author changed the message. */
export type ReportOutcome = 'upheld' | 'dismissed' | 'answered';

export type ReportRow = {
  id: string;
  site_id: string;
  message_id: string;
  person_id: string;
  /** Keyed hash of the reporter's network, a mark later: reports from one network count once. */
  network: string;
  reason: string;
  created_at: number;
  resolved_at: number | null;
  /** In hundredths of a report, as it was when it was made; null = made before reports were weighed. */
  weight: number | null;
  /** Whether its reporter had standing then; null likewise. */
  standing: Flag | null;
  outcome: ReportOutcome | null;
  /** The audit log entry of the act that settled it; null = open, or no act to take back. */
  settled_by_act: number | null;
};

/** Its author changed it after reports had hidden it: that is once. */
export type ReportedEditRow = { message_id: string; created_at: number };

/** What moderators tell each other about a person; never shown to anybody else. */
export type NoteRow = {
  id: string;
  site_id: string;
  person_id: string;
  author_id: string;
  body: string;
  created_at: number;
};
