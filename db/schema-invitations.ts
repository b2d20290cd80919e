/** Rows of invitations in bulk, and of what became of each invitation's mail. */
import type { Generated } from 'kysely';
import type { RoleValue } from './schema.ts';

export type InvitationTables = {
  invitation_batch: InvitationBatchRow;
  invitation_batch_part: InvitationBatchPartRow;
};

/** `none`: nothing is to be mailed. `failed`: refused for good, or tried often enough. */
export type SendStateValue = 'none' | 'queued' | 'sending' | 'sent' | 'failed';

/** What an invitation has beside who is invited to what. */
export type InvitationSending = {
  batch_id: Generated<string | null>;
  /** Of the token that was only ever mailed; null = nothing can prove the address. */
  mail_hash: Generated<string | null>;
  /** Of the mail; null = the site's. */
  language: Generated<'fr' | 'en' | null>;
  /** JSON: string[]; null = none given. */
  topics: Generated<string | null>;
  send_state: Generated<SendStateValue>;
  /** When it is mailed at the earliest; the order of mailing. */
  send_at: Generated<number | null>;
  attempts: Generated<number>;
  /** Which mailing this is: the same while it is tried, another when somebody asks to send it again. */
  mailing: Generated<number>;
  /** What the mail server said last; null once it has taken the mail. */
  send_error: Generated<string | null>;
  sent_at: Generated<number | null>;
  /** When its link was first opened, by a person or by a program that reads mail. */
  opened_at: Generated<number | null>;
  /** When its reader asked not to be invited again. */
  declined_at: Generated<number | null>;
};

/** People who were invited together. */
export type InvitationBatchRow = {
  id: string;
  site_id: string;
  role: RoleValue;
  /** The manager's own words; null = ours. */
  message_fr: string | null;
  message_en: string | null;
  created_by: string | null;
  created_at: number;
  /** How many were confirmed. */
  total: number;
  /** How many of them turned out to be invited or members already, when their turn came. */
  left_out: number;
  stopped_at: number | null;
};

/** People of a batch who have no invitation yet: written in one go when a manager confirms, used up in order. */
export type InvitationBatchPartRow = {
  batch_id: string;
  position: number;
  /** JSON: InvitedPerson[] */
  people: string;
};

export type InvitedPerson = {
  email: string;
  name: string | null;
  language: 'fr' | 'en' | null;
  topics: string[];
};
