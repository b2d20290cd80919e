import { Api, type Fetch } from './api.ts';
import type { ChatClientOptions } from './chat-client-options.ts';
import { type Clock, systemClock } from './clock.ts';
import { FollowedConversations } from './followed.ts';
import { Identity, type WhoAmI } from './identity.ts';
import { SendQueue } from './send-queue.ts';
import { SiteStorage } from './site-storage.ts';

/** What every part of a client works with. */
export type ChatParts = {
  options: ChatClientOptions;
  api: Api;
  identity: WhoAmI;
  queue: SendQueue;
  followed: FollowedConversations;
  kept: SiteStorage;
  fetch: Fetch;
  clock: Clock;
  random: () => number;
};

/** The client's parts, with the browser's own where the options name no other. */
export function createParts(options: ChatClientOptions): ChatParts {
  const { server, site, code = null, customer, storage = globalThis.localStorage } = options;
  const { clock = systemClock, random = Math.random } = options;
  const { fetch = (url, init) => globalThis.fetch(url, init) } = options;
  const kept = new SiteStorage(site, storage);
  const api = new Api(server, site, fetch);
  return {
    options,
    api,
    identity: options.identity ?? new Identity(api, kept, code, customer),
    queue: new SendQueue(kept),
    followed: new FollowedConversations(kept),
    kept,
    fetch,
    clock,
    random,
  };
}
