import { addToPast } from './author-past.ts';
import type { Db } from './connect.ts';
import type { EntryKey } from './library-hits.ts';
import { memoryOf, type RowMemory } from './memory.ts';
import type { AuthorColumns, MessageWithAuthor } from './messages.ts';
import type {
  AuditLogRow,
  ConversationRow,
  ConversationStateValue,
  MessageRow,
  PersonRow,
} from './schema.ts';
import { encodeCommit } from './sqlite/columns.ts';
import { writeThreadOf } from './sqlite/dialect.ts';

/** A message as it was decided on, and what goes with it in one transaction. */
export type CommitMessage = {
  /** `rightsNow` from before anything was read to decide by: a later change of rights decides anew. */
  rights: number;
  /** Who has never written is stored with the first message. null leaves the row as it is. */
  person:
    | { insert: PersonRow }
    | { update: Pick<PersonRow, 'id' | 'name' | 'address' | 'last_seen_at'> }
    | null;
  /** An existing conversation must still be as it was decided on. */
  conversation:
    | { insert: ConversationRow }
    | { id: string; state: ConversationStateValue; isPublished: boolean };
  /** A published one gets its seq at the commit. */
  message: MessageRow;
  /** Entries of the library that stopped or flagged it. */
  hits: EntryKey[];
  audit: Omit<AuditLogRow, 'id'> | null;
};

export type MessageCommitted =
  | { outcome: 'stored'; seq: number | null }
  /** Its author already sent this clientMessageId. */
  | { outcome: 'duplicate' }
  /** What it was decided by has changed: decide again. */
  | { outcome: 'stale' };

/** The message as it is stored, as it is remembered too: nobody changes it. */
type Committed =
  | Exclude<MessageCommitted, { outcome: 'stored' }>
  | { outcome: 'stored'; message: MessageWithAuthor };

/** Counts every change of what people may do on any site. */
export const rightsNow = (db: Db): number => writeThreadOf(db).rights;

/** Another number after every commit: what was read under the same number is still so. */
export const commitsSoFar = (db: Db): number => writeThreadOf(db).figures.commits;

/** Counts what may have had a message answered `stale`. */
export const upsetsNow = (db: Db): number => writeThreadOf(db).upsets;

/**
 * Commits a message; those of one moment share one synced transaction.
 * @throws when it could not be stored: nothing of it was
 */
export async function commitMessage(
  db: Db,
  commit: CommitMessage,
  author: AuthorColumns,
): Promise<Committed> {
  const committed = await writeThreadOf(db).unit('message', encodeCommit(commit));
  if (committed.outcome !== 'stored') return committed;
  const message = { ...commit.message, seq: committed.seq, ...author };
  remember(db, commit, message);
  return { outcome: 'stored', message };
}

function rememberPerson(memory: RowMemory, person: NonNullable<CommitMessage['person']>) {
  const { id, name, address, last_seen_at } = 'insert' in person ? person.insert : person.update;
  const [known] = memory.get<PersonRow[]>('person', id) ?? [];
  if (!known && 'insert' in person) return memory.put('person', id, [person.insert]);
  if (!known) return memory.forget('person', id);
  // Messages are remembered with their author's name.
  if (known.name !== name) memory.changed(['message']);
  memory.put('person', id, [{ ...known, name, address, last_seen_at }]);
}

/** Whether this author sent this a moment ago. false does not mean that they never did. */
export function wasSentLately(db: Db, authorId: string, clientMessageId: string): boolean {
  return memoryOf(db).get('sent', clientMessageId) === authorId;
}

/** What was just written is what is read next: by who tells it to everybody. */
function remember(db: Db, { conversation, person }: CommitMessage, message: MessageWithAuthor): void {
  const memory = memoryOf(db);
  const { seq } = message;
  if (person) rememberPerson(memory, person);
  addToPast(memory, message);
  memory.put('sent', message.client_message_id, message.author_id);
  memory.put('message', message.id, message);
  if ('insert' in conversation) return;
  if (seq === null) return;
  const known = memory.get<ConversationRow>('conversation', message.conversation_id);
  if (known && known.last_seq < seq) {
    memory.put('conversation', message.conversation_id, {
      ...known,
      last_seq: seq,
      last_activity_at: message.created_at,
    });
  }
  memory.put('conversation_event', `${message.conversation_id} ${seq}`, {
    conversation_id: message.conversation_id,
    seq,
    kind: 'message',
    message_id: message.id,
    created_at: message.created_at,
  });
}
