import { vi } from 'vitest';
import type { Channel, Tabs } from '../../../web-components/client/shared-link.ts';
import { settle } from './fake-world.ts';

type Act = (lock: Lock | null) => unknown;
type Request = {
  name: string;
  act: Act;
  tab: FakeTab;
  resolve: (value: unknown) => void;
  reject: (error: unknown) => void;
};

/** The locks and channels of one browser, for as many tabs as a test opens. */
export class FakeBrowser {
  readonly channels = new Set<FakeChannel>();
  #held = new Map<string, Request>();
  #queue: Request[] = [];

  openTab(): FakeTab {
    return new FakeTab(this);
  }

  request(request: Request, { ifAvailable = false, steal = false, signal }: LockOptions): void {
    const holder = this.#held.get(request.name);
    if (holder && ifAvailable) return void request.resolve(request.act(null));
    if (holder && steal) holder.reject(new DOMException('stolen', 'AbortError'));
    if (!holder || steal) this.#grant(request);
    else this.#queue.push(request);
    signal?.addEventListener('abort', () => {
      if (!this.#queue.includes(request)) return;
      this.#queue = this.#queue.filter((one) => one !== request);
      request.reject(signal.reason);
    });
  }

  /** A tab that crashed, or was closed: its locks are free at once. */
  release(tab: FakeTab): void {
    this.#queue = this.#queue.filter((request) => request.tab !== tab);
    for (const request of [...this.#held.values()]) if (request.tab === tab) this.#free(request);
  }

  #grant(request: Request): void {
    this.#held.set(request.name, request);
    void Promise.resolve(request.act({ name: request.name, mode: 'exclusive' })).then((value) => {
      request.resolve(value);
      this.#free(request);
    });
  }

  #free(request: Request): void {
    if (this.#held.get(request.name) !== request) return;
    this.#held.delete(request.name);
    const next = this.#queue.find(({ name }) => name === request.name);
    this.#queue = this.#queue.filter((one) => one !== next);
    if (next) this.#grant(next);
  }
}

export class FakeTab implements Tabs {
  readonly locks: Tabs['locks'];
  /** Frozen without a word, it neither hears nor answers. */
  isFrozen = false;
  readonly #browser: FakeBrowser;

  constructor(browser: FakeBrowser) {
    this.#browser = browser;
    const request = (name: string, how: LockOptions | Act, given?: Act) => {
      const [options, act] = typeof how === 'function' ? [{}, how] : [how, given!];
      return new Promise((resolve, reject) => {
        const one = { name, act, tab: this, resolve, reject };
        queueMicrotask(() => browser.request(one, options));
      });
    };
    this.locks = { request: request as Tabs['locks']['request'] };
  }

  openChannel = (name: string): Channel => new FakeChannel(this.#browser, this, name);

  die(): void {
    for (const channel of this.#browser.channels) if (channel.tab === this) channel.close();
    this.#browser.release(this);
  }
}

class FakeChannel implements Channel {
  readonly tab: FakeTab;
  readonly name: string;
  onmessage: Channel['onmessage'] = null;
  readonly #browser: FakeBrowser;

  constructor(browser: FakeBrowser, tab: FakeTab, name: string) {
    this.#browser = browser;
    this.tab = tab;
    this.name = name;
    browser.channels.add(this);
  }

  postMessage(message: unknown): void {
    const data: unknown = structuredClone(message);
    const others = [...this.#browser.channels].filter((one) => one !== this && one.name === this.name);
    queueMicrotask(() => {
      for (const other of others) other.#hear(data);
    });
  }

  close(): void {
    this.#browser.channels.delete(this);
  }

  #hear(data: unknown): void {
    if (!this.#browser.channels.has(this) || this.tab.isFrozen) return;
    this.onmessage?.call(this as unknown as BroadcastChannel, new MessageEvent('message', { data }));
  }
}

/** Everything that can happen without time passing has happened, loading of code included. */
export async function quiet(): Promise<void> {
  for (let turn = 0; turn < 3; turn += 1) {
    await settle();
    await vi.dynamicImportSettled();
  }
  await settle();
}
