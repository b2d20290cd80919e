import type { Reader, Tx } from './database.ts';
import type { QuestionWaveRow } from './schema-waiting.ts';

/** Questions whose next wave is due at `now`, longest due first. */
export async function listDueWaves(db: Reader, now: number, limit: number): Promise<QuestionWaveRow[]> {
  return await db
    .selectFrom('question_wave')
    .selectAll()
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .limit(limit)
    .execute();
}

/** Moves on from the wave that was told. @returns false when it was answered, or told, meanwhile */
export async function moveWave(
  tx: Tx,
  told: QuestionWaveRow,
  next: Pick<QuestionWaveRow, 'next' | 'due_at'> | null,
): Promise<boolean> {
  const { conversation_id: id } = told;
  if (next === null) {
    const deleted = await tx
      .deleteFrom('question_wave')
      .where('conversation_id', '=', id)
      .where('next', '=', told.next)
      .executeTakeFirst();
    return deleted.numDeletedRows > 0n;
  }
  const updated = await tx
    .updateTable('question_wave')
    .set(next)
    .where('conversation_id', '=', id)
    .where('next', '=', told.next)
    .executeTakeFirst();
  return updated.numUpdatedRows > 0n;
}
