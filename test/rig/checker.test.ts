import { describe, expect, test } from 'vitest';
import { check, type ViolationKind } from './checker.ts';
import type { ClientRecord, Entry, Happening, Stored, StoredMessage } from './history.ts';

const C = 'conversation';

describe('the checker', () => {
  test('[RIG1] finds nothing in a good run', () => {
    const { records, stored } = goodRun();
    expect(check(records, stored)).toEqual([]);
  });

  const broken: [ViolationKind, (run: Run) => void][] = [
    ['acknowledged-not-stored', ({ stored }) => drop(stored.messages, ({ id }) => id === 'm2')],
    ['acknowledged-twice', ({ bob }) => bob.entries.push(entry(20, ok('c2', 'm9', 2)))],
    ['never-answered', ({ bob }) => bob.entries.push(entry(20, invoke('c9', 'nine')))],
    ['refused-but-stored', ({ stored }) => stored.messages.push(row('m9', 'bob', 'c5', null, 'refused'))],
    ['stored-twice', ({ stored }) => stored.messages.push(row('m9', 'bob', 'c2', null))],
    ['text-changed', ({ stored }) => (stored.messages[1]!.text = 'another')],
    ['seq-changed', ({ bob }) => bob.entries.push(entry(20, ok('c2', 'm2', 5)))],
    ['hole', ({ stored }) => stored.events.push({ ...stored.events[1]!, seq: 9 })],
    ['hole', ({ stored }) => stored.events.push({ ...stored.events[1]! })],
    ['hole', ({ stored }) => (stored.events[1]!.messageId = 'm9')],
    ['inversion', ({ cleo }) => cleo.entries.push(entry(20, deliver('m2', 2, 'two')))],
    ['inversion', ({ bob }) => (bob.entries.find(({ kind }) => kind === 'invoke')!.at = 15)],
    [
      'gap-without-resync',
      ({ cleo }) => drop(cleo.entries, (one) => one.kind === 'deliver' && one.seq === 2),
    ],
    [
      'published-not-delivered',
      ({ cleo }) => drop(cleo.entries, (one) => one.kind === 'deliver' && one.seq > 1),
    ],
    ['delivered-not-stored', ({ cleo }) => cleo.entries.push(entry(20, deliver('m9', 9, 'nine')))],
    ['leak', ({ stored }) => Object.assign(stored.messages[2]!, { state: 'held', seq: null })],
    ['leak', ({ cleo }) => cleo.entries.push(entry(20, { kind: 'glimpse', text: 'he wrote: held words' }))],
    ['leak', ({ cleo }) => cleo.entries.push(entry(20, changed('m1', 'hidden', 'one')))],
    ['leak', ({ cleo }) => cleo.entries.push(entry(20, shown('held', 'held words')))],
    ['transcript-differs', ({ cleo }) => cleo.transcript!.messageIds.reverse()],
    ['transcript-differs', ({ cleo }) => cleo.transcript!.messageIds.pop()],
    ['integrity', ({ stored }) => (stored.integrity = 'row 3 missing from index')],
  ];
  test.each(broken)('[RIG2] finds %s', (kind, breakIt) => {
    const run = goodRun();
    breakIt(run);
    expect(check(run.records, run.stored).map((violation) => violation.kind)).toContain(kind);
  });

  const allowed: [string, (run: Run) => void][] = [
    ['the same acknowledgement again', ({ bob }) => bob.entries.push(entry(20, ok('c2', 'm2', 2)))],
    [
      'a gap that a resync announced',
      ({ cleo }) => {
        drop(cleo.entries, (one) => one.kind === 'deliver' && one.seq === 2);
        cleo.entries.push(entry(20, { kind: 'resync', conversationId: C }));
      },
    ],
    [
      'what was missed while away, read again as history',
      ({ cleo }) => {
        drop(cleo.entries, (one) => one.kind === 'deliver' && one.seq > 1);
        cleo.entries.push(entry(20, { kind: 'closed', code: 1006 }), entry(21, { kind: 'opened' }));
        cleo.entries.push(entry(22, { kind: 'subscribed', conversationId: C, from: 1, position: 4 }));
        cleo.entries.push(entry(23, { ...deliver('m2', 2, 'two'), live: false }));
        cleo.entries.push(entry(24, { ...deliver('m3', 3, 'three'), live: false }));
        cleo.entries.push(entry(25, { ...changed('m1', 'hidden', null), live: false }));
      },
    ],
    [
      'a moderator sees what is held',
      ({ mona }) => mona.entries.push(entry(20, shown('held', 'held words'))),
    ],
    ['its author sees what is held', ({ bob }) => bob.entries.push(entry(20, shown('held', 'held words')))],
  ];
  test.each(allowed)('[RIG3] has nothing against %s', (_, happen) => {
    const run = goodRun();
    happen(run);
    expect(check(run.records, run.stored)).toEqual([]);
  });
});

