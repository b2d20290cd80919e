import { modeOfPage } from '../access.ts';
import { type Actor, mayModerate, mayRelease } from '../actor.ts';
import type { AppContext } from '../context.ts';
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
    ...(actor.person?.picture_id ? { picture: actor.person.picture_id } : {}),
    role: actor.role,
    mayModerate: mayModerate(actor),
    mayRelease: mayRelease(actor),
  };
}
