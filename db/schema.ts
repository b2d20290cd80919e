/**
 * Every table's row, and every state union, on one page. Times are milliseconds since the Unix epoch;
 * booleans are 0 or 1 (the same on SQLite and PostgreSQL integer columns); JSON is text.
 */
import type { Generated } from 'kysely';
import type { CommunityTables } from './schema-community.ts';
import type { ExchangeTables } from './schema-exchange.ts';
import type { IdentityTables } from './schema-identity.ts';
import type { InvitationSending, InvitationTables } from './schema-invitations.ts';
import type { JoiningTables } from './schema-joining.ts';
import type { LibraryTables } from './schema-library.ts';
import type { ModeratorTables } from './schema-moderators.ts';
import type { NotificationTables } from './schema-notifications.ts';
import type { RecognitionTables } from './schema-recognition.ts';
import type { WaitingTables } from './schema-waiting.ts';

export type RoleValue = 'visitor' | 'expert' | 'moderator' | 'manager';
export type ModeValue = 'open' | 'invite-only';
export type ConversationStateValue = 'open' | 'answered' | 'closed' | 'deleted';
export type MessageStateValue = 'published' | 'held' | 'rejected' | 'hidden' | 'removed';
export type EffectValue = 'hold' | 'reject' | 'flag';
export type StrictnessValue = 'normal' | 'strict' | 'literal';
export type ListingValue = 'forbidden' | 'allowed';
export type EventKind = 'message' | 'message-changed' | 'conversation-state';
export type Flag = 0 | 1;

export type Database = CommunityTables &
  ExchangeTables &
  IdentityTables &
  LibraryTables &
  InvitationTables &
  JoiningTables &
  ModeratorTables &
  NotificationTables &
  RecognitionTables &
  WaitingTables & {
    meta: MetaRow;
    site: SiteRow;
    person: PersonRow & PersonCounts;
    conversation: ConversationRow & ConversationCounts;
    message: MessageRow & { number: Generated<number> };
    conversation_event: ConversationEventRow;
    waiting: WaitingRow;
    search_part: SearchPartRow;
    page_rule: PageRuleRow;
    invitation: InvitationRow & InvitationSending;
    sign_in_link: SignInLinkRow;
    address_block: AddressBlockRow;
    ban: BanRow;
    audit_log: AuditLogRow;
    user: AccountRow;
  };

/** `epoch`: changes when the database is restored; `token-secret`: signs visitors' tokens; `vapid-keys`: push. */
export type MetaRow = { key: string; value: string };

export type SiteRow = {
  id: string;
  name: string;
  locale: 'fr' | 'en';
  mode: ModeValue;
  chat_default: 'everywhere' | 'nowhere';
  moderators_may_release: Flag;
  report_threshold: number;
  /** JSON: string[] */
  allowed_origins: string;
  accent: string | null;
  /** The one in force. */
  library_version: number;
  /** Until when a large change may be writing the next version, slice by slice; null = none is. */
  library_saving_until: number | null;
  /** JSON: LibraryRules; null = the usual ones. */
  library_rules: string | null;
  /** JSON: Partial<CommunitySettings>; null = the usual ones. */
  community: string | null;
  created_at: number;
};

export type PersonRow = {
  id: string;
  site_id: string;
  role: RoleValue;
  name: string;
  /** The sign-in account of a member; null for visitors. */
  account_id: string | null;
  /** Last address seen, canonical; shortened then forgotten by the retention job. */
  address: string | null;
  /** Judged like an expert, and never as a newcomer. */
  trusted: Flag;
  created_at: number;
  last_seen_at: number | null;
  /** null = initials and a colour. */
  picture_id: string | null;
  /** The shop itself said who this is. */
  verified: Flag;
  /** Who they are to the shop, as it said. */
  customer_id: string | null;
  /** The badge shown beside their name. */
  badge_id: string | null;
  /** Who has taken over what they wrote; what they showed to say who they are is dead. */
  merged_into: string | null;
};

/** How many messages of theirs are published and rejected; kept by db/message-sums.ts and triggers. */
export type PersonCounts = { published: Generated<number>; rejected: Generated<number> };

