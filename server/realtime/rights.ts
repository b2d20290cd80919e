import { modeOfPage } from '../access.ts';
import type { Actor } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { may } from '../permissions.ts';
import type { ContributionMode, MeView } from '../protocol/frames.ts';

/** Who the person is here and what they may do on the page they are on. */
export async function rightsOf(
  ctx: AppContext,
  actor: Actor,
  url: string,
): Promise<{ me: MeView; mode: ContributionMode; mayAsk: boolean }> {
  return { me: meView(actor), mode: await modeOfPage(ctx, actor, url), mayAsk: actor.ban === null };
}

export function meView(actor: Actor): MeView {
  return {
    id: actor.personId,
    name: actor.person?.name ?? null,
    role: actor.role,
    mayModerate: may(actor, 'moderate'),
    mayRelease: may(actor, 'release'),
    ...(may(actor, 'see-matches') ? { maySeeMatches: true as const } : {}),
    ...(may(actor, 'block-for-an-hour') ? { mayBlock: true as const } : {}),
  };
}
