/** Somebody who is asked to become an expert or a moderator says yes or no. */
import { addAuditEntry } from '../../db/audit-log.ts';
import { type Tx, transaction } from '../../db/database.ts';
import { findPerson, updatePerson } from '../../db/people.ts';
import { endPromotion, findOffer } from '../../db/promotions.ts';
import type { PersonRow } from '../../db/schema.ts';
import type { PromotionRow } from '../../db/schema-identity.ts';
import { type Actor, isAtLeast } from '../actor.ts';
import { refuseBadName } from '../author-name.ts';
import type { AppContext } from '../context.ts';
import { badRequest, notFound, Refusal } from '../errors.ts';
import type { HouseRules } from '../house-rules.ts';
import { proveEmail, sendCode } from '../promotion/email-code.ts';
import { joinAs } from '../promotion/join-as.ts';
import type { AcceptAnswer, AcceptBody } from '../protocol/promotion.ts';
import { displayName } from '../text.ts';
import { agreedRules, saveAgreement } from './agree-to-rules.ts';

type Joining = Omit<AcceptBody, 'site'>;

/** An offer as it is answered: it is theirs, open, and they are not banned. @throws Refusal 404 */
export async function openOffer(
  ctx: AppContext,
  actor: Actor,
  id: string,
): Promise<{ person: PersonRow; offer: PromotionRow }> {
  const { person, site } = actor;
  const offer = person && (await findOffer(ctx.db, site.id, person.id, ctx.clock.now()));
  if (!offer || offer.id !== id || actor.ban) throw notFound();
  return { person, offer };
}

/**
 * Who has a sign-in gets the role at once. A visitor joins with a name and an address, proven by a code where
 * mail can be sent; they stay who they are, with all they wrote, and the token they had is dead.
 * @throws Refusal 404, 400 no address, 409 the address has an account, 422 a bad name or a wrong code, 429
 */
export async function acceptPromotion(
  ctx: AppContext,
  actor: Actor,
  id: string,
  joining: Joining,
): Promise<AcceptAnswer> {
  const { person, offer } = await openOffer(ctx, actor, id);
  if (person.account_id) {
    await raise(ctx, actor, offer);
    return { state: 'joined', code: null };
  }
  const rules = agreedRules(actor.site, joining.rules);
  const name = displayName(joining.name);
  if (name !== person.name) await refuseBadName(ctx, actor.site.id, name);
  const email = joining.email.trim().toLowerCase();
  if (email === '') throw badRequest('email: needed');
  await ctx.pace.takeSignIn(actor.address);
  if (ctx.mailer.configured && joining.code === null) {
    await sendCode(ctx, actor.site, offer, email);
    return { state: 'code-sent' };
  }
  const proven = ctx.mailer.configured ? await proveEmail(ctx, offer, joining.code ?? '') : null;
  const accountId = await join(ctx, actor, person, offer, {
    name,
    email: proven ?? email,
    isProven: proven !== null,
    rules,
  });
  return { state: 'joined', code: await ctx.signIn.issueLink(accountId, 'shop', actor.site.id) };
}

export async function declinePromotion(ctx: AppContext, actor: Actor, id: string): Promise<void> {
  const { offer } = await openOffer(ctx, actor, id);
  await transaction(ctx.db, async (tx) => {
    await end(ctx, tx, offer, 'declined', offer.person_id);
    tx.onCommit(() =>
      ctx.broker.publish({ topic: 'rights', siteId: offer.site_id, personId: offer.person_id }),
    );
  });
}

async function raise(ctx: AppContext, { site }: Actor, offer: PromotionRow): Promise<void> {
  await transaction(ctx.db, async (tx) => {
    const person = await findPerson(tx, site.id, offer.person_id);
    if (!person) throw notFound();
    // Accepting raises a role, it never takes one away.
    if (!isAtLeast(person.role, offer.role)) await updatePerson(tx, person.id, { role: offer.role });
    await end(ctx, tx, offer, 'accepted', offer.person_id);
    tx.onCommit(() => ctx.broker.publish({ topic: 'rights', siteId: site.id, personId: offer.person_id }));
  });
}

type Joined = { name: string; email: string; isProven: boolean; rules: HouseRules | null };

async function join(
  ctx: AppContext,
  { site }: Actor,
  person: PersonRow,
  offer: PromotionRow,
  { rules, ...joined }: Joined,
): Promise<string> {
  return await transaction(ctx.db, async (tx) => {
    const { accountId, personId } = await joinAs(ctx, tx, person, { ...joined, role: offer.role });
    await saveAgreement(ctx, tx, { siteId: site.id, personId }, rules);
    await end(ctx, tx, offer, 'accepted', personId);
    tx.onCommit(() => {
      for (const id of new Set([person.id, personId])) {
        ctx.broker.publish({ topic: 'signed-out', siteId: site.id, personId: id });
      }
    });
    return accountId;
  });
}

/** Of two answers at once, one counts. */
async function end(
  ctx: AppContext,
  tx: Tx,
  { id, site_id, role }: PromotionRow,
  outcome: 'accepted' | 'declined',
  personId: string,
): Promise<void> {
  const at = ctx.clock.now();
  if (!(await endPromotion(tx, id, outcome, at))) {
    throw new Refusal(409, 'conflict', 'This was answered already.');
  }
  await addAuditEntry(tx, {
    siteId: site_id,
    actorId: personId,
    act: `promotion.${outcome}`,
    targetKind: 'person',
    targetId: personId,
    reason: null,
    details: { role, promotion: id },
    at,
  });
  tx.onCommit(() =>
    ctx.broker.publish({ topic: 'back-office', siteId: site_id, changed: ['people', 'audit-log'] }),
  );
}
