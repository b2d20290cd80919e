import { CompiledQuery } from 'kysely';
import type { Tx } from './database.ts';
import { MessageSums } from './message-sums.ts';
import type { MessageRow } from './schema.ts';

/** One message, its conversation and its author as they are there; what people send goes by `commitMessage`. */
export async function insertMessage(tx: Tx, row: MessageRow): Promise<void> {
  await tx.insertInto('message').values(row).execute();
  const place = await tx
    .selectFrom('conversation')
    .select(['author_id as askerId', 'state'])
    .where('id', '=', row.conversation_id)
    .executeTakeFirstOrThrow();
  const sums = new MessageSums();
  sums.count(row, place, null);
  for (const [text, parameters] of sums.take())
    await tx.executeQuery(CompiledQuery.raw(text, [...parameters]));
}
