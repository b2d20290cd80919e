import type { Locale, PageView } from '../../server/protocol/frames.ts';
import type { Fetch } from './api.ts';
import type { Clock } from './clock.ts';
import type { Customer } from './customer.ts';
import type { WhoAmI } from './identity.ts';
import type { Tabs } from './shared-link.ts';
import type { WebSocketLike } from './way.ts';

export type ChatClientOptions = {
  /** Origin of the chat server. */
  server: string;
  site: string;
  locale: Locale;
  /** The page of the shop somebody is on, asked for whenever it is needed. */
  page: () => PageView;
  /** One-time code of a member who came by a link. */
  code?: string;
  /** Who the shop says looks at its page, or said before. */
  customer?: Customer;
  /** Who speaks, where it is not for the storage to say: an empty token is the session's cookie. */
  identity?: WhoAmI;
  storage?: Storage;
  /** How tabs that share the storage share a connection; without it each has its own. */
  tabs?: Tabs;
  /** Whether somebody could see the page. */
  isVisible?: () => boolean;
  openWebSocket?: (url: string) => WebSocketLike;
  fetch?: Fetch;
  clock?: Clock;
  random?: () => number;
  newId?: () => string;
};
