/** Who the shop says looks at its page. Loaded where it says so, or did before. */
import type { IdentifyAnswer, IdentifyBody } from '../../server/protocol/identity.ts';
import { type Api, ChatError } from './api.ts';
import { SiteStorage } from './site-storage.ts';

const [TOKEN, CUSTOMER, CUSTOMER_TOKEN] = ['token', 'customer', 'customer-token'];

/** What the shop signed about who looks at its page, and whom that is about. */
export type Word = { jwt: string; sub: string };

/** The shop's customer before this page, or nobody any more; asked for before anything kept is read. */
export class Customer {
  readonly #kept: SiteStorage;
  #word: Word | null;
  /** A member's own token, where the shop's word was found to be about them. */
  #member = '';
  /** Who is here is not who was here before: a connection of before is somebody else's. */
  readonly isNew: boolean;

  constructor(site: string, storage: Storage, word: Word | null) {
    this.#kept = new SiteStorage(site, storage);
    this.#word = word;
    const before = this.#kept.read(CUSTOMER, '');
    this.isNew = before !== (word?.sub ?? '');
    if (before && this.isNew) this.#leave();
  }

  /**
   * The customer's token, kept from before or exchanged for the shop's word; what this browser was until now
   * becomes the customer's.
   * @param member the token the browser has of its own, '' for none
   * @returns null where there is no word, or it does not count @throws ChatError when nobody could say
   */
  async token(api: Api, member: string): Promise<string | null> {
    const known = this.#kept.read(CUSTOMER_TOKEN, '');
    // A token of one's own that came since may be a member's, who is the customer then.
    if (!this.#word || (known && !member)) return known || null;
    if (member && member === this.#member) return member;
    try {
      const body: Omit<IdentifyBody, 'site'> = { identity: this.#word.jwt };
      const { token } = await api.ask<IdentifyAnswer>(member, 'widget/identify', body);
      this.#keep(this.#word, token, member);
      return token;
    } catch (error) {
      const isRefused = error instanceof ChatError && error.status >= 400 && error.status < 429;
      if (!isRefused) throw error;
      this.#word = null;
      return null;
    }
  }

  /** The server no longer knows this token. */
  forget(token: string): void {
    if (this.#kept.read(CUSTOMER_TOKEN, '') === token) this.#kept.remove(CUSTOMER_TOKEN);
  }

  #keep({ sub }: Word, token: string, member: string): void {
    this.#kept.write(CUSTOMER, sub);
    if (token === member) {
      this.#member = member;
      this.#kept.remove(CUSTOMER_TOKEN);
    } else {
      this.#kept.remove(TOKEN);
      this.#kept.write(CUSTOMER_TOKEN, token);
    }
  }

  /** What a customer left in this browser is nothing for who comes after them. */
  #leave(): void {
    for (const key of this.#kept.keys('')) if (key !== TOKEN) this.#kept.remove(key);
  }
}
