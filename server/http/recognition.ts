/** A person's own points and badges, and the thanks of the month, for the chat. */
import { type Context, Hono } from 'hono';
import * as z from 'zod';
import { listBadges, listBadgesOf } from '../../db/badges.ts';
import { listPointEntries, totalPoints } from '../../db/point-entries.ts';
import { earnedBetween, listEarnedBetween } from '../../db/thanks-of-month.ts';
import { type Actor, isAtLeast } from '../actor.ts';
import type { AppContext } from '../context.ts';
import { notFound } from '../errors.ts';
import { LIMITS } from '../limits.ts';
import type { BadgesAnswer, ContributionsAnswer, ThanksAnswer } from '../protocol/recognition.ts';
import { namedBadges } from '../recognition/badge-names.ts';
import { recognitionIsOn } from '../recognition/is-on.ts';
import { monthAt } from '../recognition/month.ts';
import { badgeView, pointEntryView } from '../recognition/views.ts';
import { numberOf } from './cursor.ts';
import { actorOf, type Env, queryOf } from './request.ts';

const siteQuery = z.object({ site: z.string().min(1).max(64) });
const pageQuery = siteQuery.extend({ after: z.string().max(20).optional() });

export function recognitionRoutes(ctx: AppContext) {
  const app = new Hono<Env>();

  app.get('/badges', async (c) => {
    const actor = await actorOf(ctx, c, queryOf(c, siteQuery).site);
    const isOn = await recognitionIsOn(ctx.db, actor.site.id);
    const badges = isOn ? await listBadges(ctx.db, actor.site.id) : [];
    return c.json<BadgesAnswer>({ badges: badges.map(badgeView) });
  });

  app.get('/contributions', async (c) => {
    const { site, after } = queryOf(c, pageQuery);
    const actor = await whereItCounts(ctx, c, site);
    const limit = LIMITS.backOffice.page;
    const rows = await listPointEntries(ctx.db, actor.personId, {
      before: numberOf(after),
      limit: limit + 1,
    });
    const page = rows.slice(0, limit);
    const badges = await namedBadges(ctx, page);
    const month = monthAt(ctx.clock.now());
    return c.json<ContributionsAnswer>({
      items: page.map((row) => pointEntryView(row, badges)),
      next: rows.length > limit ? String(page.at(-1)?.number) : null,
      points: await totalPoints(ctx.db, actor.personId),
      badges: (await listBadgesOf(ctx.db, actor.personId)).map(badgeView),
      month: month.text,
      ...(await earnedBetween(ctx.db, actor.personId, month.from, month.until)),
    });
  });

  app.get('/thanks', async (c) => {
    const actor = await whereItCounts(ctx, c, queryOf(c, siteQuery).site);
    if (!isAtLeast(actor.role, 'expert') || actor.ban) throw notFound();
    const month = monthAt(ctx.clock.now());
    const rows = await listEarnedBetween(ctx.db, actor.site.id, {
      ...month,
      limit: LIMITS.recognition.shown,
    });
    const people = rows
      .filter(({ thanks }) => thanks > 0)
      .map(({ id, name, role, thanks }) => ({ name, role, thanks, mine: id === actor.personId }));
    return c.json<ThanksAnswer>({ month: month.text, people });
  });

  return app;
}

/** @throws Refusal 401, 403, and 404 where recognition is off: then there is nothing of it */
async function whereItCounts(ctx: AppContext, c: Context<Env>, siteId: string): Promise<Actor> {
  const actor = await actorOf(ctx, c, siteId);
  if (!(await recognitionIsOn(ctx.db, actor.site.id))) throw notFound();
  return actor;
}
