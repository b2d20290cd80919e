import { addAuditEntry, findAuditEntry } from '../../db/audit-log.ts';
import { transaction } from '../../db/database.ts';
import { reopenReports } from '../../db/reports.ts';
import { accessMessage, requireManager, requireModerator } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { conflict, notFound } from '../errors.ts';
import { restoreConversation } from './change-conversation-state.ts';
import { changeTrust } from './change-trust.ts';
import { type Act, moderateMessage } from './moderate-message.ts';
import { undoLibraryChange } from './undo-library-change.ts';

/** What takes an act back. A released message was seen, so taking it back hides it. */
const OPPOSITE: Record<string, Act> = {
  'message.released': 'hide',
  'message.rejected': 'hold-again',
  'message.hidden': 'restore',
  'message.restored': 'hide',
};

const SETTLED = ['reports.dismissed', 'reports.upheld'];

const LIBRARY_FIXES = ['library.phrase-allowed', 'library.whole-word-only'];

/** Takes an act back, by its audit log entry, while the state still allows it. */
export async function undoAct(ctx: AppContext, actor: Actor, auditId: number): Promise<void> {
  requireModerator(actor);
  const entry = await findAuditEntry(ctx.db, actor.site.id, auditId);
  if (!entry?.target_id) throw notFound();
  if (LIBRARY_FIXES.includes(entry.act)) {
    const { version } = JSON.parse(entry.details) as { version: number };
    return await undoLibraryChange(ctx, actor, version);
  }
  if (entry.act === 'person.trusted') {
    requireManager(actor);
    await changeTrust(ctx, actor, entry.target_id, false);
    return;
  }
  if (entry.act === 'conversation.deleted') return await restoreConversation(ctx, actor, entry.target_id);
  if (SETTLED.includes(entry.act)) return await reopenSettled(ctx, actor, entry.target_id, auditId);
  const opposite = OPPOSITE[entry.act];
  if (!opposite) throw conflict('This cannot be taken back.');
  await moderateMessage(ctx, actor, entry.target_id, opposite, null, auditId);
}

/** The reports that an act settled wait for a decision again. */
async function reopenSettled(ctx: AppContext, actor: Actor, messageId: string, auditId: number) {
  await accessMessage(ctx, actor, messageId);
  const siteId = actor.site.id;
  await transaction(ctx.db, async (tx) => {
    if ((await reopenReports(tx, auditId)) === 0) throw conflict('This was taken back already.');
    await addAuditEntry(tx, {
      siteId,
      actorId: actor.personId,
      act: 'reports.reopened',
      targetKind: 'message',
      targetId: messageId,
      reason: null,
      at: ctx.clock.now(),
    });
    tx.onCommit(() => ctx.broker.publish({ topic: 'back-office', siteId, changed: ['queue', 'audit-log'] }));
  });
}

export const isUndoable = (act: string) => act in OPPOSITE;
