import type { LinkPolicy } from '../library.ts';
import type { Found, LinkBook } from '../link-book.ts';
import { type FoundHost, UNREAD } from '../link-finder.ts';
import { isShortener } from '../link-shorteners.ts';
import type { Effect, Reason } from '../verdict.ts';

/** Forbidden links in whatever dress, then what this author's link policy does not let through. */
export function checkLinks(hosts: FoundHost[], book: LinkBook, policy: LinkPolicy): Reason[] {
  const reasons = new Map<string, Reason>();
  for (const found of hosts) {
    const reason = judgeHost(found, book, policy);
    if (!reason) continue;
    const key = `${reason.category}\n${reason.entry}`;
    const known = reasons.get(key);
    if (known) addSpan(known, reason);
    else reasons.set(key, reason);
  }
  return [...reasons.values()];
}

/** Readings of the same place overlap: the first one is the plainest. */
function addSpan(known: Reason, { spans: [span], disguise }: Reason): void {
  if (!span || known.spans.some(({ start, end }) => start < span.end && span.start < end)) return;
  known.spans.push(span);
  const all = new Set([...(known.disguise ?? []), ...(disguise ?? [])]);
  if (all.size > 0) known.disguise = [...all];
}

function judgeHost(found: FoundHost, book: LinkBook, policy: LinkPolicy): Reason | null {
  if (found.host === UNREAD) return reasonOf(found, 'unreadable', null, 'hold');
  const entry = book.lookUp(found.host, found.path);
  if (entry?.link.listing === 'forbidden') return forbidden(found, entry);
  if (!found.certain) return null;
  if (!entry) {
    const imitated = book.imitated(found.host);
    if (imitated) return reasonOf(found, 'lookalike', imitated, 'hold');
  }
  if (found.mail) return null;
  if (policy === 'any-but-forbidden') {
    return !entry && isShortener(found.host) ? reasonOf(found, 'shortener', null, 'flag') : null;
  }
  const passes = entry && (policy === 'allowed-only' || entry.link.category === 'site');
  return passes ? null : reasonOf(found, 'link', null, 'hold');
}

function forbidden(found: FoundHost, { link, lookalike }: Found): Reason {
  const seen: FoundHost['disguise'] = lookalike ? ['lookalike letters', ...found.disguise] : found.disguise;
  return reasonOf({ ...found, disguise: seen }, link.category, link.text, link.effect);
}

function reasonOf(found: FoundHost, category: string, entry: string | null, effect: Effect): Reason {
  const reason: Reason = { kind: 'link', category, entry, effect, spans: [found.span] };
  return found.disguise.length > 0 ? { ...reason, disguise: [...new Set(found.disguise)] } : reason;
}
