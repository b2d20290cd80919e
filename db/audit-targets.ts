import { compileForMany } from './compile-once.ts';
import type { Reader } from './database.ts';
import { listQuestions } from './queue-cards.ts';
import type { AuditLogRow } from './schema.ts';

const FIRST_WORDS = 80;

/**
 * A short line for each target of these entries: a message's first words, a person's name, a range, the address
 * of an invitation, else who joined by it. Read from the rows themselves, so that what was erased or forgotten
 * is so here too.
 */
export async function describeTargets(
  db: Reader,
  entries: Pick<AuditLogRow, 'target_kind' | 'target_id' | 'details'>[],
): Promise<Map<string, string>> {
  const lines = new Map<string, string>();
  const idsOf = (kind: string) =>
    entries.flatMap((entry) => (entry.target_kind === kind && entry.target_id ? [entry.target_id] : []));
  for (const { target_id: id, details } of entries) {
    const { range, entry } = JSON.parse(details) as Record<string, unknown>;
    const said = [range, entry].find((value) => typeof value === 'string');
    if (id && typeof said === 'string') lines.set(id, said);
  }
  for (const { id, body } of await bodiesOf(db, idsOf('message'))) lines.set(id, firstWords(body));
  for (const { id, name } of await namesOf(db, idsOf('person'))) lines.set(id, name);
  for (const { conversation_id: id, body } of await listQuestions(db, idsOf('conversation')))
    lines.set(id, firstWords(body));
  for (const { id, email, name } of await invitedWith(db, idsOf('invitation'))) {
    const who = email ?? name;
    if (who !== null) lines.set(id, who);
  }
  return lines;
}

const bodiesOf = compileForMany<string, { id: string; body: string }>((db, ids) =>
  db.selectFrom('message').select(['id', 'body']).where('id', 'in', ids),
);
const namesOf = compileForMany<string, { id: string; name: string }>((db, ids) =>
  db.selectFrom('person').select(['id', 'name']).where('id', 'in', ids),
);
const invitedWith = compileForMany<string, { id: string; email: string | null; name: string | null }>(
  (db, ids) =>
    db
      .selectFrom('invitation')
      .leftJoin('person', 'person.id', 'invitation.used_by')
      .select(['invitation.id', 'invitation.email', 'person.name'])
      .where('invitation.id', 'in', ids),
);

function firstWords(text: string): string {
  const line = text.replace(/[^\S\u00a0\u202f]+/gu, ' ');
  return line.length <= FIRST_WORDS
    ? line
    : `${line.slice(0, line.lastIndexOf(' ', FIRST_WORDS)).replace(/[.,;:…\s]+$/u, '')}…`;
}
