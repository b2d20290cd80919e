import { Agent } from 'node:https';
import type { PushSubscriptionRow } from '../../db/schema-notifications.ts';
import type { Config } from '../config.ts';
import { isPushEndpoint, publicLookup } from './push-endpoint.ts';

/** What a notification says: shown as it is by our service worker. */
export type PushContent = {
  title: string;
  body: string;
  /** Opened when it is tapped. */
  url: string;
  /** A newer one of the same tag takes the place of the one before. */
  tag: string;
};

export type PushOutcome = 'pushed' | 'gone' | 'failed';

export type PushSender = {
  /** VAPID (RFC 8292), as browsers want it to subscribe. */
  publicKey: string;
  accepts(endpoint: string): boolean;
  /** Never throws: `gone` where the browser no longer listens, `failed` where it may work later. */
  send(device: PushSubscriptionRow, content: PushContent, urgent: boolean): Promise<PushOutcome>;
};

export type VapidKeys = { publicKey: string; privateKey: string };

/** Where requests go: the internet, and nowhere else unless a test says so. */
export type PushNetwork = { agent: Agent; accepts: (endpoint: string) => boolean };

const TIMEOUT_MS = 10_000;
/** What nobody was there to see within a day is no news. */
const KEPT_SECONDS = 24 * 60 * 60;

/** Sends web push messages (RFC 8030), encrypted (RFC 8291) and signed by the server's own key. */
export function createPushSender(
  config: Pick<Config, 'publicUrl' | 'mail'>,
  keys: VapidKeys,
  network: PushNetwork = {
    agent: new Agent({ lookup: publicLookup, maxSockets: 8 }),
    accepts: isPushEndpoint,
  },
): PushSender {
  const vapidDetails = { subject: contactOf(config), ...keys };
  return {
    publicKey: keys.publicKey,
    accepts: network.accepts,
    async send({ endpoint, p256dh, auth }, content, urgent) {
      if (!network.accepts(endpoint)) return 'gone';
      // Loaded with the first one: the start waits for nothing that most servers never use.
      const { default: webPush } = await import('web-push');
      try {
        await webPush.sendNotification({ endpoint, keys: { p256dh, auth } }, JSON.stringify(content), {
          vapidDetails,
          agent: network.agent,
          timeout: TIMEOUT_MS,
          TTL: KEPT_SECONDS,
          urgency: urgent ? 'high' : 'normal',
          contentEncoding: 'aes128gcm',
        });
        return 'pushed';
      } catch (error) {
        return isGone(error) ? 'gone' : 'failed';
      }
    },
  };
}

/** Whom a push service may write to about us (RFC 8292, 2.1): only https and mailto are taken. */
function contactOf({ publicUrl, mail }: Pick<Config, 'publicUrl' | 'mail'>): string {
  const address = /[^\s<>]+@[^\s<>]+/.exec(mail?.from ?? '')?.[0];
  if (address) return `mailto:${address}`;
  return publicUrl.startsWith('https:') ? publicUrl : 'mailto:entraide@localhost.invalid';
}

/** 404 and 410 say that the browser no longer listens (RFC 8030, 7.3); other refusals may pass. */
function isGone(error: unknown): boolean {
  const { statusCode } = error as { statusCode?: number };
  return statusCode === 404 || statusCode === 410;
}
