/** Points, badges and the thanks of the month, as the chat and the back office are told of them. */
import type { Page } from './back-office.ts';
import type { Role } from './frames.ts';

/** The pictures a badge may have; drawn by each side, so that no file is ever loaded for one. */
export const BADGE_ICONS = [
  'star',
  'heart',
  'award',
  'trophy',
  'shield',
  'gem',
  'flame',
  'leaf',
  'mountain',
  'bulb',
  'wrench',
  'chat',
] as const;
export type BadgeIcon = (typeof BADGE_ICONS)[number];

/** Names of colours that each side has a light and a dark value for. */
export const BADGE_COLOURS = ['green', 'blue', 'violet', 'rose', 'amber', 'slate'] as const;
export type BadgeColour = (typeof BADGE_COLOURS)[number];

export const BADGE_RULES = ['hand', 'points', 'accepted', 'thanks'] as const;
export type BadgeRule = (typeof BADGE_RULES)[number];

export type BadgeView = {
  id: string;
  name: { fr: string; en: string };
  icon: BadgeIcon;
  colour: BadgeColour;
};

/** GET /api/widget/badges?site=ID: every badge of the site; none where recognition is off. */
export type BadgesAnswer = { badges: BadgeView[] };

export type PointSource = 'thanks' | 'accepted' | 'first-answer' | 'manager' | 'badge';
/** `credited` counts; `own` … `day-limit` say why it is 0; then what followed; then a manager's or a rule's act. */
export type PointWhy =
  | 'credited'
  | 'own'
  | 'newcomer'
  | 'same-network'
  | 'network-today'
  | 'same-pair'
  | 'ring'
  | 'pair-month'
  | 'giver-day'
  | 'day-limit'
  | 'withdrawn'
  | 'gone'
  | 'back'
  | 'given'
  | 'taken'
  | 'earned';

/** An entry of somebody's ledger. Who thanked is not told: thanks are between no two names. */
export type PointEntryView = {
  id: string;
  at: number;
  points: number;
  source: PointSource;
  why: PointWhy;
  /** The manager's words. */
  note: string | null;
  badge: BadgeView | null;
  /** Where it was earned, while everybody can read it. */
  conversation: { id: string; question: string } | null;
};

/** GET /api/widget/contributions?site=ID&after=CURSOR: one's own. 404 where recognition is off. */
export type ContributionsAnswer = Page<PointEntryView> & {
  points: number;
  badges: BadgeView[];
  month: string;
  /** Thanks that counted this month, and answers accepted. */
  thanks: number;
  accepted: number;
};

/** GET /api/widget/thanks?site=ID: this month's, most thanked first. For members; 404 for anybody else. */
export type ThankedView = { name: string; role: Role; thanks: number; mine: boolean };
export type ThanksAnswer = { month: string; people: ThankedView[] };

/** GET recognition/badges; PUT recognition/badges { badges } replaces the ordered list, the first is the best. */
export type BadgeSettings = BadgeView & {
  rule: BadgeRule;
  /** How many; null for `hand`. */
  needed: number | null;
  /** Only under this topic, for answers and thanks; null = any. */
  topic: string | null;
  holders: number;
};
export type BadgeDraft = Omit<BadgeSettings, 'holders' | 'id'> & { id: string | null };

/** GET people/:id/points?after=CURSOR: the ledger as a manager reads it. */
export type LedgerEntryView = PointEntryView & {
  /** Who thanked, accepted or asked. */
  by: string | null;
  /** The manager whose act it was. */
  manager: string | null;
};
export type LedgerAnswer = Page<LedgerEntryView> & {
  person: { id: string; name: string; role: Role };
  points: number;
  badges: BadgeView[];
};

/** POST people/:id/points { points, reason } -> 204; below 0 takes. */
export type GivePointsBody = { points: number; reason: string };
/** POST people/:id/badges { badgeId, reason } -> 204; DELETE people/:id/badges/:badge { reason } -> 204 */
export type GiveBadgeBody = { badgeId: string; reason: string | null };

/** GET recognition/thanks?month=YYYY-MM, and recognition/thanks.csv. */
export type MonthRow = {
  personId: string;
  name: string;
  role: Role;
  thanks: number;
  accepted: number;
  points: number;
};
export type MonthAnswer = { month: string; items: MonthRow[] };
