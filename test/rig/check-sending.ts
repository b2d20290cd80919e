import type { Violation } from './checker.ts';
import type { ClientRecord, Entry, Stored, StoredMessage } from './history.ts';

type Of<Kind extends Entry['kind']> = Extract<Entry, { kind: Kind }>;

/** What was written: answered in the end, stored once, as it was written, and as it was acknowledged. */
export function checkSending(records: ClientRecord[], stored: Stored): Violation[] {
  const byIntent = groupBy(stored.messages, intentOf);
  return [
    ...storedTwice(byIntent),
    ...records.flatMap((record) => [
      ...neverAnswered(record),
      ...acknowledgedTwice(record),
      ...acknowledgements(record, byIntent),
      ...refusedButStored(record, byIntent),
      ...changedTexts(record, byIntent),
    ]),
  ];
}

/** One intent is one author's clientMessageId. */
const intentOf = ({ authorId, clientMessageId }: StoredMessage) => `${authorId} ${clientMessageId}`;

function storedTwice(byIntent: Map<string, StoredMessage[]>): Violation[] {
  return [...byIntent]
    .filter(([, rows]) => rows.length > 1)
    .map(([intent, rows]) => ({
      kind: 'stored-twice',
      client: null,
      what: `${intent}: ${rows.map(({ id }) => id).join(', ')}`,
    }));
}

/** Every intent ends acknowledged or refused: `unknown` alone means that nobody asked again. */
function neverAnswered({ name, entries }: ClientRecord): Violation[] {
  const answered = new Set(
    entries.flatMap((entry) => (entry.kind === 'ok' || entry.kind === 'fail' ? [entry.clientMessageId] : [])),
  );
  return of(entries, 'invoke')
    .filter(({ clientMessageId }) => !answered.has(clientMessageId))
    .map(({ clientMessageId }) => ({ kind: 'never-answered', client: name, what: clientMessageId }));
}

/** The same intent acknowledged again names the same message. */
function acknowledgedTwice({ name, entries }: ClientRecord): Violation[] {
  const first = new Map<string, string>();
  return of(entries, 'ok').flatMap(({ clientMessageId, messageId }) => {
    const known = first.get(clientMessageId) ?? messageId;
    first.set(clientMessageId, known);
    const what = `${clientMessageId}: ${known}, then ${messageId}`;
    return known === messageId ? [] : [{ kind: 'acknowledged-twice', client: name, what } as const];
  });
}

function acknowledgements(record: ClientRecord, byIntent: Map<string, StoredMessage[]>): Violation[] {
  return of(record.entries, 'ok')
    .filter(({ clientMessageId, messageId }) => {
      const rows = byIntent.get(`${record.personId} ${clientMessageId}`) ?? [];
      return !rows.some(({ id }) => id === messageId);
    })
    .map(({ clientMessageId, messageId }) => ({
      kind: 'acknowledged-not-stored',
      client: record.name,
      what: `${clientMessageId} as ${messageId}`,
    }));
}

/** Whoever was only ever told no must be able to believe it; `conflict` says that it is stored. */
function refusedButStored(record: ClientRecord, byIntent: Map<string, StoredMessage[]>): Violation[] {
  const accepted = new Set(of(record.entries, 'ok').map(({ clientMessageId }) => clientMessageId));
  return of(record.entries, 'fail')
    .filter(({ clientMessageId, code }) => code !== 'conflict' && !accepted.has(clientMessageId))
    .filter(({ clientMessageId }) => byIntent.has(`${record.personId} ${clientMessageId}`))
    .map(({ clientMessageId, code }) => ({
      kind: 'refused-but-stored',
      client: record.name,
      what: `${clientMessageId}: ${code}`,
    }));
}

/** The first text written under an id is the one kept. */
function changedTexts(record: ClientRecord, byIntent: Map<string, StoredMessage[]>): Violation[] {
  const first = new Map<string, string>();
  for (const { clientMessageId, text } of of(record.entries, 'invoke')) {
    if (!first.has(clientMessageId)) first.set(clientMessageId, text);
  }
  return [...first].flatMap(([clientMessageId, text]) => {
    const rows = byIntent.get(`${record.personId} ${clientMessageId}`) ?? [];
    return rows
      .filter((row) => row.text !== text)
      .map((row) => ({ kind: 'text-changed', client: record.name, what: `${row.id}: ${row.text}` }) as const);
  });
}

function of<Kind extends Entry['kind']>(entries: Entry[], kind: Kind): Of<Kind>[] {
  return entries.filter((entry): entry is Of<Kind> => entry.kind === kind);
}

function groupBy<T>(all: T[], keyOf: (one: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const one of all) {
    const key = keyOf(one);
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return groups;
}
