import { listBadgesById } from '../../db/badges.ts';
import type { ListedPointEntry } from '../../db/point-entries.ts';
import type { AppContext } from '../context.ts';
import type { BadgeView } from '../protocol/recognition.ts';
import { badgeView } from './views.ts';

/** The badges these entries are about, also those that ended. */
export async function namedBadges(
  ctx: AppContext,
  entries: ListedPointEntry[],
): Promise<ReadonlyMap<string, BadgeView>> {
  const ids = [...new Set(entries.flatMap((entry) => entry.badge_id ?? []))];
  const rows = ids.length > 0 ? await listBadgesById(ctx.db, ids) : [];
  return new Map(rows.map((row) => [row.id, badgeView(row)]));
}
