import type { ConversationsPage } from '../../../server/protocol/back-office.ts';
import { joinPages } from './join-pages.ts';

/** Enough to read while the rest is asked for. */
const A_SCREENFUL = 10;
/** Then whoever searches says whether to go on. */
const MOST = 20;

/**
 * A search that takes long is answered in pieces, so that it keeps nobody waiting; they are put together until
 * there is something to read, it is over, or it went on long enough.
 * @param fetch a page that begins at a place, null for the first
 */
export async function searchOn(
  fetch: (after: string | null) => Promise<ConversationsPage>,
  after: string | null,
): Promise<ConversationsPage> {
  let page = await fetch(after);
  for (let pieces = 1; pieces < MOST && isPiece(page); pieces += 1) {
    const { items, ...rest } = await fetch(page.next);
    page = { ...rest, items: joinPages(page.items, items, ({ id }) => id) };
  }
  return page;
}

const isPiece = ({ search, next, items }: ConversationsPage) =>
  search === 'cut-short' && next !== null && items.length < A_SCREENFUL;
