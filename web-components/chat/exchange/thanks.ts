import type { ServerFrame } from '../../../server/protocol/frames.ts';
import type { ChatClient } from '../../client/chat-client.ts';
import type { Gratitude } from '../../client/chat-state.ts';

/** Who thanks for what in the conversation on screen: as it was subscribed to, and what came since. */
export class Thanks {
  readonly #changed: () => void;
  #client: ChatClient | null = null;
  #from: Gratitude | null = null;
  #counts: Record<string, number> = {};
  #mine = new Set<string>();

  constructor(changed: () => void) {
    this.#changed = changed;
  }

  follow(client: ChatClient, gratitude: Gratitude): void {
    if (client !== this.#client) {
      this.stop();
      this.#client = client;
      client.addEventListener('frame', this.#take);
    }
    if (gratitude === this.#from) return;
    this.#from = gratitude;
    this.#counts = { ...gratitude.thanks };
    this.#mine = new Set(gratitude.thanked);
  }

  stop(): void {
    this.#client?.removeEventListener('frame', this.#take);
    this.#client = null;
  }

  count(messageId: string): number {
    return this.#counts[messageId] ?? 0;
  }

  isMine(messageId: string): boolean {
    return this.#mine.has(messageId);
  }

  /** Thanks, or takes it back; shown at once, and as it was when the server will not. @throws ChatError */
  async set(messageId: string, thanks: boolean): Promise<void> {
    const before = this.count(messageId);
    this.#show(messageId, before + (thanks ? 1 : -1), thanks);
    try {
      await this.#client?.ask(`widget/messages/${messageId}/thank`, { thanks });
    } catch (error) {
      this.#show(messageId, before, !thanks);
      throw error;
    }
  }

  #show(messageId: string, count: number, mine: boolean): void {
    this.#counts[messageId] = Math.max(0, count);
    if (mine) this.#mine.add(messageId);
    else this.#mine.delete(messageId);
    this.#changed();
  }

  #take = (event: Event) => {
    const frame = (event as CustomEvent<ServerFrame>).detail;
    if (frame.op !== 'thanks') return;
    this.#counts[frame.messageId] = frame.thanks;
    this.#changed();
  };
}
