import type { CommitMessage, MessageCommitted } from '../commit-message.ts';
import type { ConversationRow, MessageRow } from '../schema.ts';
import { CONVERSATION, type EncodedCommit, MESSAGE, PERSON, values } from './columns.ts';
import type { Connection } from './open.ts';

/** Where each column of a message stands. */
const AT = Object.fromEntries(MESSAGE.map((name, at) => [name, at])) as Record<keyof MessageRow, number>;

/** Conversations in which this transaction published something, as its messages leave them. */
type Grown = Map<string, { state: string; isPublished: boolean; lastSeq: number; at: unknown }>;

/**
 * Stores one message with everything that goes with it. Looks first and writes afterwards: it is done whole or
 * not at all. What many messages change of one conversation is written once, by `settle`: before anything else
 * of the transaction, and before its end.
 */
export function commitMessageUnit(connection: Connection) {
  let prepared: Prepared | null = null;
  const grown: Grown = new Map();
  return {
    run(encoded: string, rights = 0): MessageCommitted {
      // The tables are there by the first message, not by the first start.
      prepared ??= prepare(connection);
      return store(prepared, grown, JSON.parse(encoded) as EncodedCommit, rights);
    },
    settle(): void {
      for (const [id, { lastSeq, at }] of grown) prepared?.setSeq.run(lastSeq, at, id);
      grown.clear();
    },
    /** The transaction was taken back. */
    forget: () => grown.clear(),
  };
}

function store(sql: Prepared, grown: Grown, commit: EncodedCommit, rights: number): MessageCommitted {
  if (commit.rights !== rights) return { outcome: 'stale' };
  const { message: columns, conversation, person } = commit;
  const lastSeq = 'insert' in conversation ? 0 : lastSeqIfAsDecided(sql, grown, conversation);
  if (lastSeq === null) return { outcome: 'stale' };
  // What a message refers to must be there before it, so whether it is new is looked up first.
  if (person || 'insert' in conversation) {
    if (sql.findSent.get(columns[AT.client_message_id], columns[AT.author_id]))
      return { outcome: 'duplicate' };
  }
  if (person) savePerson(sql, person);
  if ('insert' in conversation) sql.insertConversation.run(...values(CONVERSATION, conversation.insert));
  const seq = columns[AT.state] === 'published' ? lastSeq + 1 : null;
  columns[AT.seq] = seq;
  const { changes } = sql.insertMessage.run(columns);
  if (changes === 0) return { outcome: 'duplicate' };
  if (seq !== null) publish(sql, columns, seq);
  if (seq !== null) grow(grown, commit, seq);
  for (const { kind, text } of commit.hits) {
    sql.countHit.run({ site: columns[AT.site_id], kind, text, at: columns[AT.created_at] });
  }
  if (commit.audit) sql.insertAudit.run(commit.audit);
  return { outcome: 'stored', seq };
}

type Existing = Exclude<CommitMessage['conversation'], { insert: ConversationRow }>;

function lastSeqIfAsDecided(
  sql: Prepared,
  grown: Grown,
  { id, state, isPublished }: Existing,
): number | null {
  const known = grown.get(id);
  if (known) return known.state === state && known.isPublished === isPublished ? known.lastSeq : null;
  const row = sql.findConversation.get(id);
  return row?.state === state && (row.published_at !== null) === isPublished ? row.last_seq : null;
}

/** Two first messages at once are of one person, who has the name of the second. */
function savePerson(sql: Prepared, person: NonNullable<CommitMessage['person']>): void {
  if ('insert' in person) sql.insertPerson.run(...values(PERSON, person.insert));
  else sql.updatePerson.run(person.update);
}

function publish(sql: Prepared, columns: unknown[], seq: number): void {
  const [conversationId, at] = [columns[AT.conversation_id], columns[AT.created_at]];
  sql.insertEvent.run(conversationId, seq, columns[AT.id], at);
}

function grow(grown: Grown, { conversation, message: columns }: EncodedCommit, lastSeq: number): void {
  const { state, isPublished } =
    'insert' in conversation
      ? { state: conversation.insert.state, isPublished: conversation.insert.published_at !== null }
      : conversation;
  grown.set(columns[AT.conversation_id] as string, {
    state,
    isPublished,
    lastSeq,
    at: columns[AT.created_at],
  });
}

type Prepared = ReturnType<typeof prepare>;

function prepare(connection: Connection) {
  return {
    findSent: connection.prepare('select 1 from message where client_message_id = ? and author_id = ?'),
    findConversation: connection.prepare<
      [string],
      Pick<ConversationRow, 'state' | 'published_at' | 'last_seq'>
    >('select state, published_at, last_seq from conversation where id = ?'),
    insertPerson: connection.prepare(
      `${insertInto('person', PERSON)} on conflict (id) do update
       set name = excluded.name, address = excluded.address, last_seen_at = excluded.last_seen_at`,
    ),
    updatePerson: connection.prepare(
      'update person set name = @name, address = @address, last_seen_at = @last_seen_at where id = @id',
    ),
    insertConversation: connection.prepare(insertInto('conversation', CONVERSATION)),
    setSeq: connection.prepare('update conversation set last_seq = ?, last_activity_at = ? where id = ?'),
    insertEvent: connection.prepare(
      `insert into conversation_event (conversation_id, seq, kind, message_id, created_at) values (?, ?, 'message', ?, ?)`,
    ),
    insertMessage: connection.prepare(
      `${insertInto('message', MESSAGE)} on conflict (client_message_id, author_id) do nothing`,
    ),
    /** In force, and as it is being written for the next version. */
    countHit: connection.prepare(
      `update library_entry set hits = hits + 1, last_hit_at = @at
       where site_id = @site and kind = @kind and text = @text and (until_version is null
         or until_version > (select library_version from site where id = @site))`,
    ),
    insertAudit: connection.prepare(
      `insert into audit_log (site_id, actor_id, act, target_kind, target_id, reason, details, created_at)
       values (@site_id, @actor_id, @act, @target_kind, @target_id, @reason, @details, @created_at)`,
    ),
  };
}

function insertInto(table: string, names: string[]): string {
  return `insert into ${table} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`;
}
