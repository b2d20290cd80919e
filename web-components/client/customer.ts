/** Who the shop says looks at its page. Loaded where it says so, or did before. */
import type { IdentifyAnswer, IdentifyBody } from '../../server/protocol/identity.ts';
import { type Api, ChatError } from './api.ts';
import { SiteStorage } from './site-storage.ts';

const [TOKEN, CUSTOMER] = ['token', 'customer'];

/** `own`: the token is a member's own, who was found to be the customer. */
type Known = { sub: string; token: string; own: boolean };
const NOBODY: Known = { sub: '', token: '', own: false };

/** The shop's customer before this page, or nobody any more; asked for before anything kept is read. */
export class Customer {
  readonly #kept: SiteStorage;
  #jwt: string | null | undefined;
  readonly #sub: string;
  /** Who is here is not who was here before: a connection of before is somebody else's. */
  readonly isNew: boolean;

  /** @param jwt what the shop signed about who looks at its page; none where it names nobody */
  constructor(site: string, storage: Storage, jwt: string | null | undefined) {
    this.#kept = new SiteStorage(site, storage);
    this.#jwt = jwt;
    this.#sub = subjectOf(jwt);
    const before = this.#known;
    this.isNew = before.sub !== this.#sub;
    if (before.sub && this.isNew) this.#leave(before);
  }

  get #known(): Known {
    return this.#kept.read(CUSTOMER, NOBODY);
  }

  /**
   * Has the browser's token be the customer's, by the shop's word: what this browser was until now becomes
   * theirs. A word that does not count is as good as none. @throws ChatError when nobody could say
   */
  async settle(api: Api): Promise<void> {
    const token = this.#kept.read(TOKEN, '');
    const known = this.#known;
    const isSettled = token !== '' && known.sub === this.#sub && known.token === token;
    if (!this.#jwt || !this.#sub || isSettled) return;
    try {
      const body: Omit<IdentifyBody, 'site'> = { identity: this.#jwt };
      const answer = await api.ask<IdentifyAnswer>(token, 'widget/identify', body);
      this.#kept.write(CUSTOMER, { sub: this.#sub, token: answer.token, own: answer.token === token });
      this.#kept.write(TOKEN, answer.token);
    } catch (error) {
      const isRefused = error instanceof ChatError && error.status >= 400 && error.status < 429;
      if (!isRefused) throw error;
      this.#jwt = null;
    }
  }

  /** What a customer left in this browser is nothing for who comes after them. */
  #leave({ own, token }: Known): void {
    const stays = own || this.#kept.read(TOKEN, '') !== token;
    for (const key of this.#kept.keys('')) if (key !== TOKEN || !stays) this.#kept.remove(key);
  }
}

/** Whom a JSON Web Token is about, unchecked: only to tell one customer from another. */
function subjectOf(jwt: string | null | undefined): string {
  try {
    const payload = jwt!.split('.')[1]!.replace(/-/g, '+').replace(/_/g, '/');
    return String(JSON.parse(atob(payload)).sub ?? '');
  } catch {
    if (jwt) console.warn('Entraide: the identity is not a JSON Web Token');
    return '';
  }
}
