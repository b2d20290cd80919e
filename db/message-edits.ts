import type { Reader, Tx } from './database.ts';
import type { MessageRow } from './schema.ts';
import type { MessageEditRow } from './schema-exchange.ts';
import { replaceWords } from './search-index.ts';

export type EditedMessage = Pick<MessageRow, 'body' | 'reasons' | 'library_version'>;

/** Gives a message another text; what it said before is kept for moderators, and no more found by search. */
export async function replaceText(
  tx: Tx,
  message: MessageRow,
  edited: EditedMessage,
  at: number,
): Promise<void> {
  await tx
    .insertInto('message_edit')
    .values({
      message_id: message.id,
      site_id: message.site_id,
      conversation_id: message.conversation_id,
      body: message.body,
      replaced_at: at,
    })
    .execute();
  await replaceWords(tx, message.id, async () => {
    await tx
      .updateTable('message')
      .set({ ...edited, edited_at: at })
      .where('id', '=', message.id)
      .execute();
  });
}

/** What the messages of a conversation said before, oldest first. */
export async function listEarlierTexts(db: Reader, conversationId: string): Promise<MessageEditRow[]> {
  return await db
    .selectFrom('message_edit')
    .selectAll()
    .where('conversation_id', '=', conversationId)
    .orderBy('number')
    .execute();
}

/** What these messages said before, oldest first. */
export async function listEarlierTextsOf(db: Reader, messageIds: string[]): Promise<MessageEditRow[]> {
  if (messageIds.length === 0) return [];
  return await db
    .selectFrom('message_edit')
    .selectAll()
    .where('message_id', 'in', messageIds)
    .orderBy('number')
    .execute();
}

/** What a message said at first; undefined where it never changed. */
export async function firstText(db: Reader, messageId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('message_edit')
    .select('body')
    .where('message_id', '=', messageId)
    .orderBy('number')
    .limit(1)
    .executeTakeFirst();
  return row?.body;
}
