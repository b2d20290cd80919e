/** Rows of what people are told though they are not there: how it reaches them, and what they follow. */
export type NotificationTables = {
  push_subscription: PushSubscriptionRow;
  follow: FollowRow;
  mail_refusal: MailRefusalRow;
  notice_try: NoticeTryRow;
};

/** A browser that shows notifications to this person (https://www.w3.org/TR/push-api/). */
export type PushSubscriptionRow = {
  id: string;
  site_id: string;
  person_id: string;
  /** https, at the browser maker's push service. */
  endpoint: string;
  p256dh: string;
  auth: string;
  locale: 'fr' | 'en';
  /** The member's session it was subscribed from, and goes with; null for a visitor's. */
  session_id: string | null;
  created_at: number;
};

/** Somebody wants to be told of answers in a conversation, until it is done. */
export type FollowRow = {
  id: string;
  site_id: string;
  conversation_id: string;
  person_id: string;
  way: 'mail' | 'push';
  /** Encrypted; null = the address of their account, or no mail. */
  sealed_email: string | null;
  locale: 'fr' | 'en';
  created_at: number;
  /** When the address was shown to be theirs; null = nothing is sent yet. */
  confirmed_at: number | null;
  /** The newest public event they have read, and the newest that was looked at for them. */
  read_seq: number;
  looked_seq: number;
  /** How often they were told since they last read. */
  told: number;
  told_at: number | null;
};

/** What a member no longer wants by mail. */
export type MailSubject = 'questions' | 'answers' | 'alerts' | 'news';
export type MailRefusalRow = { person_id: string; subject: MailSubject; at: number };

/** A notice that could not be sent and is tried again. */
export type NoticeTryRow = { notice_number: number; site_id: string; tries: number; failed_at: number };
