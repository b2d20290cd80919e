/** Badges, the ledger of a person and the thanks of a month. For managers. */
import { Hono } from 'hono';
import * as z from 'zod';
import { countHolders, listBadges, listBadgesOf } from '../../../db/badges.ts';
import { findPerson } from '../../../db/people.ts';
import { listPointEntries, totalPoints } from '../../../db/point-entries.ts';
import type { BadgeRow } from '../../../db/schema-recognition.ts';
import { listEarnedBetween } from '../../../db/thanks-of-month.ts';
import { changeBadges } from '../../actions/change-badges.ts';
import { giveBadge, takeBadge } from '../../actions/give-badge.ts';
import { givePoints } from '../../actions/give-points.ts';
import type { AppContext } from '../../context.ts';
import { badRequest, notFound } from '../../errors.ts';
import { LIMITS } from '../../limits.ts';
import {
  BADGE_COLOURS,
  BADGE_ICONS,
  BADGE_RULES,
  type BadgeSettings,
  type LedgerAnswer,
  type MonthAnswer,
} from '../../protocol/recognition.ts';
import { awardEverybody } from '../../recognition/award-everybody.ts';
import { namedBadges } from '../../recognition/badge-names.ts';
import { type Month, monthAt, monthOf } from '../../recognition/month.ts';
import { monthCsv } from '../../recognition/month-csv.ts';
import { badgeView, ledgerEntryView } from '../../recognition/views.ts';
import { numberOf } from '../cursor.ts';
import { bodyOf, type Env, queryOf } from '../request.ts';
import { managerOf } from './library.ts';

const reason = z.string().trim().min(1).max(LIMITS.reason.codePoints);
const name = z.string().trim().min(1).max(30);
const badge = z
  .strictObject({
    id: z.string().min(1).max(64).nullable(),
    name: z.strictObject({ fr: name, en: name }),
    icon: z.enum(BADGE_ICONS),
    colour: z.enum(BADGE_COLOURS),
    rule: z.enum(BADGE_RULES),
    needed: z.int().min(1).max(LIMITS.recognition.needed).nullable(),
    topic: z.string().trim().min(1).max(120).nullable(),
  })
  .refine(({ rule, needed }) => (rule === 'hand') === (needed === null), {
    message: 'A number is needed unless the badge is given by hand.',
  })
  .refine(({ rule, topic }) => topic === null || rule === 'accepted' || rule === 'thanks', {
    message: 'Only answers and thanks are under a topic.',
  });
const badgesBody = z.strictObject({ badges: z.array(badge).max(LIMITS.recognition.badges) });
const pointsBody = z.strictObject({
  points: z
    .int()
    .min(-LIMITS.recognition.byManager)
    .max(LIMITS.recognition.byManager)
    .refine((points) => points !== 0),
  reason,
});
const giveBody = z.strictObject({ badgeId: z.string().min(1).max(64), reason: reason.nullable() });
const takeBody = z.strictObject({ reason });
const ledgerQuery = z.object({ after: z.string().max(20).optional() });
const monthQuery = z.object({ month: z.string().max(7).optional() });

export function recognitionOfficeRoutes(ctx: AppContext) {
  const app = new Hono<Env>();

  app.get('/recognition/badges', async (c) => {
    const actor = await managerOf(ctx, c);
    return c.json({ items: await viewBadges(ctx, actor.site.id) });
  });

  app.put('/recognition/badges', async (c) => {
    const actor = await managerOf(ctx, c);
    await changeBadges(ctx, actor, (await bodyOf(c, badgesBody)).badges);
    void awardEverybody(ctx, actor.site.id);
    return c.json({ items: await viewBadges(ctx, actor.site.id) });
  });

  app.get('/recognition/thanks', async (c) => {
    const actor = await managerOf(ctx, c);
    const month = monthAsked(ctx, queryOf(c, monthQuery).month);
    const rows = await listEarnedBetween(ctx.db, actor.site.id, {
      ...month,
      limit: LIMITS.recognition.listed,
    });
    const items = rows.map(({ id, ...row }) => ({ personId: id, ...row }));
    return c.json<MonthAnswer>({ month: month.text, items });
  });

  app.get('/recognition/thanks.csv', async (c) => {
    const actor = await managerOf(ctx, c);
    const month = monthAsked(ctx, queryOf(c, monthQuery).month);
    const rows = await listEarnedBetween(ctx.db, actor.site.id, {
      ...month,
      limit: LIMITS.recognition.listed,
    });
    c.header('Content-Type', 'text/csv; charset=utf-8');
    c.header('Content-Disposition', `attachment; filename="thanks-${actor.site.id}-${month.text}.csv"`);
    return c.body(monthCsv(rows));
  });

  app.get('/people/:id/points', async (c) => {
    const actor = await managerOf(ctx, c);
    const before = numberOf(queryOf(c, ledgerQuery).after);
    return c.json<LedgerAnswer>(await viewLedger(ctx, actor.site.id, c.req.param('id'), before));
  });

  app.post('/people/:id/points', async (c) => {
    const actor = await managerOf(ctx, c);
    await givePoints(ctx, actor, c.req.param('id'), await bodyOf(c, pointsBody));
    return c.body(null, 204);
  });

  app.post('/people/:id/badges', async (c) => {
    const actor = await managerOf(ctx, c);
    await giveBadge(ctx, actor, c.req.param('id'), await bodyOf(c, giveBody));
    return c.body(null, 204);
  });

  app.delete('/people/:id/badges/:badge', async (c) => {
    const actor = await managerOf(ctx, c);
    const { reason: why } = await bodyOf(c, takeBody);
    await takeBadge(ctx, actor, c.req.param('id'), c.req.param('badge'), why);
    return c.body(null, 204);
  });

  return app;
}

/** @throws Refusal 400 */
function monthAsked(ctx: AppContext, text: string | undefined): Month {
  const month = text === undefined ? monthAt(ctx.clock.now()) : monthOf(text);
  if (!month) throw badRequest('month: write a month such as 2030-05');
  return month;
}

async function viewBadges(ctx: AppContext, siteId: string): Promise<BadgeSettings[]> {
  const rows = await listBadges(ctx.db, siteId);
  const holders = await countHolders(
    ctx.db,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => ({ ...badgeView(row), ...ruleOf(row), holders: holders.get(row.id) ?? 0 }));
}

const ruleOf = ({ rule, needed, topic }: BadgeRow) => ({ rule, needed, topic });

async function viewLedger(
  ctx: AppContext,
  siteId: string,
  id: string,
  before: number | null,
): Promise<LedgerAnswer> {
  const person = await findPerson(ctx.db, siteId, id);
  if (!person) throw notFound();
  const limit = LIMITS.backOffice.page;
  const rows = await listPointEntries(ctx.db, id, { before, limit: limit + 1 });
  const page = rows.slice(0, limit);
  const badges = await namedBadges(ctx, page);
  return {
    items: page.map((row) => ledgerEntryView(row, badges)),
    next: rows.length > limit ? String(page.at(-1)?.number) : null,
    person: { id, name: person.name, role: person.role },
    points: await totalPoints(ctx.db, id),
    badges: (await listBadgesOf(ctx.db, id)).map(badgeView),
  };
}
