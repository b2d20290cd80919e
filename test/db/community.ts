/** A small database to ask questions of: two sites, three people each, and what a test writes into it. */

import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Db, openSqlite } from '../../db/connect.ts';
import { insertConversation } from '../../db/conversations.ts';
import { transaction } from '../../db/database.ts';
import { insertMessage } from '../../db/insert-message.ts';
import { migrateToLatest } from '../../db/migrator.ts';
import { insertPerson } from '../../db/people.ts';
import type { ConversationRow, MessageRow } from '../../db/schema.ts';
import { insertSite } from '../../db/sites.ts';
import { conversationRow, messageRow, personRow, siteRow } from './rows.ts';

export const NAMES = { ines: 'Inès', malik: 'Malik', sonia: 'Sonia' };

export async function openCommunity(): Promise<Db> {
  const db = openSqlite(join(mkdtempSync(join(tmpdir(), 'entraide-queries-')), 'entraide.db'));
  await migrateToLatest(db);
  await transaction(db, async (tx) => {
    for (const siteId of ['s', 'other']) {
      await insertSite(tx, siteRow({ id: siteId }));
      for (const [key, name] of Object.entries(NAMES)) {
        const id = siteId === 's' ? key : `${key}-${siteId}`;
        await insertPerson(tx, personRow({ id, site_id: siteId, name }));
      }
    }
  });
  return db;
}

type Asked = Partial<ConversationRow> & { id: string };

/** A conversation with its question, asked by Inès. */
export async function ask(db: Db, asked: Asked, question: Partial<MessageRow> = {}): Promise<void> {
  const siteId = asked.site_id ?? 's';
  const author = siteId === 's' ? 'ines' : `ines-${siteId}`;
  await transaction(db, async (tx) => {
    await insertConversation(tx, conversation({ author_id: author, ...asked }));
    const place = { site_id: siteId, conversation_id: asked.id, author_id: author, is_question: 1 as const };
    await insertMessage(tx, message({ id: `${asked.id}-q`, seq: 1, ...place, ...question }));
  });
}

/** Messages of conversation `c` of site `s`, by Malik, published; unless said otherwise. */
export async function say(db: Db, ...messages: (Partial<MessageRow> & { id: string })[]): Promise<void> {
  await transaction(db, async (tx) => {
    for (const each of messages) await insertMessage(tx, message(each));
  });
}

const conversation = (changes: Asked): ConversationRow =>
  conversationRow({
    site_id: 's',
    author_id: 'ines',
    page_url: 'https://shop.test/chaussures/crete?from=mail',
    page_key: 'https://shop.test/chaussures/crete',
    page_title: 'Crête, chaussure de randonnée',
    last_seq: 1,
    ...changes,
  });

export const message = (changes: Partial<MessageRow> & { id: string }): MessageRow =>
  messageRow({
    site_id: 's',
    conversation_id: 'c',
    author_id: 'malik',
    client_message_id: changes.id,
    body: 'bonjour',
    created_at: 0,
    published_at: 0,
    ...changes,
  });
