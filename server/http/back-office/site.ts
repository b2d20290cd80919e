/** Page rules, contribution mode and settings of the site. For managers. */
import { Hono } from 'hono';
import * as z from 'zod';
import type { PageRuleRow, SiteRow } from '../../../db/schema.ts';
import { listPageRules } from '../../../db/sites.ts';
import { requireManager } from '../../access.ts';
import { changePageRules, changeSite } from '../../actions/change-site.ts';
import { communityOf } from '../../community-settings.ts';
import type { AppContext } from '../../context.ts';
import { LIMITS } from '../../limits.ts';
import { matchPageRule } from '../../page-rules.ts';
import type { PageRule, SiteSettings, TryUrlAnswer } from '../../protocol/back-office.ts';
import { bodyOf, type Env, queryOf, staffOf } from '../request.ts';

const mode = z.enum(['open', 'invite-only']);
const phrase = z.string().trim().max(120).nullable();
const ruleSchema = z.strictObject({
  id: z.string().max(64),
  matchKind: z.enum(['is', 'starts-with', 'contains', 'pattern']),
  matchValue: z.string().trim().min(1).max(LIMITS.page.urlLength),
  show: z.boolean(),
  display: z.enum(['launcher', 'in-place']),
  invitation: phrase,
  topic: phrase,
  mode: mode.nullable(),
});
const rulesBody = z.strictObject({ rules: z.array(ruleSchema).max(200) });
const origin = z
  .string()
  .max(300)
  .refine((text) => URL.canParse(text) && new URL(text).origin === text && /^https?:/.test(text), {
    message: 'Write an origin: https://shop.example, no path, no *.',
  });
const houseRules = z.string().trim().min(1).max(4000).nullable();
const minutes = z
  .int()
  .min(1)
  .max(7 * 24 * 60);
const communityBody = z
  .strictObject({
    moderatorsSeeMatches: z.boolean(),
    moderatorsMayBlock: z.boolean(),
    widenAfterMinutes: minutes,
    remindAfterMinutes: minutes,
    showAnswerTime: z.boolean(),
    recognition: z.boolean(),
    houseRules: z.strictObject({ fr: houseRules, en: houseRules }),
  })
  .partial();
const siteBody = z
  .strictObject({
    name: z.string().trim().min(1).max(80),
    locale: z.enum(['fr', 'en']),
    mode,
    chatDefault: z.enum(['everywhere', 'nowhere']),
    moderatorsMayRelease: z.boolean(),
    reportThreshold: z.int().min(1).max(100),
    allowedOrigins: z.array(origin).max(50),
    accent: z
      .string()
      .regex(/^#[0-9a-f]{6}$/i, 'Write a colour such as #1f6f54.')
      .nullable(),
    community: communityBody,
  })
  .partial();
const tryQuery = z.object({ url: z.string().max(LIMITS.page.urlLength) });

export function siteRoutes(ctx: AppContext) {
  const app = new Hono<Env>();

  app.get('/site', async (c) => {
    const actor = await staffOf(ctx, c);
    requireManager(actor);
    return c.json<SiteSettings>(viewSite(actor.site));
  });

  app.patch('/site', async (c) => {
    const changes = await bodyOf(c, siteBody);
    const actor = await staffOf(ctx, c);
    await changeSite(ctx, actor, changes);
    const fresh = await staffOf(ctx, c);
    return c.json<SiteSettings>(viewSite(fresh.site));
  });

  app.get('/page-rules', async (c) => {
    const actor = await staffOf(ctx, c);
    requireManager(actor);
    const rows = await listPageRules(ctx.db, actor.site.id);
    return c.json({ items: rows.map(viewRule) });
  });

  app.put('/page-rules', async (c) => {
    const { rules } = await bodyOf(c, rulesBody);
    const actor = await staffOf(ctx, c);
    await changePageRules(ctx, actor, rules);
    const rows = await listPageRules(ctx.db, actor.site.id);
    return c.json({ items: rows.map(viewRule) });
  });

  app.get('/page-rules/try', async (c) => {
    const actor = await staffOf(ctx, c);
    requireManager(actor);
    const { url } = queryOf(c, tryQuery);
    const {
      ruleId,
      show,
      display,
      mode: where,
    } = matchPageRule(actor.site, await listPageRules(ctx.db, actor.site.id), url);
    return c.json<TryUrlAnswer>({ ruleId, show, display, mode: where });
  });

  return app;
}

function viewSite(row: SiteRow): SiteSettings {
  return {
    id: row.id,
    name: row.name,
    locale: row.locale,
    mode: row.mode,
    chatDefault: row.chat_default,
    moderatorsMayRelease: row.moderators_may_release === 1,
    reportThreshold: row.report_threshold,
    allowedOrigins: JSON.parse(row.allowed_origins) as string[],
    accent: row.accent,
    community: communityOf(row),
  };
}

function viewRule(row: PageRuleRow): PageRule {
  return {
    id: row.id,
    matchKind: row.match_kind,
    matchValue: row.match_value,
    show: row.show === 1,
    display: row.display,
    invitation: row.invitation,
    topic: row.topic,
    mode: row.mode,
  };
}
