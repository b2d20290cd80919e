/** The ordered list of page rules while a manager edits it. No DOM. */
import type { PageRule } from '../../../server/protocol/back-office.ts';

export type Problem = 'value-missing' | 'pattern-without-star' | 'value-not-address';

/** A rule to begin with, at the end of the list. */
export function emptyRule(id: string): PageRule {
  return {
    id,
    matchKind: 'starts-with',
    matchValue: '',
    show: true,
    display: 'launcher',
    invitation: null,
    topic: null,
    mode: null,
  };
}

export function withRule(rules: PageRule[], rule: PageRule): PageRule[] {
  const known = rules.some((candidate) => candidate.id === rule.id);
  return known ? rules.map((candidate) => (candidate.id === rule.id ? rule : candidate)) : [...rules, rule];
}

export function withoutRule(rules: PageRule[], id: string): PageRule[] {
  return rules.filter((rule) => rule.id !== id);
}

/** One place up (-1) or down (1); the same list when it is at the end already. */
export function moveRule(rules: PageRule[], id: string, by: -1 | 1): PageRule[] {
  const from = rules.findIndex((rule) => rule.id === id);
  const to = from + by;
  if (from === -1 || to < 0 || to >= rules.length) return rules;
  const moved = [...rules];
  const [rule] = moved.splice(from, 1);
  moved.splice(to, 0, rule!);
  return moved;
}

/** What keeps a rule from ever matching, or null. */
export function problemOf(rule: Pick<PageRule, 'matchKind' | 'matchValue'>): Problem | null {
  const value = rule.matchValue.trim();
  if (value === '') return 'value-missing';
  if (rule.matchKind === 'pattern' && !value.includes('*')) return 'pattern-without-star';
  if (rule.matchKind === 'contains') return null;
  const begins = value.startsWith('/') || /^https?:\/\//i.test(value);
  return begins || (rule.matchKind === 'pattern' && value.startsWith('*')) ? null : 'value-not-address';
}

/** Whether saving would change anything. Ids are the server's and do not count. */
export function sameRules(one: PageRule[], other: PageRule[]): boolean {
  const facts = (rules: PageRule[]) => JSON.stringify(rules.map(({ id: _, ...fact }) => fact));
  return facts(one) === facts(other);
}
