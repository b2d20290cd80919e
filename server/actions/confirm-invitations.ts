import { addAuditEntry } from '../../db/audit-log.ts';
import { transaction } from '../../db/database.ts';
import { insertBatch } from '../../db/invitation-batches.ts';
import type { InvitedPerson } from '../../db/schema-invitations.ts';
import { requireManager } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { conflict } from '../errors.ts';
import { findPreview, forgetGood } from '../invitations/open-preview.ts';
import { LIMITS } from '../limits.ts';
import type { ConfirmBody, PreviewPerson } from '../protocol/invitations.ts';
import { createSlices } from '../slices.ts';

/**
 * Everybody of the list who can be invited will be: written down in one transaction, all or nobody. The
 * invitations themselves are made by a job, part by part, which a crash only interrupts.
 * @returns the batch's id @throws Refusal 403, 404, 409 when the list is not ready or was confirmed already
 */
export async function confirmInvitations(
  ctx: AppContext,
  actor: Actor,
  previewId: string,
  { role, messages }: ConfirmBody,
): Promise<string> {
  requireManager(actor);
  const { site, personId } = actor;
  const opened = findPreview(ctx, site.id, previewId);
  if (opened.view.state !== 'read') throw conflict('This list is not ready, or was confirmed already.');
  if (opened.view.good === 0) throw conflict('Nobody of this list can be invited.');
  opened.view.state = 'confirming';
  const id = ctx.random.id();
  const at = ctx.clock.now();
  const batch = {
    id,
    site_id: site.id,
    role,
    message_fr: messages.fr,
    message_en: messages.en,
    created_by: personId,
    created_at: at,
    total: opened.view.good,
    left_out: 0,
    stopped_at: null,
  };
  try {
    const parts = await partsOf(opened.people);
    await transaction(ctx.db, async (tx) => {
      await insertBatch(tx, batch, parts);
      await addAuditEntry(tx, {
        siteId: site.id,
        actorId: personId,
        act: 'invitation.batch-confirmed',
        targetKind: 'invitation-batch',
        targetId: id,
        reason: null,
        details: { role, people: batch.total },
        at,
      });
      tx.onCommit(() =>
        ctx.broker.publish({ topic: 'back-office', siteId: site.id, changed: ['invitations', 'audit-log'] }),
      );
    });
  } catch (error) {
    opened.view.state = 'read';
    throw error;
  }
  opened.view.state = 'confirmed';
  forgetGood(opened);
  return id;
}

async function partsOf(people: PreviewPerson[]): Promise<InvitedPerson[][]> {
  const slice = createSlices();
  const parts: InvitedPerson[][] = [[]];
  for (const person of people) {
    if (person.problem !== null) continue;
    if (parts.at(-1)?.length === LIMITS.invitation.part) {
      parts.push([]);
      await slice();
    }
    parts.at(-1)?.push(invitedOf(person));
  }
  return parts;
}

const invitedOf = ({ email, name, language, topics }: PreviewPerson): InvitedPerson => ({
  email,
  name,
  language,
  topics,
});
