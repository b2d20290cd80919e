import type { ClientFrame, ServerFrame } from '../../server/protocol/frames.ts';
import type { Channel, SharedLink } from './shared-link.ts';
import type { LeaderMessage, TabMessage } from './tab-messages.ts';

/** A tab may lose the lead and have it again, and another tab's lock outlasts both: only the latest lets go. */
const latest = new WeakMap<SharedLink, TabLeader>();

/** Carries what the other tabs send, and tells them what concerns them. */
export class TabLeader {
  readonly #link: SharedLink;
  readonly #channel: Channel;
  /** What each of them listens to. */
  readonly #tabs = new Map<string, Set<string>>();
  /** What tabs asked of a conversation whose answer, which all of them are told, is on its way. */
  readonly #asked = new Map<string, Set<string>>();

  constructor(link: SharedLink, channel: Channel) {
    this.#link = link;
    this.#channel = channel;
    latest.set(link, this);
  }

  /** Whether other tabs depend on this one. */
  get isNeeded(): boolean {
    return this.#tabs.size > 0;
  }

  listensTo(conversationId: string): boolean {
    return [...this.#tabs.values()].some((listening) => listening.has(conversationId));
  }

  receive({ tab, says, frame }: TabMessage) {
    if (says === 'leave') return this.#forget(tab);
    if (says === 'join' || !this.#tabs.has(tab)) this.#welcome(tab);
    if (says === 'ask') this.#link.socket.wake();
    if (frame) this.#carry(tab, frame);
  }

  /** Tells every tab how the connection stands, and what came. */
  tell(frames: ServerFrame[]): void {
    for (const frame of frames) this.#note(frame);
    if (this.isNeeded && frames.every((frame) => this.#concerns(frame))) this.#post(null, frames);
  }

  #note(frame: ServerFrame): void {
    if (frame.op === 'welcome') {
      this.#asked.clear();
      for (const listening of this.#tabs.values()) listening.clear();
    }
    if (frame.op === 'subscribed') this.#asked.delete(frame.conversation.id);
    if (frame.op === 'resync' || frame.op === 'not-found') this.#asked.delete(frame.conversationId);
  }

  #welcome(tab: string): void {
    const isKnown = this.#tabs.has(tab);
    this.#tabs.set(tab, new Set());
    if (!isKnown) this.#forgetWhenGone(tab);
    this.#post(tab, this.#link.socket.state === 'ready' ? [...this.#link.latest.values()] : []);
  }

  /** A tab holds a lock of its own as long as it lives. */
  #forgetWhenGone(tab: string): void {
    const { name, tabs } = this.#link.options;
    void tabs.locks.request(`${name}:${tab}`, () => this.#forget(tab));
  }

  #forget(tab: string): void {
    if (latest.get(this.#link) !== this) return;
    const left = this.#tabs.get(tab);
    this.#tabs.delete(tab);
    for (const conversationId of left ?? []) this.#unsubscribe(conversationId);
    if (!this.isNeeded && this.#link.state === 'idle') this.#link.leave();
  }

  #carry(tab: string, frame: ClientFrame) {
    switch (frame.op) {
      case 'subscribe':
        return this.#subscribe(tab, frame);
      case 'unsubscribe':
        this.#tabs.get(tab)?.delete(frame.conversationId);
        return this.#unsubscribe(frame.conversationId);
      case 'page':
        if (frame.page.url === this.#link.page) return;
        this.#link.page = frame.page.url;
        break;
      case 'send':
        this.#link.options.keep(frame);
    }
    this.#link.socket.send(frame);
  }

  /** Tabs that come back together with the same position ask once. */
  #subscribe(tab: string, frame: Extract<ClientFrame, { op: 'subscribe' }>): void {
    const { conversationId, lastSeq, epoch } = frame;
    this.#tabs.get(tab)?.add(conversationId);
    const asked = this.#asked.get(conversationId) ?? new Set();
    const position = `${lastSeq} ${epoch}`;
    if (!asked.has(position) && this.#link.socket.send(frame)) {
      this.#asked.set(conversationId, asked.add(position));
    }
  }

  #unsubscribe(conversationId: string): void {
    if (this.#link.own.has(conversationId) || this.listensTo(conversationId)) return;
    this.#link.socket.send({ op: 'unsubscribe', conversationId });
  }

  /** What is said in a conversation concerns who listens to it, everything else everybody. */
  #concerns(frame: ServerFrame): boolean {
    if (frame.op === 'subscribed') return this.listensTo(frame.conversation.id);
    const isOfConversation = frame.op === 'event' || frame.op === 'typing' || frame.op === 'resync';
    return !isOfConversation || this.listensTo(frame.conversationId);
  }

  #post(to: string | null, frames: ServerFrame[]): void {
    this.#channel.postMessage({ to, state: this.#link.socket.state, frames } satisfies LeaderMessage);
  }
}
