import { ChatClient } from '../../web-components/client/chat-client.ts';
import { type Clock, systemClock } from '../../web-components/client/clock.ts';
import { memoryStorage } from '../web-components/client/fake-world.ts';
import { addressOf, fetchFrom } from './fetch-from.ts';
import { SHOP } from './site.ts';
import { Watch } from './watch.ts';
import { GOOD_LINE, type Line, WatchedSocket } from './watched-socket.ts';

export type RigClientOptions = {
  index: number;
  server: string;
  site: string;
  line?: Line;
  clock?: Clock;
  /** A moderator's one-time code; without it, a visitor. */
  code?: string;
  newId?: () => string;
};

/** One person with the shipped client in a browser of their own: own address, own storage, own history. */
export class RigClient {
  readonly chat: ChatClient;
  readonly watch: Watch;
  readonly address: string;
  #socket: WatchedSocket | null = null;
  #writing: { conversationId: string | null; text: string } | null = null;

  constructor({ index, server, site, line = GOOD_LINE, clock = systemClock, code, newId }: RigClientOptions) {
    const address = addressOf(index);
    const watch = new Watch(`client ${index}`);
    this.address = address;
    this.watch = watch;
    this.chat = new ChatClient({
      server,
      site,
      locale: 'fr',
      page: () => ({ url: `${SHOP}/p`, title: 'P' }),
      ...(code ? { code } : {}),
      storage: memoryStorage(),
      clock,
      fetch: fetchFrom(address),
      newId: () => this.#wrote(newId?.() ?? crypto.randomUUID()),
      openWebSocket: (url) => {
        this.#socket = new WatchedSocket(url, { address, watch, line });
        return this.#socket;
      },
    });
  }

  write(conversationId: string | null, text: string): void {
    this.#writing = { conversationId, text };
    this.chat.send(text, conversationId, `Client ${this.address.replaceAll('.', ' ')}`);
  }

  cut(): void {
    this.#socket?.cut();
  }

  /** Nothing more happens to it. */
  leave(): void {
    this.chat.disconnect();
  }

  /** The history, with what is on the screen now. */
  finished(): Watch['record'] {
    const { current } = this.chat.state;
    if (current) {
      const shown = current.messages.filter(({ seq }) => seq !== null);
      this.watch.record.transcript = { conversationId: current.id, messageIds: shown.map(({ id }) => id) };
    }
    return this.watch.record;
  }

  #wrote(clientMessageId: string): string {
    if (!this.#writing) throw new Error('a rig’s client writes by `write` only');
    this.watch.wrote({ clientMessageId, ...this.#writing });
    this.#writing = null;
    return clientMessageId;
  }
}
