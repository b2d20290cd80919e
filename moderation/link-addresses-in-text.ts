import { addressOf } from './link-address.ts';
import type { FoundHost } from './link-finder.ts';
import type { PlainText } from './plain-text.ts';

const BEHIND_SCHEME =
  /(?<![a-z])[a-z*]{2,8}[\])}]?:[\])}]?[/\\]{1,6}(?:[^\s/@]{1,60}@)?(\[[0-9a-f:.]{2,45}\]|(?:0x[0-9a-f]{1,12}|\d{1,12})(?:\.(?:0x[0-9a-f]{1,10}|\d{1,12})){0,2}|localhost)(?![\p{L}\p{N}.-])/gu;

/** `http://3221226028`, `http://0xc000022c`, `http://192.556`, `http://[::1]`: hosts without a name. */
export function addressesBehindSchemes(plain: PlainText): FoundHost[] {
  if (!/:[\])}]?[/\\]/.test(plain.text)) return [];
  return [...plain.text.matchAll(BEHIND_SCHEME)].flatMap((found) => {
    const host = found[1] === 'localhost' ? found[1] : addressOf(found[1]!);
    const span = { start: plain.startOf(found.index), end: plain.endOf(found.index + found[0].length - 1) };
    return host ? [{ host, path: '', span, certain: true, mail: false, disguise: ['numeric address'] }] : [];
  });
}
