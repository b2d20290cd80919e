import { findOffer } from '../../db/promotions.ts';
import { modeOfPage } from '../access.ts';
import type { Actor } from '../actor.ts';
import { communityOf } from '../community-settings.ts';
import type { AppContext } from '../context.ts';
import { may } from '../permissions.ts';
import type { ContributionMode, MeView } from '../protocol/frames.ts';

/** Who the person is here and what they may do on the page they are on. */
export async function rightsOf(
  ctx: AppContext,
  actor: Actor,
  url: string,
): Promise<{ me: MeView; mode: ContributionMode; mayAsk: boolean }> {
  const me = { ...meView(actor), ...(await offerTo(ctx, actor)) };
  return { me, mode: await modeOfPage(ctx, actor, url), mayAsk: actor.ban === null };
}

/** What the managers ask them to become. */
async function offerTo(ctx: AppContext, { site, person, ban }: Actor): Promise<Pick<MeView, 'offer'>> {
  if (!person || ban) return {};
  const offer = await findOffer(ctx.db, site.id, person.id, ctx.clock.now());
  return offer ? { offer: { id: offer.id, role: offer.role, expiresAt: offer.expires_at } } : {};
}

export function meView(actor: Actor): MeView {
  return {
    id: actor.personId,
    name: actor.person?.name || null,
    ...(actor.person?.picture_id ? { picture: actor.person.picture_id } : {}),
    role: actor.role,
    mayModerate: may(actor, 'moderate'),
    mayRelease: may(actor, 'release'),
    ...(may(actor, 'see-matches') ? { maySeeMatches: true as const } : {}),
    ...(may(actor, 'block-for-an-hour') ? { mayBlock: true as const } : {}),
    ...(actor.person && communityOf(actor.site).recognition ? { points: true as const } : {}),
  };
}