type Run = Record<'bob' | 'cleo' | 'mona', ClientRecord> & { records: ClientRecord[]; stored: Stored };

/** Bob writes four messages, the last of them held; Cleo reads, Mona moderates: the first one is hidden. */
function goodRun(): Run {
  const listening = () => [
    entry(1, { kind: 'opened' }),
    entry(2, { kind: 'subscribed', conversationId: C, from: 0, position: 1 }),
    entry(3, { ...deliver('m1', 1, 'one'), live: false }),
  ];
  const live = () => [
    entry(10, deliver('m2', 2, 'two')),
    entry(14, deliver('m3', 3, 'three')),
    entry(19, changed('m1', 'hidden', null)),
  ];
  const written = [
    entry(1, invoke('c1', 'one')),
    entry(2, ok('c1', 'm1', 1)),
    entry(8, invoke('c2', 'two')),
    entry(9, { kind: 'unknown', clientMessageId: 'c2' } as const),
    entry(10, ok('c2', 'm2', 2)),
    entry(12, invoke('c3', 'three')),
    entry(13, ok('c3', 'm3', 3)),
    entry(15, invoke('c4', 'held words')),
    entry(16, { ...ok('c4', 'held', null), state: 'held' } as const),
    entry(17, invoke('c5', 'refused')),
    entry(18, { kind: 'fail', clientMessageId: 'c5', code: 'too-many' } as const),
  ];
  const bob = person('bob', [...listening(), ...written, ...live()]);
  const cleo = person('cleo', [...listening(), ...live()]);
  const mona = { ...person('mona', [...listening(), ...live()]), mayModerate: true };
  const messages = [
    { ...row('m1', 'bob', 'c1', 1, 'one'), state: 'hidden' as const },
    row('m2', 'bob', 'c2', 2, 'two'),
    row('m3', 'bob', 'c3', 3, 'three'),
    { ...row('held', 'bob', 'c4', null, 'held words'), state: 'held' as const },
  ];
  const events: Stored['events'] = ['m1', 'm2', 'm3'].map((messageId, index) => {
    return { conversationId: C, seq: index + 1, kind: 'message', messageId };
  });
  events.push({ conversationId: C, seq: 4, kind: 'message-changed', messageId: 'm1' });
  return { bob, cleo, mona, records: [bob, cleo, mona], stored: { messages, events, integrity: 'ok' } };
}

function person(name: string, entries: Entry[]): ClientRecord {
  const transcript = { conversationId: C, messageIds: ['m1', 'm2', 'm3'] };
  return { name, personId: name, mayModerate: false, entries, transcript };
}

function row(id: string, authorId: string, intent: string, seq: number | null, text = ''): StoredMessage {
  return { id, conversationId: C, authorId, clientMessageId: intent, state: 'published', seq, text };
}

const entry = (at: number, happening: Happening): Entry => ({ at, ...happening });
const invoke = (clientMessageId: string, text: string) =>
  ({ kind: 'invoke', clientMessageId, conversationId: C, text }) as const;
const ok = (clientMessageId: string, messageId: string, seq: number | null) =>
  ({
    kind: 'ok',
    clientMessageId,
    messageId,
    conversationId: C,
    seq,
    state: 'published',
    text: null,
  }) as const;
const deliver = (messageId: string, seq: number, text: string) =>
  ({
    kind: 'deliver',
    event: 'message',
    live: true,
    messageId,
    conversationId: C,
    seq,
    state: 'published',
    text,
  }) as const;
const changed = (messageId: string, state: 'hidden', text: string | null) =>
  ({
    kind: 'deliver',
    event: 'message-changed',
    live: true,
    messageId,
    conversationId: C,
    seq: 4,
    state,
    text,
  }) as const;
const shown = (messageId: string, text: string) =>
  ({ kind: 'private', messageId, conversationId: C, seq: null, state: 'held', text }) as const;

function drop<T>(all: T[], isGone: (one: T) => boolean): void {
  all.splice(0, all.length, ...all.filter((one) => !isGone(one)));
}
