import type { Words } from '../../locales/words.ts';

/** What could not be done, in words for who tried. */
export function wentWrong(error: unknown, { exchange, refusals }: Words): string {
  const { code } = error as { code: string };
  const known: Record<string, string> = { ...refusals, ...exchange.refusals };
  return known[code] ?? exchange.failed;
}
