import type { Rules } from '../library.ts';
import type { LinkBook } from '../link-book.ts';
import type { FoundHost } from '../link-finder.ts';
import type { JudgeInput, Reason, Span } from '../verdict.ts';

/** With fewer messages that others have read, a visitor's links wait. */
const NEWCOMER_BELOW = 3;

/**
 * A visitor whom nobody knows yet: the first messages wait where the site asks for it, and links do while they
 * are new. Nothing to say when it is not known how many of theirs were published.
 */
export function checkNewcomer(
  hosts: FoundHost[],
  author: JudgeInput['author'],
  rules: Rules,
  book: LinkBook,
): Reason[] {
  const { role, published } = author;
  if (role !== 'visitor' || published === undefined) return [];
  if (published < rules.newcomerHeld) return [reasonOf('first-messages', [])];
  if (!rules.newcomerLinks || published >= NEWCOMER_BELOW) return [];
  const spans = hosts.filter((host) => isForeignLink(host, book)).map(({ span }) => span);
  return spans.length > 0 ? [reasonOf('first-links', spans)] : [];
}

/** Not the site's own pages, nor what its managers allow. */
function isForeignLink({ certain, mail, host, path }: FoundHost, book: LinkBook): boolean {
  return certain && !mail && book.lookUp(host, path.toLowerCase())?.link.listing !== 'allowed';
}

function reasonOf(category: string, spans: Span[]): Reason {
  return { kind: 'newcomer', category, entry: null, effect: 'hold', spans };
}
