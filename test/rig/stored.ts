import { join } from 'node:path';
import BetterSqlite3 from 'better-sqlite3';
import type { ConversationEventRow, MessageRow } from '../../db/schema.ts';
import type { Stored } from './history.ts';

/** What a data folder holds, read by nothing of the server's own, whoever else has the file open. */
export function readStored(folder: string): Stored {
  const file = new BetterSqlite3(databaseIn(folder), { readonly: true, timeout: 5000 });
  try {
    const messages = file.prepare('select * from message').all() as MessageRow[];
    const events = file.prepare('select * from conversation_event').all() as ConversationEventRow[];
    return {
      messages: messages.map((row) => ({
        id: row.id,
        conversationId: row.conversation_id,
        authorId: row.author_id,
        clientMessageId: row.client_message_id,
        state: row.state,
        seq: row.seq,
        text: row.body,
      })),
      events: events.map((row) => ({
        conversationId: row.conversation_id,
        seq: row.seq,
        kind: row.kind,
        messageId: row.message_id,
      })),
      integrity: String(file.pragma('integrity_check', { simple: true })),
    };
  } finally {
    file.close();
  }
}

/** Changes a database that nobody has open, behind everybody's back. */
export function alter(folder: string, sql: string): void {
  const file = new BetterSqlite3(databaseIn(folder));
  file.exec(sql);
  file.close();
}

const databaseIn = (folder: string) => join(folder, 'entraide.db');
