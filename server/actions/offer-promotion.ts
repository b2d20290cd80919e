import { addAuditEntry } from '../../db/audit-log.ts';
import { findBan } from '../../db/bans.ts';
import { type Tx, transaction } from '../../db/database.ts';
import { addNotices } from '../../db/notices.ts';
import { findPerson } from '../../db/people.ts';
import {
  endPromotion,
  expirePromotions,
  findOffer,
  findPromotion,
  insertPromotion,
} from '../../db/promotions.ts';
import type { PersonRow } from '../../db/schema.ts';
import type { PromotionRow } from '../../db/schema-identity.ts';
import { requireManager } from '../access.ts';
import { type Actor, isAtLeast } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { conflict, notFound } from '../errors.ts';
import { LIMITS } from '../limits.ts';

/**
 * Asks somebody to become an expert or a moderator: they are told where they are, and answer there.
 * @throws Refusal 404 for who is not there or banned, 409 when they are that already, or were asked
 */
export async function offerPromotion(
  ctx: AppContext,
  actor: Actor,
  personId: string,
  role: PromotionRow['role'],
): Promise<PromotionRow> {
  requireManager(actor);
  return await transaction(ctx.db, async (tx) => {
    const at = ctx.clock.now();
    await expirePromotions(tx, at);
    const person = await whoMayBeAsked(tx, actor.site.id, personId, role, at);
    const promotion = newPromotion(ctx, actor, personId, role, at);
    await insertPromotion(tx, promotion);
    await note(ctx, tx, actor, promotion, 'promotion.offered');
    if (person.account_id) await addNotices(tx, [noticeOf(ctx, promotion)]);
    return promotion;
  });
}

/** Takes an offer back that nobody has answered. @throws Refusal 404, 409 when it was answered */
export async function withdrawPromotion(ctx: AppContext, actor: Actor, id: string): Promise<void> {
  requireManager(actor);
  await transaction(ctx.db, async (tx) => {
    const promotion = await findPromotion(tx, actor.site.id, id);
    if (!promotion) throw notFound();
    if (!(await endPromotion(tx, id, 'withdrawn', ctx.clock.now()))) {
      throw conflict('This offer was answered already, or taken back.');
    }
    await note(ctx, tx, actor, promotion, 'promotion.withdrawn');
  });
}

async function whoMayBeAsked(
  tx: Tx,
  siteId: string,
  id: string,
  role: PromotionRow['role'],
  now: number,
): Promise<PersonRow> {
  const person = await findPerson(tx, siteId, id);
  if (!person || person.merged_into || (await findBan(tx, id, now))) throw notFound();
  // An expert without a sign-in, whom a manager just called so, may still be asked to join.
  const isThat = isAtLeast(person.role, role) && (person.account_id !== null || person.role !== 'expert');
  if (isThat) throw conflict('This person is that already.');
  if (await findOffer(tx, siteId, id, now)) throw conflict('This person was asked already.');
  return person;
}

function newPromotion(
  ctx: AppContext,
  actor: Actor,
  personId: string,
  role: PromotionRow['role'],
  at: number,
): PromotionRow {
  return {
    id: ctx.random.id(),
    site_id: actor.site.id,
    person_id: personId,
    role,
    created_by: actor.personId,
    created_at: at,
    expires_at: at + LIMITS.promotion.validMs,
    outcome: null,
    ended_at: null,
    email: null,
    code_hash: null,
    code_expires_at: null,
    code_tries: 0,
  };
}

/** Members are told where they have said they want to be; a visitor has only the widget. */
function noticeOf(ctx: AppContext, { id, site_id, person_id, created_at }: PromotionRow) {
  return {
    id: ctx.random.id(),
    site_id,
    person_id,
    kind: 'promotion' as const,
    conversation_id: null,
    message_id: null,
    subject_id: id,
    key: `promotion ${id}`,
    created_at,
    due_at: created_at,
  };
}

async function note(
  ctx: AppContext,
  tx: Tx,
  actor: Actor,
  { id, site_id, person_id, role }: PromotionRow,
  act: string,
) {
  await addAuditEntry(tx, {
    siteId: site_id,
    actorId: actor.personId,
    act,
    targetKind: 'person',
    targetId: person_id,
    reason: null,
    details: { role, promotion: id },
    at: ctx.clock.now(),
  });
  tx.onCommit(() => {
    ctx.broker.publish({ topic: 'rights', siteId: site_id, personId: person_id });
    ctx.broker.publish({ topic: 'back-office', siteId: site_id, changed: ['people', 'audit-log'] });
  });
}
