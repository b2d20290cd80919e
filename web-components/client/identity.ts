import { type Api, ChatError } from './api.ts';
import type { Customer } from './customer.ts';
import type { SiteStorage } from './site-storage.ts';

const KEY = 'token';

export type WhoAmI = {
  readonly hasCode: boolean;
  token(): Promise<string>;
  keep(token: string): void;
  forget(token: string): void;
};

/**
 * Who the browser is for this site: the shop's customer, the token kept from before, a member's, or a new
 * visitor's.
 */
export class Identity implements WhoAmI {
  readonly #api: Api;
  readonly #kept: SiteStorage;
  /** The one-time code of a link, used up by the first request for a token. */
  #code: string | null;
  readonly #customer: Customer | undefined;
  #asked: Promise<string> | null = null;

  constructor(api: Api, kept: SiteStorage, code: string | null, customer: Customer | undefined) {
    this.#api = api;
    this.#kept = kept;
    this.#code = code;
    this.#customer = customer;
  }

  /** Whether a link's code still waits to be exchanged. */
  get hasCode(): boolean {
    return this.#code !== null;
  }

  /** The token to show; asks the server for one when there is none. @throws ChatError */
  token(): Promise<string> {
    this.#asked ??= this.#find().finally(() => {
      this.#asked = null;
    });
    return this.#asked;
  }

  keep(token: string): void {
    this.#kept.write(KEY, token);
  }

  /** The server no longer knows this token: the next one asked for is new. */
  forget(token: string): void {
    if (this.#kept.read(KEY, '') === token) this.#kept.remove(KEY);
  }

  async #find(): Promise<string> {
    if (this.#code) await this.#exchange(this.#code);
    await this.#customer?.settle(this.#api);
    const kept = this.#kept.read(KEY, '');
    if (kept) return kept;
    const { token } = await this.#api.newToken();
    // Two tabs may ask at once: the first one to be answered decides for both.
    const meanwhile = this.#kept.read(KEY, '');
    if (!meanwhile) this.keep(token);
    return meanwhile || token;
  }

  /** A link used before, or too old, leaves its bearer who they were. */
  async #exchange(code: string): Promise<void> {
    try {
      const { token } = await this.#api.exchange(code);
      this.keep(token);
    } catch (error) {
      const refused = error instanceof ChatError && error.status >= 400 && error.status < 429;
      if (!refused) throw error;
    }
    this.#code = null;
  }
}
