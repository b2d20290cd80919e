import type { ClientFrame, ServerFrame } from '../../server/protocol/frames.ts';
import type { Clock } from './clock.ts';
import type { Link, LinkState, Subscribe } from './link.ts';
import type { SendQueue } from './send-queue.ts';
import type { TabFollower } from './tab-follower.ts';
import type { TabLeader } from './tab-leader.ts';

export type Channel = Pick<BroadcastChannel, 'postMessage' | 'close' | 'onmessage'>;
/** How the tabs of one shop find each other: there in every current browser, on secure pages. */
export type Tabs = { locks: Pick<LockManager, 'request'>; openChannel: (name: string) => Channel };

export type Receiver = {
  /** What a connection asks for right behind its hello. */
  greeting: () => Subscribe[];
  onFrame: (frame: ServerFrame) => void;
  onState: (state: LinkState) => void;
};
export type SharedLinkOptions = Receiver & {
  /** The same for all tabs of a site. */
  name: string;
  tabs: Tabs;
  openSocket: (receiver: Receiver) => Link;
  /** What another tab wants sent: it must not be lost when that tab closes meanwhile. */
  keep: (frame: Extract<ClientFrame, { op: 'send' }>) => void;
  queue: Pick<SendQueue, 'unsent' | 'isFromHere'>;
  /** Somebody came with a new identity: the connection there is, is somebody else's. */
  takesOver: boolean;
  clock: Clock;
  random: () => number;
};

const RETRY_MS = 2_000;
const LASTING = ['welcome', 'presence', 'rights', 'back-office'];

/**
 * One connection for all tabs of a site. The tab that holds the lock leads: it has the socket, and carries
 * what the others send and are told. Alone it needs nothing else; what leading others or following takes is
 * loaded when there are several.
 */
export class SharedLink implements Link {
  readonly options: SharedLinkOptions;
  readonly socket: Link;
  /** What this page listens to itself. */
  readonly own = new Set<string>();
  /** What a tab that comes later must be told. */
  readonly latest = new Map<string, ServerFrame>();
  /** The page the server last took for the one somebody looks at; empty = this one. */
  page = '';
  #role: 'none' | 'asking' | 'leader' | 'follower' = 'none';
  #isWanted = false;
  #takesOver: boolean;
  #leader: TabLeader | null = null;
  #follower: TabFollower | null = null;
  #stop = () => {};

  constructor(options: SharedLinkOptions) {
    this.options = options;
    this.#takesOver = options.takesOver;
    this.socket = options.openSocket({
      greeting: () => {
        this.own.clear();
        const frames = options.greeting();
        for (const { conversationId } of frames) this.own.add(conversationId);
        return frames;
      },
      onFrame: (frame) => this.#receive(frame),
      onState: (state) => {
        options.onState(state);
        this.#leader?.tell([]);
      },
    });
  }

  get state(): LinkState {
    if (!this.#isWanted) return 'idle';
    return this.leads ? this.socket.state : (this.#follower?.state ?? 'connecting');
  }

  get leads(): boolean {
    return this.#role === 'leader';
  }

  get isShared(): boolean {
    return this.#role === 'follower' || Boolean(this.#leader?.isNeeded);
  }

  open(): void {
    this.#isWanted = true;
    if (this.leads) this.socket.open();
    else if (this.#role === 'none') {
      this.#role = 'asking';
      void this.#request(this.#takesOver ? { steal: true } : { ifAvailable: true });
    }
  }

  /** A page that others depend on stays connected for them. */
  close(): void {
    this.#isWanted = false;
    if (!this.#leader?.isNeeded) this.leave();
  }

  leave(): void {
    this.#isWanted = false;
    this.#end();
    this.socket.close();
    this.options.onState('idle');
  }

  wake(): void {
    if (this.leads) this.socket.wake();
    else this.#follower?.ask();
  }

  send(frame: ClientFrame): boolean {
    if (!this.leads) return this.#follower?.send(frame) ?? false;
    if (frame.op === 'subscribe') this.own.add(frame.conversationId);
    if (frame.op === 'page') this.page = '';
    if (frame.op === 'unsubscribe') {
      this.own.delete(frame.conversationId);
      if (this.#leader?.listensTo(frame.conversationId)) return true;
    }
    return this.socket.send(frame);
  }

  /** Nobody answers who should: the connection is taken from them. */
  takeOver(): void {
    void this.#request({ steal: true });
  }

  async #request(how: LockOptions): Promise<void> {
    const { name, tabs } = this.options;
    let isHeld = false;
    try {
      await tabs.locks.request(name, how, (lock) => {
        isHeld = lock !== null;
        if (!this.#isWanted) this.#role = 'none';
        else return isHeld ? this.#lead() : this.#follow();
      });
    } catch {
      if (isHeld) this.#lost();
      // Where a page may not use locks at all it is on its own.
      else if (!how.signal?.aborted) this.#connect();
    }
  }

  /** The lock is held until what is returned settles. */
  #lead(): Promise<void> {
    this.#end();
    this.#takesOver = false;
    const channel = this.options.tabs.openChannel(this.options.name);
    channel.onmessage = async ({ data }) => {
      if (!data?.tab) return;
      // An answer at once: what leading takes may still have to be loaded.
      channel.postMessage({ to: null, state: this.socket.state, frames: [] });
      const { TabLeader } = await import('./tab-leader.ts');
      if (!this.leads) return;
      this.#leader ??= new TabLeader(this, channel);
      this.#leader.receive(data);
    };
    channel.postMessage({ leads: true });
    this.#connect();
    return new Promise((resolve) => {
      this.#stop = () => {
        channel.close();
        resolve();
      };
    });
  }

  #connect(): void {
    this.#role = 'leader';
    this.socket.open();
  }

  /** Another tab took the connection over. */
  #lost(): void {
    this.#end();
    this.socket.close();
    if (this.#isWanted) this.#follow();
  }

  #follow(): void {
    this.#role = 'follower';
    const queue = new AbortController();
    this.#stop = () => queue.abort();
    void this.#request({ signal: queue.signal });
    void this.#join();
  }

  async #join(): Promise<void> {
    const { clock } = this.options;
    try {
      const { TabFollower } = await import('./tab-follower.ts');
      if (this.#role === 'follower') this.#follower ??= new TabFollower(this);
    } catch {
      // The network is down: as good as connecting.
      if (this.#role === 'follower') clock.setTimeout(() => void this.#join(), RETRY_MS);
    }
  }

  #end(): void {
    this.#stop();
    this.#stop = () => {};
    this.#leader = null;
    this.#follower?.stop();
    this.#follower = null;
    this.own.clear();
    if (this.#role !== 'asking') this.#role = 'none';
  }

  #receive(frame: ServerFrame): void {
    if (frame.op === 'welcome') {
      this.latest.clear();
      this.page = '';
    }
    if (LASTING.includes(frame.op)) this.latest.set(frame.op, frame);
    this.options.onFrame(frame);
    this.#leader?.tell([frame]);
  }
}
