/** Rows of the community: who answers, and what they are told. */
import type { Generated } from 'kysely';
import type { Flag } from './schema.ts';

export type CommunityTables = {
  expert_profile: ExpertProfileRow;
  notice: NoticeRow;
};

/** What a member says of themself as one who answers; no row = the usual. */
export type ExpertProfileRow = {
  person_id: string;
  site_id: string;
  available: Flag;
  /** Minutes of the day in `time_zone` between which they are told nothing; both null = none. */
  quiet_from: number | null;
  quiet_to: number | null;
  /** IANA name. */
  time_zone: string;
  /** JSON: string[], BCP 47; empty = any. */
  languages: string;
  /** JSON: string[], of the site's topics; empty = any. */
  topics: string;
  mail: 'immediate' | 'digest' | 'none';
  push: Flag;
};

export type NoticeKind =
  | 'waiting-question'
  | 'reminder'
  | 'answer'
  | 'alert'
  | 'alert-answer'
  | 'promotion'
  | 'hidden';

/** Something somebody is to be told though they may not be there. Ids only, never a text. */
export type NoticeRow = {
  number: Generated<number>;
  id: string;
  site_id: string;
  /** Who is told. */
  person_id: string;
  kind: NoticeKind;
  conversation_id: string | null;
  message_id: string | null;
  /** What the kind is about, where it is neither. */
  subject_id: string | null;
  /** Of one person, two with one key are one. */
  key: string;
  created_at: number;
  due_at: number;
  /** null while it is to be told. */
  done_at: number | null;
  /** What became of it: mailed, pushed, read, late, refused … */
  outcome: string | null;
};
