import { findBan } from '../db/bans.ts';
import { countNotes, listNotes } from '../db/notes.ts';
import { authorRecord, findPerson } from '../db/people.ts';
import { requireModerator } from './access.ts';
import type { Actor } from './actor.ts';
import type { AppContext } from './context.ts';
import { notFound } from './errors.ts';
import { LIMITS } from './limits.ts';
import type { NoteView, PersonRecord, RecordAnswer } from './protocol/moderators.ts';

/** What moderators know of a person of their site. @throws Refusal 404 to anybody else, and for nobody */
export async function viewRecord(ctx: AppContext, actor: Actor, personId: string): Promise<RecordAnswer> {
  const record = await recordOf(ctx, actor, personId);
  const rows = await listNotes(ctx.db, actor.site.id, personId, LIMITS.moderator.notesShown);
  const notes: NoteView[] = rows.map((row) => ({
    id: row.id,
    text: row.body,
    by: row.author_name ?? '',
    at: row.created_at,
    mayDelete: row.author_id === actor.personId || actor.role === 'manager',
  }));
  return { record, notes };
}

/** The record alone. @throws Refusal 404 */
export async function recordOf(ctx: AppContext, actor: Actor, personId: string): Promise<PersonRecord> {
  requireModerator(actor);
  const siteId = actor.site.id;
  const person = await findPerson(ctx.db, siteId, personId);
  if (!person) throw notFound();
  const [figures, ban, notes] = await Promise.all([
    authorRecord(ctx.db, siteId, personId, person.address),
    findBan(ctx.db, personId, ctx.clock.now()),
    countNotes(ctx.db, siteId, personId),
  ]);
  const { id, name, role, created_at: since } = person;
  return { id, name, role, since, ...figures, banned: ban !== undefined, notes };
}
