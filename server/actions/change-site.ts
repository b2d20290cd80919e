import { addAuditEntry } from '../../db/audit-log.ts';
import { type Tx, transaction } from '../../db/database.ts';
import type { SiteRow } from '../../db/schema.ts';
import { replacePageRules, updateSite } from '../../db/sites.ts';
import { requireManager } from '../access.ts';
import type { Actor } from '../actor.ts';
import { communityOf } from '../community-settings.ts';
import type { AppContext } from '../context.ts';
import type { CommunitySettings, PageRule, SiteSettings } from '../protocol/back-office.ts';

export type SiteChanges = Partial<Omit<SiteSettings, 'community'>> & {
  community?: Partial<CommunitySettings>;
};

/** Changes settings of the site; the contribution mode is in force at once, on every open connection. */
export async function changeSite(ctx: AppContext, actor: Actor, changes: SiteChanges): Promise<void> {
  requireManager(actor);
  if (Object.keys(changes).length === 0) return;
  await transaction(ctx.db, async (tx) => {
    await updateSite(tx, actor.site.id, rowOf(actor, changes));
    await audit(ctx, actor, tx, changes.mode ? 'site.mode-changed' : 'site.changed', {
      ...(changes.mode ? { from: actor.site.mode, to: changes.mode } : {}),
      fields: Object.keys(changes).join(', '),
    });
  });
}

/** Replaces the whole ordered list of page rules. */
export async function changePageRules(ctx: AppContext, actor: Actor, rules: PageRule[]): Promise<void> {
  requireManager(actor);
  const rows = rules.map((rule, position) => ({
    id: ctx.random.id(),
    site_id: actor.site.id,
    position,
    match_kind: rule.matchKind,
    match_value: rule.matchValue.trim(),
    show: rule.show ? (1 as const) : (0 as const),
    display: rule.display,
    invitation: rule.invitation,
    topic: rule.topic,
    mode: rule.mode,
  }));
  await transaction(ctx.db, async (tx) => {
    await replacePageRules(tx, actor.site.id, rows);
    await audit(ctx, actor, tx, 'page-rules.changed', { rules: rows.length });
  });
}

function rowOf({ site }: Actor, changes: SiteChanges): Partial<SiteRow> {
  const row: Partial<SiteRow> = {};
  if (changes.name !== undefined) row.name = changes.name;
  if (changes.locale !== undefined) row.locale = changes.locale;
  if (changes.mode !== undefined) row.mode = changes.mode;
  if (changes.chatDefault !== undefined) row.chat_default = changes.chatDefault;
  if (changes.moderatorsMayRelease !== undefined)
    row.moderators_may_release = changes.moderatorsMayRelease ? 1 : 0;
  if (changes.reportThreshold !== undefined) row.report_threshold = changes.reportThreshold;
  if (changes.allowedOrigins !== undefined) row.allowed_origins = JSON.stringify(changes.allowedOrigins);
  if (changes.accent !== undefined) row.accent = changes.accent;
  if (changes.community !== undefined)
    row.community = JSON.stringify({ ...communityOf(site), ...changes.community });
  return row;
}

async function audit(
  ctx: AppContext,
  actor: Actor,
  tx: Tx,
  act: string,
  details: Record<string, string | number>,
): Promise<void> {
  const siteId = actor.site.id;
  const target = { targetKind: 'site', targetId: siteId };
  await addAuditEntry(tx, {
    siteId,
    actorId: actor.personId,
    act,
    ...target,
    reason: null,
    details,
    at: ctx.clock.now(),
  });
  tx.onCommit(() => {
    ctx.broker.publish({ topic: 'rights', siteId, personId: null });
    ctx.broker.publish({ topic: 'back-office', siteId, changed: ['site', 'page-rules', 'audit-log'] });
  });
}
