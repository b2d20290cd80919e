/** Rows of one small community, each with what a test wants different. */
import { PLAIN_CONVERSATION, PLAIN_MESSAGE, PLAIN_PERSON } from '../../db/plain-rows.ts';
import type { ConversationRow, MessageRow, PersonRow, SiteRow } from '../../db/schema.ts';

export const siteRow = (changes: Partial<SiteRow>): SiteRow => ({
  id: 'site',
  name: 'Site',
  locale: 'fr',
  mode: 'open',
  chat_default: 'everywhere',
  moderators_may_release: 1,
  report_threshold: 3,
  allowed_origins: '[]',
  accent: null,
  library_version: 1,
  library_saving_until: null,
  library_rules: null,
  community: null,
  created_at: 0,
  ...changes,
});

export const personRow = (changes: Partial<PersonRow>): PersonRow => ({
  id: 'person',
  site_id: 'site',
  role: 'visitor',
  name: 'Inès',
  account_id: null,
  address: null,
  ...PLAIN_PERSON,
  created_at: 0,
  last_seen_at: 0,
  ...changes,
});

export const conversationRow = (changes: Partial<ConversationRow>): ConversationRow => ({
  id: 'conversation',
  site_id: 'site',
  state: 'open',
  state_before_delete: null,
  author_id: 'person',
  page_url: 'https://shop.test/p',
  page_key: 'https://shop.test/p',
  page_title: 'P',
  product_name: null,
  image_url: null,
  created_at: 0,
  published_at: 0,
  last_activity_at: 0,
  last_seq: 0,
  deleted_at: null,
  deleted_by: null,
  ...PLAIN_CONVERSATION,
  ...changes,
});

export const messageRow = (changes: Partial<MessageRow>): MessageRow => ({
  id: 'message',
  site_id: 'site',
  conversation_id: 'conversation',
  author_id: 'person',
  client_message_id: 'intent',
  state: 'published',
  seq: null,
  is_question: 0,
  body: 'Bonjour',
  reasons: '[]',
  library_version: 1,
  state_reason: null,
  ...PLAIN_MESSAGE,
  address: null,
  created_at: 1,
  published_at: 1,
  ...changes,
});

/** What is remembered of an author with a message. */
export const AUTHOR = {
  author_name: 'Inès',
  author_role: 'visitor',
  author_picture: null,
  author_verified: 0,
  author_badge: null,
} as const;
