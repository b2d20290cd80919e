import { addAuditEntry } from '../../db/audit-log.ts';
import { transaction } from '../../db/database.ts';
import { findBatch, listUnsent } from '../../db/invitation-batches.ts';
import { replaceToken } from '../../db/invitations.ts';
import { requireManager } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { notFound } from '../errors.ts';
import { invitationHashes, invitationLink } from '../invitations/invitation-link.ts';
import { csvStream, line } from '../invitations/people-csv.ts';

/**
 * Everybody of a batch whom no mail reached and who may still come, with their links: for the brand's own
 * mailing. Noted, since whoever has a link can join. @throws Refusal 403, 404
 */
export async function shareBatchLinks(
  ctx: AppContext,
  actor: Actor,
  id: string,
): Promise<ReadableStream<Uint8Array>> {
  requireManager(actor);
  const siteId = actor.site.id;
  const batch = await findBatch(ctx.db, siteId, id);
  if (!batch) throw notFound();
  await transaction(ctx.db, async (tx) => {
    await addAuditEntry(tx, {
      siteId,
      actorId: actor.personId,
      act: 'invitation.batch-links-shown',
      targetKind: 'invitation-batch',
      targetId: id,
      reason: null,
      details: { role: batch.role, people: batch.total },
      at: ctx.clock.now(),
    });
    tx.onCommit(() => ctx.broker.publish({ topic: 'back-office', siteId, changed: ['audit-log'] }));
  });
  return csvStream(linkLines(ctx, { siteId, id }));
}

const AT_ONCE = 200;

async function* linkLines(ctx: AppContext, batch: { siteId: string; id: string }): AsyncGenerator<string> {
  yield line(['e-mail', 'name', 'language', 'link']);
  for (let after = ''; ; ) {
    const rows = await listUnsent(ctx.db, batch, after, AT_ONCE);
    for (const row of rows) await renew(ctx, batch.siteId, row);
    yield rows
      .map(({ id, email, name, language }) =>
        line([email ?? '', name ?? '', language ?? '', invitationLink(ctx, id)]),
      )
      .join('');
    const last = rows.at(-1);
    if (!last || rows.length < AT_ONCE) return;
    after = last.id;
  }
}

/** Where the secret changed since, the link is a new one. */
async function renew(ctx: AppContext, siteId: string, row: { id: string; token_hash: string }) {
  const { token_hash: tokenHash } = invitationHashes(ctx, row.id);
  if (row.token_hash === tokenHash) return;
  await transaction(ctx.db, (tx) =>
    replaceToken(tx, { siteId, id: row.id, tokenHash, now: ctx.clock.now() }),
  );
}
