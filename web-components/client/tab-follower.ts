import type { ClientFrame } from '../../server/protocol/frames.ts';
import type { LinkState } from './link.ts';
import type { Channel, SharedLink } from './shared-link.ts';
import type { LeaderMessage, LeadsMessage, TabMessage } from './tab-messages.ts';

/** How long the tab that leads may be silent; a frozen one never answers. Less where somebody just came back. */
const PATIENCE_MS = 2_500;
const BACK_MS = 500;
const SPREAD_MS = 500;

/** A tab that lives off another one's connection. */
export class TabFollower {
  readonly #link: SharedLink;
  readonly #channel: Channel;
  readonly #id = crypto.randomUUID();
  #state: LinkState = 'connecting';
  #patience: unknown = null;
  #release = () => {};
  #isStopped = false;

  constructor(link: SharedLink) {
    const { name, tabs } = link.options;
    this.#link = link;
    this.#channel = tabs.openChannel(name);
    this.#channel.onmessage = ({ data }) => this.#receive(data as LeaderMessage | LeadsMessage | TabMessage);
    link.options.onState(this.#state);
    // Whoever leads next should not depend on the network for it; where this fails it is loaded then.
    import('./tab-leader.ts').catch(() => null);
    void tabs.locks.request(`${name}:${this.#id}`, () => this.#live());
  }

  get state(): LinkState {
    return this.#state;
  }

  /** @returns whether there is a connection; what is to be kept is kept by who asks all the same. */
  send(frame: ClientFrame): boolean {
    const isReady = this.#state === 'ready';
    // What is written hurries a connection on its way, too.
    if (isReady || frame.op === 'send') this.#post('frame', frame);
    return isReady;
  }

  /** Is the one that leads still there, and the connection too? */
  ask(): void {
    this.#post('ask');
  }

  stop(): void {
    this.#post('leave');
    this.#isStopped = true;
    this.#link.options.clock.clearTimeout(this.#patience);
    this.#channel.close();
    this.#release();
  }

  /** Holding this lock says that this tab lives. */
  #live(): Promise<void> | undefined {
    if (this.#isStopped) return;
    this.#post('join');
    const { queue } = this.#link.options;
    // Written while this was loaded, and not to be waited for until the next welcome.
    for (const frame of queue.unsent())
      if (queue.isFromHere(frame.clientMessageId)) this.#post('frame', frame);
    return new Promise((resolve) => {
      this.#release = resolve;
    });
  }

  #receive(message: LeaderMessage | LeadsMessage | TabMessage) {
    if ('tab' in message) return;
    this.#link.options.clock.clearTimeout(this.#patience);
    this.#patience = null;
    if ('leads' in message) return this.#post('join');
    const { to, state, frames } = message;
    if (to !== null && to !== this.#id) return;
    this.#become(state);
    for (const frame of frames) this.#link.options.onFrame(frame);
  }

  #post(says: TabMessage['says'], frame?: ClientFrame): void {
    const { clock, random } = this.#link.options;
    const message: TabMessage = { tab: this.#id, says, ...(frame && { frame }) };
    this.#channel.postMessage(message);
    const patience = says === 'ask' ? BACK_MS : PATIENCE_MS;
    this.#patience ??= clock.setTimeout(() => this.#link.takeOver(), patience + random() * SPREAD_MS);
  }

  #become(state: LinkState): void {
    if (state === this.#state) return;
    this.#state = state;
    this.#link.options.onState(state);
  }
}
