import type { Violation } from './checker.ts';
import type { ClientRecord, Entry, Stored } from './history.ts';

/** One order for everybody: numbers without holes, never given twice, never going back. */
export function checkOrder(records: ClientRecord[], stored: Stored): Violation[] {
  return [
    ...holes(stored),
    ...seqOfRows(stored),
    ...changedSeqs(records, stored),
    ...records.flatMap(backwards),
    ...overtaken(records),
  ];
}

/** The events of each conversation are numbered 1, 2, 3 …, each number once. */
function holes({ events }: Stored): Violation[] {
  const seqs = new Map<string, number[]>();
  for (const { conversationId, seq } of events) {
    const known = seqs.get(conversationId);
    if (known) known.push(seq);
    else seqs.set(conversationId, [seq]);
  }
  return [...seqs].flatMap(([conversationId, all]) => {
    all.sort((a, b) => a - b);
    const wrong = all.findIndex((seq, index) => seq !== index + 1);
    if (wrong < 0) return [];
    const what = `${conversationId}: ${all[wrong]} where ${wrong + 1} is due`;
    return [{ kind: 'hole', client: null, what } as const];
  });
}

/** A message that has a number has the event of that number. */
function seqOfRows({ messages, events }: Stored): Violation[] {
  const shown = new Set(
    events
      .filter(({ kind }) => kind === 'message')
      .map(({ conversationId, seq, messageId }) => `${conversationId} ${seq} ${messageId}`),
  );
  return messages
    .filter(({ id, conversationId, seq }) => seq !== null && !shown.has(`${conversationId} ${seq} ${id}`))
    .map(({ id, seq }) => ({ kind: 'hole', client: null, what: `${id}: no event ${seq} shows it` }));
}

/** The number a message was seen under, by anybody at any time, is the one it has. */
function changedSeqs(records: ClientRecord[], { messages }: Stored): Violation[] {
  const seqOf = new Map(messages.map(({ id, seq }) => [id, seq]));
  return records.flatMap(({ name, entries }) =>
    entries.flatMap((entry) => {
      const seen = firstShown(entry);
      const kept = seen && seqOf.get(seen.messageId);
      if (!seen || kept === undefined || kept === seen.seq) return [];
      const what = `${seen.messageId}: seen as ${seen.seq}, stored as ${kept}`;
      return [{ kind: 'seq-changed', client: name, what } as const];
    }),
  );
}

function firstShown(entry: Entry): { messageId: string; seq: number } | null {
  if (entry.kind === 'deliver' && entry.event !== 'message') return null;
  if (entry.kind !== 'ok' && entry.kind !== 'deliver') return null;
  const { messageId, seq } = entry;
  return messageId === null || seq === null ? null : { messageId, seq };
}

/** Live events of one connection only ever go up. */
function backwards({ name, entries }: ClientRecord): Violation[] {
  const positions = new Map<string, number>();
  return entries.flatMap((entry) => {
    if (entry.kind === 'opened') positions.clear();
    if (entry.kind === 'subscribed') positions.set(entry.conversationId, entry.position);
    if (entry.kind !== 'deliver' || !entry.live) return [];
    const before = positions.get(entry.conversationId) ?? 0;
    positions.set(entry.conversationId, Math.max(before, entry.seq));
    if (entry.seq > before) return [];
    const what = `${entry.conversationId}: ${entry.seq} after ${before}`;
    return [{ kind: 'inversion', client: name, what } as const];
  });
}

/** Who writes after somebody else was answered comes after them. */
function overtaken(records: ClientRecord[]): Violation[] {
  const invokedAt = new Map<string, number>();
  const answered: { client: string; conversationId: string; seq: number; invoked: number; at: number }[] = [];
  for (const { name, entries } of records) {
    for (const entry of entries) {
      if (entry.kind === 'invoke') invokedAt.set(`${name} ${entry.clientMessageId}`, entry.at);
      if (entry.kind !== 'ok' || entry.seq === null || entry.state !== 'published') continue;
      const { conversationId, seq, at } = entry;
      const invoked = invokedAt.get(`${name} ${entry.clientMessageId}`);
      if (invoked !== undefined) answered.push({ client: name, conversationId, seq, invoked, at });
    }
  }
  return late(answered.sort((a, b) => a.invoked - b.invoked));
}

type Answered = { client: string; conversationId: string; seq: number; invoked: number; at: number };

/** Goes through the intents by the time they were written, beside the answers by the time they came. */
function late(byInvoked: Answered[]): Violation[] {
  const byAnswer = [...byInvoked].sort((a, b) => a.at - b.at);
  const highest = new Map<string, number>();
  let next = 0;
  return byInvoked.flatMap(({ client, conversationId, seq, invoked }) => {
    for (; next < byAnswer.length && byAnswer[next]!.at < invoked; next++) {
      const earlier = byAnswer[next]!;
      const known = highest.get(earlier.conversationId) ?? 0;
      highest.set(earlier.conversationId, Math.max(known, earlier.seq));
    }
    const before = highest.get(conversationId) ?? 0;
    if (seq >= before) return [];
    const what = `${conversationId}: ${seq} was written after ${before} was answered`;
    return [{ kind: 'inversion', client, what } as const];
  });
}
