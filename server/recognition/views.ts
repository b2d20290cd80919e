/** Badges and entries as they are told. */
import type { ListedPointEntry } from '../../db/point-entries.ts';
import type { BadgeRow } from '../../db/schema-recognition.ts';
import type {
  BadgeColour,
  BadgeIcon,
  BadgeView,
  LedgerEntryView,
  PointEntryView,
} from '../protocol/recognition.ts';

export function badgeView(row: BadgeRow): BadgeView {
  return {
    id: row.id,
    name: { fr: row.name_fr, en: row.name_en },
    icon: row.icon as BadgeIcon,
    colour: row.colour as BadgeColour,
  };
}

/** For the person whose entry it is. */
export function pointEntryView(
  row: ListedPointEntry,
  badges: ReadonlyMap<string, BadgeView>,
): PointEntryView {
  const { conversation_id: id, question } = row;
  return {
    id: String(row.number),
    at: row.created_at,
    points: row.points,
    source: row.source,
    why: row.why,
    note: row.note,
    badge: (row.badge_id && badges.get(row.badge_id)) || null,
    conversation: id !== null && question !== null ? { id, question } : null,
  };
}

export function ledgerEntryView(
  row: ListedPointEntry,
  badges: ReadonlyMap<string, BadgeView>,
): LedgerEntryView {
  return { ...pointEntryView(row, badges), by: row.other_name, manager: row.actor_name };
}
