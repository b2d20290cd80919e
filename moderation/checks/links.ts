import type { LinkPolicy } from '../library.ts';
import type { LinkBook } from '../link-book.ts';
import type { FoundHost } from '../link-finder.ts';
import type { Reason } from '../verdict.ts';

/** Forbidden links in whatever dress, then what this author's link policy does not let through. */
export function checkLinks(hosts: FoundHost[], book: LinkBook, policy: LinkPolicy): Reason[] {
  const reasons = new Map<string, Reason>();
  for (const found of hosts) {
    const reason = judgeHost(found, book, policy);
    if (!reason) continue;
    const key = `${reason.category}\n${reason.entry}`;
    const known = reasons.get(key);
    if (known) known.spans.push(found.span);
    else reasons.set(key, reason);
  }
  return [...reasons.values()];
}

function judgeHost(found: FoundHost, book: LinkBook, policy: LinkPolicy): Reason | null {
  const entry = book.lookUp(found.host, found.path.toLowerCase());
  const spans = [found.span];
  if (entry?.listing === 'forbidden') {
    return { kind: 'link', category: entry.category, entry: entry.text, effect: entry.effect, spans };
  }
  if (!found.certain || found.mail || policy === 'any-but-forbidden') return null;
  const passes = entry && (policy === 'allowed-only' || entry.category === 'site');
  return passes ? null : { kind: 'link', category: 'link', entry: null, effect: 'hold', spans };
}
