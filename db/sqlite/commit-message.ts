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
  if (commit.rights !== rights) return { outcome: 'stale' };
  const { message, conversation, person } = commit;
  const lastSeq = 'insert' in conversation ? 0 : lastSeqIfAsDecided(sql, conversation);
  if (lastSeq === null) return { outcome: 'stale' };
  // What a message refers to must be there before it, so whether it is new is looked up first.
  if (person || 'insert' in conversation) {
    if (sql.findSent.get(message.client_message_id, message.author_id)) return { outcome: 'duplicate' };
  }
  if (person) savePerson(sql, person);
  if ('insert' in conversation) sql.insertConversation.run(...values(CONVERSATION, conversation.insert));
  const seq = message.state === 'published' ? lastSeq + 1 : null;
  const { changes } = sql.insertMessage.run(...values(MESSAGE, { ...message, seq }));
  if (changes === 0) return { outcome: 'duplicate' };
  if (seq !== null) publish(sql, message, seq);
  for (const { kind, text } of commit.hits) {
    sql.countHit.run({ site: message.site_id, kind, text, at: message.created_at });
  }
  if (commit.audit) sql.insertAudit.run(commit.audit);
  return { outcome: 'stored', seq };
}

type Existing = Exclude<CommitMessage['conversation'], { insert: ConversationRow }>;

function lastSeqIfAsDecided(sql: Prepared, { id, state, isPublished }: Existing): number | null {
  const row = sql.findConversation.get(id);
  return row?.state === state && (row.published_at !== null) === isPublished ? row.last_seq : null;
}

/** Two first messages at once are of one person. */
function savePerson(sql: Prepared, person: NonNullable<CommitMessage['person']>): void {
  if ('insert' in person) sql.insertPerson.run(...values(PERSON, person.insert));
  else sql.updatePerson.run(person.update);
}

function publish(sql: Prepared, { id, conversation_id, created_at }: MessageRow, seq: number): void {
  sql.setSeq.run(seq, created_at, conversation_id);
  sql.insertEvent.run(conversation_id, seq, id, created_at);
}

type Prepared = ReturnType<typeof prepare>;

function prepare(connection: Connection) {
  return {
    findSent: connection.prepare('select 1 from message where client_message_id = ? and author_id = ?'),
    findConversation: connection.prepare<
      [string],
      Pick<ConversationRow, 'state' | 'published_at' | 'last_seq'>
    >('select state, published_at, last_seq from conversation where id = ?'),
    insertPerson: connection.prepare(`${insertInto('person', PERSON)} on conflict (id) do nothing`),
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

function columns<Row>(names: (keyof Row & string)[]): (keyof Row & string)[] {
  return names;
}

function insertInto(table: string, names: string[]): string {
  return `insert into ${table} (${names.join(', ')}) values (${names.map(() => '?').join(', ')})`;
}

/** By position: binding by name costs as much as the insertion. */
function values<Row>(names: (keyof Row & string)[], row: Row): unknown[] {
  return names.map((name) => row[name]);
}
