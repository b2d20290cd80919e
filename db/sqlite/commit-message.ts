import type { CommitMessage, MessageCommitted } from '../commit-message.ts';
import type { ConversationRow, MessageRow, PersonRow } from '../schema.ts';
import type { Connection } from './open.ts';

const PERSON = columns<PersonRow>([
  'id',
  'site_id',
  'role',
  'name',
  'account_id',
  'address',
  'trusted',
  'created_at',
  'last_seen_at',
]);
const CONVERSATION = columns<ConversationRow>([
  'id',
  'site_id',
  'state',
  'state_before_delete',
  'author_id',
  'page_url',
  'page_key',
  'page_title',
  'product_name',
  'image_url',
  'created_at',
  'published_at',
  'last_activity_at',
  'last_seq',
  'deleted_at',
  'deleted_by',
]);
const MESSAGE = columns<MessageRow>([
  'id',
  'site_id',
  'conversation_id',
  'author_id',
  'client_message_id',
  'state',
  'seq',
  'is_question',
  'body',
  'reasons',
  'library_version',
  'state_reason',
  'address',
  'created_at',
  'published_at',
]);

/** Stores one message with everything that goes with it. Looks first and writes afterwards: it is done whole or not at all. */
export function commitMessageUnit(connection: Connection) {
  let prepared: Prepared | null = null;
  return (commit: CommitMessage, rights = 0): MessageCommitted => {
    // The tables are there by the first message, not by the first start.
    prepared ??= prepare(connection);
    return store(prepared, commit, rights);
  };
}

function store(sql: Prepared, commit: CommitMessage, rights: number): MessageCommitted {
  const { message, conversation, person } = commit;
  if (sql.findSent.get(message.author_id, message.client_message_id)) return { outcome: 'duplicate' };
  if (commit.rights !== rights || !isAsDecided(sql, conversation)) return { outcome: 'stale' };
  if (person && 'insert' in person) sql.insertPerson.run(person.insert);
  else if (person) sql.updatePerson.run(person.update);
  if ('insert' in conversation) sql.insertConversation.run(conversation.insert);
  const seq = message.state === 'published' ? publish(sql, message) : null;
  sql.insertMessage.run({ ...message, seq });
  for (const { kind, text } of commit.hits) {
    sql.countHit.run({ site: message.site_id, kind, text, at: message.created_at });
  }
  if (commit.audit) sql.insertAudit.run(commit.audit);
  return { outcome: 'stored', seq };
}

function isAsDecided(sql: Prepared, conversation: CommitMessage['conversation']): boolean {
  if ('insert' in conversation) return true;
  const row = sql.findConversation.get(conversation.id);
  return row?.state === conversation.state && (row.published_at !== null) === conversation.isPublished;
}

function publish(sql: Prepared, { id, conversation_id, created_at }: MessageRow): number {
  const { last_seq: seq } = sql.nextSeq.get(created_at, conversation_id)!;
  sql.insertEvent.run(conversation_id, seq, id, created_at);
  return seq;
}

type Prepared = ReturnType<typeof prepare>;

function prepare(connection: Connection) {
  return {
    findSent: connection.prepare('select 1 from message where author_id = ? and client_message_id = ?'),
    findConversation: connection.prepare<[string], Pick<ConversationRow, 'state' | 'published_at'>>(
      'select state, published_at from conversation where id = ?',
    ),
    insertPerson: connection.prepare(insertInto('person', PERSON)),
    updatePerson: connection.prepare(
      'update person set name = @name, address = @address, last_seen_at = @last_seen_at where id = @id',
    ),
    insertConversation: connection.prepare(insertInto('conversation', CONVERSATION)),
    nextSeq: connection.prepare<[number, string], { last_seq: number }>(
      'update conversation set last_seq = last_seq + 1, last_activity_at = ? where id = ? returning last_seq',
    ),
    insertEvent: connection.prepare(
      `insert into conversation_event (conversation_id, seq, kind, message_id, created_at) values (?, ?, 'message', ?, ?)`,
    ),
    insertMessage: connection.prepare(insertInto('message', MESSAGE)),
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

function columns<Row>(names: (keyof Row & string)[]): string[] {
  return names;
}

function insertInto(table: string, names: string[]): string {
  return `insert into ${table} (${names.join(', ')}) values (${names.map((name) => `@${name}`).join(', ')})`;
}
