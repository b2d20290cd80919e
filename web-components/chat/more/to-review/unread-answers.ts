import type { ServerFrame } from '../../../../server/protocol/frames.ts';
import type { AlertsAnswer } from '../../../../server/protocol/moderators.ts';
import type { ChatClient } from '../../../client/chat-client.ts';

/** How many of a moderator's alerts were answered without their having read it; kept by what the server says. */
export class UnreadAnswers {
  count = 0;
  readonly #client: ChatClient;
  readonly #changed: () => void;

  constructor(client: ChatClient, changed: () => void) {
    this.#client = client;
    this.#changed = changed;
    client.addEventListener('frame', this.#onFrame);
    void this.#read();
  }

  stop(): void {
    this.#client.removeEventListener('frame', this.#onFrame);
  }

  #onFrame = (event: Event) => {
    const frame = (event as CustomEvent<ServerFrame>).detail;
    if (frame.op === 'welcome' || (frame.op === 'back-office' && frame.changed.includes('alerts')))
      void this.#read();
  };

  async #read(): Promise<void> {
    try {
      const { counts } = await this.#client.ask<AlertsAnswer>('moderation/alerts');
      this.count = counts.answers;
      this.#changed();
    } catch (error) {
      // The next word of the server asks again.
      console.warn('Entraide: answers to alerts could not be counted', error);
    }
  }
}
