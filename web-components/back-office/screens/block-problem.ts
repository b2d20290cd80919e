/** Why a range cannot be blocked, so that it can be said in the person's language. No DOM. */
export type RangeProblem = 'notRange' | 'tooWide' | 'ownAddress' | 'proxyAddress';

const PROBLEMS: Record<string, RangeProblem> = {
  'not-a-range': 'notRange',
  'range-too-wide': 'tooWide',
  'own-address': 'ownAddress',
  'proxy-address': 'proxyAddress',
};

/** What the server found wrong with a range; null for anything else. */
export function rangeProblem({ code }: { code: string }): RangeProblem | null {
  return PROBLEMS[code] ?? null;
}
