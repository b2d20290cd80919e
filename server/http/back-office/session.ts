/** Who is signed in to the back office, and on which sites. */
import { Hono } from 'hono';
import { listMemberships } from '../../../db/people.ts';
import type { AppContext } from '../../context.ts';
import { Refusal } from '../../errors.ts';
import { roleMay } from '../../permissions.ts';
import type { SessionAnswer } from '../../protocol/back-office.ts';
import { type Env, refuseForeignOrigin } from '../request.ts';

export function sessionRoutes(ctx: AppContext) {
  const app = new Hono<Env>();

  app.get('/session', async (c) => {
    refuseForeignOrigin(ctx, c);
    const headers = new Headers({ cookie: c.req.header('cookie') ?? '' });
    const account = await ctx.signIn.accountOf(headers);
    if (!account) throw new Refusal(401, 'signed-out', 'Sign in to continue.');
    const renewed = await ctx.signIn.renewedCookie(headers);
    if (renewed) c.header('Set-Cookie', renewed.setCookie);
    const memberships = await listMemberships(ctx.db, account.accountId);
    return c.json<SessionAnswer>({
      me: { id: account.accountId, name: account.name, email: account.email },
      sites: memberships
        .filter((membership) => roleMay({ role: membership.role, site: membership }, 'moderate'))
        .map((membership) => ({
          id: membership.site_id,
          name: membership.site_name,
          role: membership.role,
          personId: membership.person_id,
          mayRelease: roleMay({ role: membership.role, site: membership }, 'release'),
          mayBlock: roleMay({ role: membership.role, site: membership }, 'block-for-an-hour'),
        })),
    });
  });

  return app;
}
