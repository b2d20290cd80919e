import type { ApiError } from './api.ts';

const ACTS = ['taken', 'answered', 'closed'] as const;

/** "Already taken by Sonia." as the server says it: what was done and by whom; null when it says neither. */
export function whoSawTo({
  message,
}: Pick<ApiError, 'message'>): { act: (typeof ACTS)[number]; by: string } | null {
  const [, what, by] = /^Already (\w+) by (.+)\.$/.exec(message) ?? [];
  const act = ACTS.find((each) => each === what);
  return act && by ? { act, by } : null;
}