export type ConversationRow = {
  id: string;
  site_id: string;
  state: ConversationStateValue;
  state_before_delete: ConversationStateValue | null;
  author_id: string;
  /** Where it was asked; `page_key` is the address without query and fragment, to find it again. */
  page_url: string;
  page_key: string;
  page_title: string;
  product_name: string | null;
  image_url: string | null;
  created_at: number;
  /** When the question itself became public; null = only its author and moderators know it exists. */
  published_at: number | null;
  last_activity_at: number;
  last_seq: number;
  deleted_at: number | null;
  deleted_by: string | null;
  /** The answer its asker or a manager accepted. */
  accepted_message_id: string | null;
  /** The page rule's at the time it was asked. */
  topic: string | null;
  /** BCP 47, as its page said; null = unknown. */
  language: string | null;
};

/** Messages in any state, published ones that are not the asker's, the first of those; kept by db/message-sums.ts and triggers. */
export type ConversationCounts = {
  messages: Generated<number>;
  answers: Generated<number>;
  first_answer_at: Generated<number | null>;
};

export type MessageRow = {
  id: string;
  site_id: string;
  conversation_id: string;
  author_id: string;
  /** Unique per author: the same intent sent twice is one message. */
  client_message_id: string;
  state: MessageStateValue;
  /** The public event that first showed it; null until published. */
  seq: number | null;
  is_question: Flag;
  body: string;
  /** JSON: StoredReason[] */
  reasons: string;
  library_version: number;
  state_reason: string | null;
  address: string | null;
  created_at: number;
  published_at: number | null;
  /** A message of the same conversation. */
  reply_to: string | null;
  edited_at: number | null;
  /** How many thank for it. */
  thanks: number;
};

/** What each public event of a conversation did, in order. Ids only, never a text. */
export type ConversationEventRow = {
  conversation_id: string;
  seq: number;
  kind: EventKind;
  message_id: string | null;
  created_at: number;
};

/** A message of a conversation that is not deleted, waiting for a person's decision; kept by db/message-sums.ts and triggers. */
export type WaitingRow = {
  message_id: string;
  site_id: string;
  conversation_id: string;
  /** 1 held, 2 reported, 4 alert, added up. */
  kinds: number;
  /** When the first of them began. */
  since: number;
};

/** A part of a site's search index: a table of its own, `search_` and its id. Messages by their number. */
export type SearchPartRow = {
  id: Generated<number>;
  site_id: string;
  first: number;
  last: number;
  messages: number;
};

export type PageRuleRow = {
  id: string;
  site_id: string;
  position: number;
  match_kind: 'is' | 'starts-with' | 'contains' | 'pattern';
  match_value: string;
  show: Flag;
  display: 'launcher' | 'in-place';
  invitation: string | null;
  topic: string | null;
  mode: ModeValue | null;
};

export type InvitationRow = {
  id: string;
  site_id: string;
  role: RoleValue;
  email: string | null;
  name: string | null;
  token_hash: string;
  created_by: string | null;
  created_at: number;
  expires_at: number;
  used_at: number | null;
  used_by: string | null;
  revoked_at: number | null;
};

/** A single-use link that signs an account in. `mailed` leads to the back office and proves the address. */
export type SignInLinkRow = {
  token_hash: string;
  account_id: string;
  purpose: 'back-office' | 'mailed' | 'shop';
  /** Of the shop it leads to; null for our own pages. */
  site_id: string | null;
  created_at: number;
  expires_at: number;
  used_at: number | null;
};

/** A sign-in account, one for all the sites its owner is a member of; the sign-in library's own table. */
export type AccountRow = {
  id: string;
  name: string;
  email: string;
  emailVerified: Flag;
  /** ISO 8601 */
  createdAt: string;
  updatedAt: string;
};

export type AddressBlockRow = {
  id: string;
  site_id: string;
  /** Canonical CIDR. */
  range: string;
  reason: string;
  created_by: string | null;
  created_at: number;
  expires_at: number | null;
  lifted_at: number | null;
};

export type BanRow = {
  id: string;
  site_id: string;
  person_id: string;
  reason: string;
  created_by: string | null;
  created_at: number;
  expires_at: number | null;
  lifted_at: number | null;
};

/** Append-only. `id` grows, so it is the order. */
export type AuditLogRow = {
  id: Generated<number>;
  site_id: string;
  actor_id: string | null;
  act: string;
  target_kind: string;
  target_id: string | null;
  reason: string | null;
  /** JSON: Record<string, string | number | boolean | null>; never a text somebody wrote. */
  details: string;
  created_at: number;
};
