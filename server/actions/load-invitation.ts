import { findInvitation } from '../../db/invitations.ts';
import type { AppContext } from '../context.ts';
import { notFound } from '../errors.ts';

/** @throws Refusal 404, for another site's too */
export async function loadInvitation(ctx: AppContext, siteId: string, id: string) {
  const invitation = await findInvitation(ctx.db, siteId, id);
  if (!invitation) throw notFound();
  return invitation;
}
