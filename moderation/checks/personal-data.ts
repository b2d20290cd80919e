import type { FoundHost } from '../link-finder.ts';
import type { Cell } from '../normalize.ts';
import { findPhones } from '../phone-finder.ts';
import type { Reason } from '../verdict.ts';

/** E-mail addresses and telephone numbers, anybody's: a public conversation is no place for them. */
export function checkPersonalData(cells: Cell[], hosts: FoundHost[]): Reason[] {
  const mails = hosts.filter((host) => host.mail).map((host) => host.span);
  const spans = [...mails, ...findPhones(cells)];
  if (spans.length === 0) return [];
  return [{ kind: 'personal-data', category: 'personal-data', entry: null, effect: 'hold', spans }];
}
