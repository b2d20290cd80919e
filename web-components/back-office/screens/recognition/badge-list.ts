/** The list of badges while it is edited. No DOM. */
import type { BadgeDraft } from '../../../../server/protocol/recognition.ts';

/** `key` tells badges apart that the server has not seen yet. */
export type KeyedBadge = BadgeDraft & { key: string; holders: number };
export type BadgeProblem = 'name' | 'needed';

export const emptyBadge = (key: string): KeyedBadge => ({
  key,
  id: null,
  holders: 0,
  name: { fr: '', en: '' },
  icon: 'star',
  colour: 'green',
  rule: 'hand',
  needed: null,
  topic: null,
});

/** What must be mended before a badge can be kept, the first of it. */
export function badgeProblem({ name, rule, needed }: KeyedBadge): BadgeProblem | null {
  if (name.fr.trim() === '' || name.en.trim() === '') return 'name';
  const isNumber = needed !== null && Number.isInteger(needed) && needed >= 1 && needed <= 100_000;
  return rule !== 'hand' && !isNumber ? 'needed' : null;
}

/** As the server takes it: no number where it is given by hand, a topic only for answers and thanks. */
export function tidyBadge(badge: KeyedBadge): KeyedBadge {
  const { name, rule, needed, topic } = badge;
  const hasTopic = rule === 'accepted' || rule === 'thanks';
  return {
    ...badge,
    name: { fr: name.fr.trim(), en: name.en.trim() },
    needed: rule === 'hand' ? null : needed,
    topic: hasTopic ? topic?.trim() || null : null,
  };
}

export function withBadge(badges: KeyedBadge[], badge: KeyedBadge): KeyedBadge[] {
  const isKnown = badges.some(({ key }) => key === badge.key);
  return isKnown ? badges.map((each) => (each.key === badge.key ? badge : each)) : [...badges, badge];
}

export function movedBadge(badges: KeyedBadge[], key: string, by: -1 | 1): KeyedBadge[] {
  const from = badges.findIndex((badge) => badge.key === key);
  const [badge, other] = [badges[from], badges[from + by]];
  if (!badge || !other) return badges;
  return badges.map((each) => (each === badge ? other : each === other ? badge : each));
}

export const draftsOf = (badges: KeyedBadge[]): BadgeDraft[] =>
  badges.map(({ key, holders, ...draft }) => draft);

export const sameBadges = (one: KeyedBadge[], other: KeyedBadge[]): boolean =>
  JSON.stringify(one) === JSON.stringify(other);
