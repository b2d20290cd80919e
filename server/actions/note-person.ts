import { addAuditEntry } from '../../db/audit-log.ts';
import { type Tx, transaction } from '../../db/database.ts';
import { deleteNote, findNote, insertNote } from '../../db/notes.ts';
import { findPerson } from '../../db/people.ts';
import { requireModerator } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { forbidden, notFound } from '../errors.ts';

/** Puts down what other moderators should know of a person. @returns the note's id @throws Refusal 404 */
export async function addNote(
  ctx: AppContext,
  actor: Actor,
  personId: string,
  text: string,
): Promise<string> {
  requireModerator(actor);
  if (!(await findPerson(ctx.db, actor.site.id, personId))) throw notFound();
  await ctx.pace.takeMessage(actor);
  const id = ctx.random.id();
  await transaction(ctx.db, async (tx) => {
    await insertNote(tx, {
      id,
      site_id: actor.site.id,
      person_id: personId,
      author_id: actor.personId,
      body: text,
      created_at: ctx.clock.now(),
    });
    await audit(ctx, tx, actor, 'note.added', personId);
  });
  return id;
}

/** Its author or a manager takes a note away for good. @throws Refusal 404, 403 somebody else's */
export async function deleteOwnNote(ctx: AppContext, actor: Actor, id: string): Promise<void> {
  requireModerator(actor);
  const note = await findNote(ctx.db, actor.site.id, id);
  if (!note) throw notFound();
  if (note.author_id !== actor.personId && actor.role !== 'manager')
    throw forbidden('Only who wrote a note, or a community manager, can delete it.');
  await transaction(ctx.db, async (tx) => {
    if (!(await deleteNote(tx, id))) throw notFound();
    await audit(ctx, tx, actor, 'note.deleted', note.person_id);
  });
}

/** That there is a note, never what it says. */
async function audit(ctx: AppContext, tx: Tx, actor: Actor, act: string, personId: string): Promise<void> {
  const siteId = actor.site.id;
  await addAuditEntry(tx, {
    siteId,
    actorId: actor.personId,
    act,
    targetKind: 'person',
    targetId: personId,
    reason: null,
    at: ctx.clock.now(),
  });
  tx.onCommit(() => ctx.broker.publish({ topic: 'back-office', siteId, changed: ['queue', 'audit-log'] }));
}
