import type { CommitMessage, MessageCommitted } from '../commit-message.ts';
import { type InsertedMessage, MessageSums } from '../message-sums.ts';
import type { ConversationRow, MessageRow } from '../schema.ts';
import { CONVERSATION, type EncodedCommit, MESSAGE, PERSON, values } from './columns.ts';
import type { Connection } from './open.ts';
import { createStatements } from './statements.ts';

/** Where each column of a message stands. */
const AT = Object.fromEntries(MESSAGE.map((name, at) => [name, at])) as Record<keyof MessageRow, number>;

/** A conversation as this transaction found it, or made it, and as its messages leave it. */
type Known = { state: string; isPublished: boolean; askerId: string; lastSeq: number };

/**
 * Stores one message with everything that goes with it. Looks first and writes afterwards: it is done whole or
 * not at all. What many messages change of one conversation is written once, by `settle`: before anything else
 * of the transaction, and before its end.
 */
export function commitMessageUnit(connection: Connection) {
  const statements = createStatements(connection);
  let unit: Unit | null = null;
  return {
    run(encoded: string, rights = 0): MessageCommitted {
      // The tables are there by the first message, not by the first start.
      unit ??= { sql: prepare(connection), known: new Map(), sums: new MessageSums() };
      return store(unit, JSON.parse(encoded) as EncodedCommit, rights);
    },
    settle(): void {
      if (!unit) return;
      for (const [sql, parameters] of unit.sums.take()) statements.run(sql, parameters);
      unit.known.clear();
    },
    /** The transaction was taken back. */
    forget(): void {
      unit?.sums.forget();
      unit?.known.clear();
    },
  };
}

type Unit = { sql: Prepared; known: Map<string, Known>; sums: MessageSums };

function store({ sql, known, sums }: Unit, commit: EncodedCommit, rights: number): MessageCommitted {
  if (commit.rights !== rights) return { outcome: 'stale' };
  const { message: columns, conversation, person } = commit;
  const id = columns[AT.conversation_id] as string;
  const place = 'insert' in conversation ? madeOf(conversation.insert) : asDecided(sql, known, conversation);
  if (!place) return { outcome: 'stale' };
  // What a message refers to must be there before it, so whether it is new is looked up first.
  if (person || 'insert' in conversation) {
    if (sql.findSent.get(columns[AT.client_message_id], columns[AT.author_id]))
      return { outcome: 'duplicate' };
  }
  if (person) savePerson(sql, person);
  if ('insert' in conversation) sql.insertConversation.run(...values(CONVERSATION, conversation.insert));
  known.set(id, place);
  const seq = columns[AT.state] === 'published' ? place.lastSeq + 1 : null;
  columns[AT.seq] = seq;
  const { changes } = sql.insertMessage.run(columns);
  if (changes === 0) return { outcome: 'duplicate' };
  if (seq !== null) publish(sql, columns, seq);
  if (seq !== null) place.lastSeq = seq;
  sums.count(rowOf(columns), place, seq);
  for (const { kind, text } of commit.hits) {
    sql.countHit.run({ site: columns[AT.site_id], kind, text, at: columns[AT.created_at] });
  }
  if (commit.audit) sql.insertAudit.run(commit.audit);
  return { outcome: 'stored', seq };
}

type Found = Pick<ConversationRow, 'state' | 'published_at' | 'author_id'>;

const madeOf = ({ state, published_at, author_id }: Found): Known => ({
  state,
  isPublished: published_at !== null,
  askerId: author_id,
  lastSeq: 0,
});

type Existing = Exclude<CommitMessage['conversation'], { insert: ConversationRow }>;

function asDecided(sql: Prepared, known: Map<string, Known>, decided: Existing): Known | null {
  const place = known.get(decided.id) ?? find(sql, decided.id);
  return place?.state === decided.state && place.isPublished === decided.isPublished ? place : null;
}

function find(sql: Prepared, id: string): Known | null {
  const row = sql.findConversation.get(id);
  return row ? { ...madeOf(row), lastSeq: row.last_seq } : null;
}

/** Two first messages at once are of one person, who has the name of the second. */
function savePerson(sql: Prepared, person: NonNullable<CommitMessage['person']>): void {
  if ('insert' in person) sql.insertPerson.run(...values(PERSON, person.insert));
  else sql.updatePerson.run(person.update);
}

const at = <Name extends keyof MessageRow>(columns: unknown[], name: Name) =>
  columns[AT[name]] as MessageRow[Name];

function rowOf(columns: unknown[]): InsertedMessage {
  return {
    id: at(columns, 'id'),
    site_id: at(columns, 'site_id'),
    conversation_id: at(columns, 'conversation_id'),
    author_id: at(columns, 'author_id'),
    state: at(columns, 'state'),
    is_question: at(columns, 'is_question'),
    created_at: at(columns, 'created_at'),
    published_at: at(columns, 'published_at'),
  };
}

function publish(sql: Prepared, columns: unknown[], seq: number): void {
  const [conversationId, at] = [columns[AT.conversation_id], columns[AT.created_at]];
  sql.insertEvent.run(conversationId, seq, columns[AT.id], at);
}

type Prepared = ReturnType<typeof prepare>;

function prepare(connection: Connection) {
  return {
    findSent: connection.prepare('select 1 from message where client_message_id = ? and author_id = ?'),
    findConversation: connection.prepare<
      [string],
      Pick<ConversationRow, 'state' | 'published_at' | 'author_id' | 'last_seq'>
    >('select state, published_at, author_id, last_seq from conversation where id = ?'),
    insertPerson: connection.prepare(
      `${insertInto('person', PERSON)} on conflict (id) do update
       set name = excluded.name, address = excluded.address, last_seen_at = excluded.last_seen_at`,
    ),
    updatePerson: connection.prepare(
      'update person set name = @name, address = @address, last_seen_at = @last_seen_at where id = @id',
    ),
    insertConversation: connection.prepare(insertInto('conversation', CONVERSATION)),
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
