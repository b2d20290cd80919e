/** Why a range cannot be blocked, so that it can be said in the person's language. No DOM. */
export type RangeProblem = 'notRange' | 'tooWide' | 'ownAddress' | 'proxyAddress';

/** What the server found wrong with a range; null for anything else. */
export function rangeProblem({ code, message }: { code: string; message: string }): RangeProblem | null {
  if (code !== 'bad-range') return null;
  if (message.includes('too wide')) return 'tooWide';
  if (message.includes('your own')) return 'ownAddress';
  if (message.includes('proxy')) return 'proxyAddress';
  return 'notRange';
}
