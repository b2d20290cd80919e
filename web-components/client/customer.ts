/** Who the shop says looks at its page. Loaded where it says so, or did before. */
import type { IdentifyAnswer } from '../../server/protocol/identity.ts';
import { type Api, ChatError } from './api.ts';
import type { Word } from './identity.ts';
import type { SiteStorage } from './site-storage.ts';

const [TOKEN, CUSTOMER, CUSTOMER_TOKEN] = ['token', 'customer', 'customer-token'];

/**
 * The token of the shop's customer, kept from before or exchanged for the shop's word; what this browser was
 * until now becomes the customer's.
 * @returns null where there is no word, or it does not count @throws ChatError when nobody could say
 */
export async function customerToken(api: Api, kept: SiteStorage, word: Word | null): Promise<string | null> {
  const before = kept.read(CUSTOMER, '');
  if (before && before !== word?.sub) leave(kept);
  if (!word) return null;
  const member = kept.read(TOKEN, '');
  const known = kept.read(CUSTOMER_TOKEN, '');
  // A token of one's own that came since may be a member's, who is the customer then.
  if (known && !member) return known;
  try {
    const body = { identity: word.jwt };
    const { token } = await api.ask<IdentifyAnswer>(member, 'widget/identify', body);
    kept.write(CUSTOMER, word.sub);
    if (token !== member) {
      kept.remove(TOKEN);
      kept.write(CUSTOMER_TOKEN, token);
    }
    return token;
  } catch (error) {
    const isRefused = error instanceof ChatError && error.status >= 400 && error.status < 429;
    if (!isRefused) throw error;
    return null;
  }
}

/** What a customer left in this browser is nothing for who comes after them. */
function leave(kept: SiteStorage): void {
  for (const key of kept.keys('')) if (key !== TOKEN) kept.remove(key);
}
