import { findAuditEntry } from '../../db/audit-log.ts';
import { requireManager, requireModerator } from '../access.ts';
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
  const opposite = OPPOSITE[entry.act];
  if (!opposite) throw conflict('This cannot be taken back.');
  await moderateMessage(ctx, actor, entry.target_id, opposite, null);
}

export const isUndoable = (act: string) => act in OPPOSITE;
