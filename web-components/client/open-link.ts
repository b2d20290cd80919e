import type { ChatParts } from './chat-parts.ts';
import { helloOf } from './hello.ts';
import type { Link } from './link.ts';
import { type Receiver, SharedLink } from './shared-link.ts';
import { ChatSocket } from './socket.ts';
import { Way } from './way.ts';

type LinkParts = ChatParts & Receiver;

/** What leads to the server: shared between tabs where they can find each other. */
export function openLink(parts: LinkParts): Link {
  const { options, identity, queue, clock } = parts;
  const { site, tabs, code, customer } = options;
  const way = openWay(parts);
  const openSocket = (receiver: Receiver) =>
    new ChatSocket({
      ...parts,
      ...receiver,
      way,
      hello: () => helloOf(parts),
      onBadToken: (token) => identity.forget(token),
    });
  if (!tabs) return openSocket(parts);
  return new SharedLink({
    ...parts,
    name: `entraide:${site}:socket`,
    tabs,
    openSocket,
    keep: (frame) => queue.keep(frame, clock.now()),
    takesOver: !!(code || customer?.isNew),
  });
}

function openWay({ options, fetch, ...parts }: ChatParts): Way {
  const { server, site, page, openWebSocket = (url) => new WebSocket(url) } = options;
  const url = new URL('/api/socket', server.replace(/^http/, 'ws')).href;
  const dial = () => openWebSocket(url);
  return new Way({
    ...parts,
    openWebSocket: dial,
    loadStream: async () => {
      const { openStream } = await import('./stream-socket.ts');
      return openStream({ ...parts, server, site, page, fetch, openWebSocket: dial });
    },
  });
}
