import type { MessageState } from '../../server/protocol/frames.ts';
import type { Violation } from './checker.ts';
import type { ClientRecord, Entry, Seen, Stored, StoredMessage } from './history.ts';

/**
 * What only an author and moderators may see reached nobody else: no message that was never published, and no
 * text of one that is shown as hidden or removed. Texts of such messages are to be unmistakable.
 */
export function checkLeaks(records: ClientRecord[], { messages }: Stored): Violation[] {
  const unpublished = messages.filter(({ seq }) => seq === null);
  return records.filter(({ mayModerate }) => !mayModerate).flatMap((record) => leaksTo(record, unpublished));
}

function leaksTo({ name, personId, entries }: ClientRecord, unpublished: StoredMessage[]): Violation[] {
  const others = unpublished.filter(({ authorId }) => authorId !== personId);
  const ids = new Set(others.map(({ id }) => id));
  const texts = others.map(({ text }) => text);
  const own = new Set(entries.flatMap((entry) => (entry.kind === 'ok' ? [entry.messageId] : [])));
  return entries.flatMap((entry) => {
    const what = leakIn(entry, { ids, texts, own });
    return what === null ? [] : [{ kind: 'leak', client: name, what } as const];
  });
}

type Secret = { ids: Set<string>; texts: string[]; own: Set<string> };

function leakIn(entry: Entry, { ids, texts, own }: Secret): string | null {
  if (entry.kind === 'glimpse') return texts.find((text) => entry.text.includes(text)) ?? null;
  if (entry.kind !== 'deliver' && entry.kind !== 'private') return null;
  if (entry.messageId === null) return null;
  if (ids.has(entry.messageId)) return `${entry.messageId}: never published`;
  return saysTooMuch(entry) && !own.has(entry.messageId)
    ? `${entry.messageId}: ${entry.state} with its text`
    : null;
}

const WITHOUT_TEXT: MessageState[] = ['held', 'rejected', 'hidden', 'removed'];

const saysTooMuch = ({ state, text }: Seen): boolean => text !== null && WITHOUT_TEXT.includes(state);
