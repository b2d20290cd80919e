import type { Reader } from './database.ts';
import type { AuditLogRow } from './schema.ts';

const FIRST_WORDS = 80;

/**
 * A short line for each target of these entries: a message's first words, a person's name, a range. Read
 * from the rows themselves, so that an erased text is erased here too.
 */
export async function describeTargets(
  db: Reader,
  entries: Pick<AuditLogRow, 'target_kind' | 'target_id' | 'details'>[],
): Promise<Map<string, string>> {
  const lines = new Map<string, string>();
  const idsOf = (kind: string) =>
    entries.flatMap((entry) => (entry.target_kind === kind && entry.target_id ? [entry.target_id] : []));
  for (const { target_id: id, details } of entries) {
    const { range, entry, email } = JSON.parse(details) as Record<string, unknown>;
    const said = [range, entry, email].find((value) => typeof value === 'string');
    if (id && typeof said === 'string') lines.set(id, said);
  }
  const messages = await db
    .selectFrom('message')
    .select(['id', 'body'])
    .where('id', 'in', idsOf('message'))
    .execute();
  for (const { id, body } of messages) lines.set(id, firstWords(body));
  const people = await db
    .selectFrom('person')
    .select(['id', 'name'])
    .where('id', 'in', idsOf('person'))
    .execute();
  for (const { id, name } of people) lines.set(id, name);
  const questions = await db
    .selectFrom('message')
    .select(['conversation_id', 'body'])
    .where('is_question', '=', 1)
    .where('conversation_id', 'in', idsOf('conversation'))
    .execute();
  for (const { conversation_id: id, body } of questions) lines.set(id, firstWords(body));
  return lines;
}

function firstWords(text: string): string {
  const line = text.replace(/\s+/gu, ' ');
  return line.length <= FIRST_WORDS ? line : `${line.slice(0, line.lastIndexOf(' ', FIRST_WORDS))}…`;
}
