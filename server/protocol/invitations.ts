/** Invitations in the back office: one at a time, in bulk, and how far they have come. Types only. */
import type { Page } from './back-office.ts';
import type { Role } from './frames.ts';

export type InvitedRole = Exclude<Role, 'visitor'>;
/** `no-mail`: there is no address or no mail server; the link is what one gets. */
export type InvitationMailState = 'no-mail' | 'queued' | 'sending' | 'sent' | 'failed';
export type InvitationState = 'waiting' | 'used' | 'expired' | 'revoked' | 'declined';

/** GET invitations?state=&batch=&q=&after= -> Page<InvitationRow>, newest first. */
export type InvitationRow = {
  id: string;
  role: Role;
  email: string | null;
  name: string | null;
  language: 'fr' | 'en' | null;
  topics: string[];
  state: InvitationState;
  mail: InvitationMailState;
  /** What the mail server said last, where it did not take the mail. */
  mailError: string | null;
  by: string;
  createdAt: number;
  expiresAt: number;
  sentAt: number | null;
  /** The link, by a person or by a program that reads mail. */
  openedAt: number | null;
  usedAt: number | null;
  firstAnswerAt: number | null;
};

/** What the list can be narrowed to. `unsent`: failed, or nothing was mailed. */
export type InvitationFilter = 'waiting' | 'unsent' | 'opened' | 'joined' | 'over';

/**
 * POST invitations { role, email|null, name|null } -> 201 NewInvitationAnswer; DELETE invitations/:id revokes;
 * POST invitations/:id/send mails it again; POST invitations/:id/link -> { link }, which is not the one that was mailed: it proves no address.
 */
export type NewInvitationAnswer = { invitation: InvitationRow; link: string; mailed: boolean };

/** Each step counts those of the one before it who went on. */
export type Funnel = {
  invited: number;
  sent: number;
  opened: number;
  joined: number;
  answered: number;
  /** Of the mails: to go or under way; refused. */
  queued: number;
  failed: number;
  /** Whom no mail reached and who may still come. */
  unsent: number;
  revoked: number;
};

/** GET invitations/funnel?batch= -> FunnelAnswer */
export type FunnelAnswer = {
  funnel: Funnel;
  /** Whether a mail server is configured. */
  mail: boolean;
  mailsPerMinute: number;
  /** Why no mail leaves at the moment, as the last try found; null = they leave. */
  trouble: MailTrialAnswer | null;
};

/** GET invitation-batches -> { items }: the newest, at most a page of them. */
export type InvitationBatch = {
  id: string;
  role: Role;
  by: string;
  createdAt: number;
  /** Confirmed; how many of them have an invitation by now, or were left out as known already. */
  total: number;
  made: number;
  leftOut: number;
  stoppedAt: number | null;
  funnel: Funnel;
};
/**
 * POST invitation-batches/:id/stop revokes what was not mailed yet; POST invitation-batches/:id/send mails what
 * never was; GET invitation-batches/:id/links.csv -> everybody who was not mailed, with their links.
 */

/**
 * POST invitation-previews, the list itself as body (text or CSV, any usual encoding) -> 202 { id }. Read in the
 * background. GET invitation-previews/:id -> InvitationPreview. DELETE forgets it.
 */
export type InvitationPreview = {
  id: string;
  state: 'reading' | 'read' | 'confirming' | 'confirmed' | 'failed';
  done: number;
  total: number;
  good: number;
  wrong: Record<PersonProblem, number>;
  problem: 'empty' | 'too-many-lines' | 'failed' | null;
};

/** Why somebody of the list is not invited. */
export type PersonProblem = 'not-an-address' | 'unreadable' | 'twice' | 'waiting' | 'member' | 'declined';
/** What was left out of a person who is invited all the same. */
export type PersonRemark = 'unknown-language' | 'name-left-out' | 'topics-cut';

/**
 * GET invitation-previews/:id/people?only=wrong|good&after= -> Page<PreviewPerson>;
 * GET invitation-previews/:id/wrong.csv -> the wrong ones, to mend in a spreadsheet;
 * PUT invitation-previews/:id/people/:index { email } -> { person, preview }: judged again.
 */
export type PreviewPerson = {
  /** Its place in the list of people, from 0. */
  index: number;
  /** Its line in what was given, from 1. */
  line: number;
  said: string;
  email: string;
  name: string | null;
  language: 'fr' | 'en' | null;
  topics: string[];
  problem: PersonProblem | null;
  /** For `twice`: the line it stands on first. */
  firstLine: number | null;
  remarks: PersonRemark[];
};
export type PreviewPage = Page<PreviewPerson>;

/** POST invitation-previews/:id/confirm ConfirmBody -> 202 { batch: id } */
export type ConfirmBody = {
  role: InvitedRole;
  /** The manager's words; null = ours. */
  messages: { fr: string | null; en: string | null };
};

/** POST mail-trial { to } -> MailTrialAnswer */
export type MailTrialAnswer = {
  result: 'sent' | 'not-configured' | 'connection' | 'login' | 'sender' | 'recipient' | 'message';
  /** The mail server's own words. */
  answer: string | null;
};
