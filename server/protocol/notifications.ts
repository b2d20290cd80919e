/**
 * What the chat, our own pages and the server say to each other about being told though one is not there.
 * Types only. Everything under /api/widget/notifications takes a bearer token, or the session cookie on our own
 * pages.
 */
import type { Locale } from './frames.ts';

export type FollowWay = 'mail' | 'push';

/** `offers`: ways that can be had here; mail where a mail server is configured. */
export type FollowAnswer = {
  way: FollowWay | null;
  /** An address waits to be confirmed by the link that was mailed to it. */
  confirmed: boolean;
  offers: FollowWay[];
  /** Their own address is known: none is asked for. */
  member: boolean;
  /** Our page on which the browser is asked, good for half an hour. */
  devicePage: string;
};

/** GET follow?site&conversationId -> FollowAnswer ; POST follow FollowBody -> FollowAnswer; `way: null` ends it. */
export type FollowBody = {
  site: string;
  conversationId: string;
  way: FollowWay | null;
  /** For mail, of who has no account. */
  email?: string;
  locale: Locale;
};

/** POST read -> 204: read up to this public event; nothing before it is told any more. */
export type ReadBody = { site: string; conversationId: string; seq: number };

export const MAIL_WISHES = ['immediate', 'digest', 'none'] as const;
export type MailWish = (typeof MAIL_WISHES)[number];

/** What a member can refuse by mail, one subject at a time. */
export const MAIL_SUBJECTS = ['questions', 'answers', 'alerts', 'news'] as const;
export type MailSubject = (typeof MAIL_SUBJECTS)[number];

/** GET ?site= -> for members; POST NotificationWishes -> the same. 404 for visitors. */
export type NotificationsAnswer = {
  mail: MailWish;
  /** null = no proven address; then nothing is mailed. */
  address: string | null;
  mailConfigured: boolean;
  refused: MailSubject[];
  push: boolean;
  devices: number;
  devicePage: string;
};
export type NotificationWishes = {
  site: string;
  mail?: MailWish;
  push?: boolean;
  /** The whole list. */
  refused?: MailSubject[];
};

/** On our own page `/notify/device/TOKEN`: POST /api/notify/device -> DeviceAnswer. */
export type DeviceBody = { token: string; subscription: DeviceSubscription; on: boolean };
/** As the browser gives it (https://www.w3.org/TR/push-api/#dom-pushsubscription-tojson). */
export type DeviceSubscription = { endpoint: string; keys: { p256dh: string; auth: string } };
export type DeviceAnswer = { on: boolean };

/**
 * POST /api/notify/device/moved -> 204: the browser has another subscription now. The old one's secret shows that
 * it is the same browser; one that is not known is answered alike.
 */
export type MovedDeviceBody = { old: DeviceSubscription; subscription: DeviceSubscription };

/** GET /api/back-office/:site/notices -> how telling goes. */
export type NoticeHealth = {
  mailConfigured: boolean;
  /** Due and not told yet. */
  waiting: number;
  /** Could not be sent and are tried again. */
  retried: number;
  /** Given up in the last seven days. */
  failed: number;
  lastFailure: number | null;
};
