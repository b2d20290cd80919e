import type { Violation } from './checker.ts';
import type { ClientRecord, Entry, Stored } from './history.ts';

/** What was published reached everybody who listened, nothing else did, and the screens say the same. */
export function checkDelivery(records: ClientRecord[], stored: Stored): Violation[] {
  const published = publishedBy(stored);
  const known = new Set(stored.messages.map(({ id }) => id));
  const events = new Set(stored.events.map(({ conversationId, seq }) => `${conversationId} ${seq}`));
  return records.flatMap((record) => [
    ...missing(record, stored),
    ...notStored(record, known, events),
    ...differing(record, published),
  ]);
}

/** The public messages of each conversation, in order. */
function publishedBy({ messages }: Stored): Map<string, string[]> {
  const published = new Map<string, string[]>();
  const inOrder = messages.filter(({ seq }) => seq !== null).sort((a, b) => a.seq! - b.seq!);
  for (const { conversationId, id } of inOrder) {
    const known = published.get(conversationId);
    if (known) known.push(id);
    else published.set(conversationId, [id]);
  }
  return published;
}

/** Where a client listens in the end, and since which position it did so without a break. */
type Listening = { since: number; received: Set<number>; top: number };

function missing({ name, entries }: ClientRecord, { events }: Stored): Violation[] {
  const listening = listeningIn(entries);
  const violations: Violation[] = [];
  for (const [conversationId, { since, received, top }] of listening) {
    const due = events.filter((event) => event.conversationId === conversationId && event.seq > since);
    const lost = due.map(({ seq }) => seq).filter((seq) => !received.has(seq));
    const inside = lost.filter((seq) => seq < top);
    const after = lost.filter((seq) => seq > top);
    if (inside.length > 0)
      violations.push({
        kind: 'gap-without-resync',
        client: name,
        what: `${conversationId}: ${inside.join(', ')}`,
      });
    if (after.length > 0)
      violations.push({
        kind: 'published-not-delivered',
        client: name,
        what: `${conversationId}: ${after.join(', ')}`,
      });
  }
  return violations;
}

/** A resync begins anew: what came before it no longer counts. */
function listeningIn(entries: Entry[]): Map<string, Listening> {
  const listening = new Map<string, Listening>();
  for (const entry of entries) {
    if (entry.kind === 'resync' || entry.kind === 'left') listening.delete(entry.conversationId);
    if (entry.kind === 'subscribed') {
      const { conversationId, from } = entry;
      const known = listening.get(conversationId) ?? { since: from, received: new Set<number>(), top: from };
      listening.set(conversationId, { ...known, since: Math.min(known.since, from) });
    }
    if (entry.kind !== 'deliver') continue;
    const known = listening.get(entry.conversationId);
    known?.received.add(entry.seq);
    if (known) known.top = Math.max(known.top, entry.seq);
  }
  return listening;
}

function notStored({ name, entries }: ClientRecord, known: Set<string>, events: Set<string>): Violation[] {
  return entries.flatMap((entry) => {
    if (entry.kind !== 'deliver') return [];
    const { conversationId, seq, messageId } = entry;
    const isStored = events.has(`${conversationId} ${seq}`) && (messageId === null || known.has(messageId));
    const what = `${conversationId} ${seq}: ${messageId ?? entry.event}`;
    return isStored ? [] : [{ kind: 'delivered-not-stored', client: name, what } as const];
  });
}

function differing({ name, transcript }: ClientRecord, published: Map<string, string[]>): Violation[] {
  if (!transcript) return [];
  const { conversationId, messageIds } = transcript;
  const wanted = published.get(conversationId) ?? [];
  const at = Math.max(wanted.length, messageIds.length);
  for (let i = 0; i < at; i++) {
    if (messageIds[i] === wanted[i]) continue;
    const what = `${conversationId}, line ${i + 1}: ${messageIds[i] ?? 'nothing'} where ${wanted[i] ?? 'nothing'} is stored`;
    return [{ kind: 'transcript-differs', client: name, what }];
  }
  return [];
}
