import { addressOf } from './link-address.ts';
import type { FoundHost } from './link-finder.ts';
import type { PlainText } from './plain-text.ts';

const BEHIND_SCHEME =
  /(?<![a-z])[a-z*]{2,8}[\])}]?:[\])}]?[/\\]{1,6}(?:[^\s/@]{1,60}@)?(\[[0-9a-f:.]{2,45}\]|(?:0x[0-9a-f]{1,30}|\d{1,12})(?:\.(?:0x[0-9a-f]{1,10}|\d{1,12})){0,2}|localhost)(?![\p{L}\p{N}.-])/gu;

/** They are all alike to who may write none, and there are no more forbidden ones than that. */
const MOST = 50;

/** `http://3221226028`, `http://0xc000022c`, `http://192.556`, `http://[::1]`: hosts without a name. */
export function addressesBehindSchemes(plain: PlainText): FoundHost[] {
  if (!/:[\])}]?[/\\]/.test(plain.text)) return [];
  const found: FoundHost[] = [];
  for (const match of plain.text.matchAll(BEHIND_SCHEME)) {
    const host = match[1] === 'localhost' ? match[1] : addressOf(match[1]!);
    if (!host) continue;
    const span = plain.spanOf(match.index, match.index + match[0].length);
    found.push({ host, path: '', span, certain: true, mail: false, disguise: ['numeric address'] });
    if (found.length === MOST) break;
  }
  return found;
}
