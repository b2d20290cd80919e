import type { PlainText } from './plain-text.ts';

/** What stands before a host and belongs to it. */
export type Before = {
  /** Where it begins; the host's own beginning when nothing belongs to it. */
  start: number;
  /** `https://`, `hxxp:`, `//`: people follow what comes after. */
  schemed: boolean;
  /** `name@` without a scheme: part of an e-mail address. */
  mail: boolean;
  /** That `@` has no blank beside it. */
  tight: boolean;
  /** `https://bank.com@`: shows one name and leads to another. */
  userinfo: boolean;
};

const MAX_SCHEME = 20;
const MAX_USERINFO = 120;
const SCHEME =
  /(?:(?<![a-z])[a-z*]{2,8}\s?[[({]?\s?[:;]\s?[\])}]?\s?[/\\]{1,6}|(?<![a-z])h[\wx*]{2}ps?\s?[[({]?[:;][\])}]?|(?<![a-z])h[\wx*]{2}ps?\/\/|(?<![\p{L}\p{N}])\/\/)\s?$/u;
const AT = /(?:\s?@|\s?[[({<]\s?(?:@|at|(?:arobase?|arroba))\s?[\])}>]|[\s_-](?:arobase?|arroba)[\s_-])\s?$/u;
const AT_AFTER =
  /^(?:\s@\s?[\p{L}\p{N}-]+\s?\.|\s?[[({<]\s?(?:@|at|(?:arobase?|arroba))|\s(?:arobase?|arroba)\s)/u;
const SPOKEN_AT = /\sat\s$/u;
const LOCAL_PART = /[\p{L}\p{N}._%+-]/u;
const MAX_LOCAL_PART = 64;

/** Whether what ends here is in front of an `@`: `jean.dupont` of an e-mail address, a password before a host. */
export function isLocalPart(text: string, end: number): boolean {
  const next = text[end];
  if (next === '@') return true;
  return (next === ' ' || next === '[' || next === '(') && AT_AFTER.test(text.slice(end, end + MAX_SCHEME));
}

/** Reads backwards from a host: a scheme, user information or the local part of an e-mail address. */
export function readBefore(plain: PlainText, from: number, spoken: boolean): Before {
  const { text } = plain;
  const nothing = { start: from, schemed: false, mail: false, tight: false, userinfo: false };
  const near = text.slice(Math.max(0, from - MAX_SCHEME), from);
  if (near === '' || !/[\s@/\\:;\])}>_-]$/.test(near)) return nothing;
  const scheme = SCHEME.exec(near);
  if (scheme) return { ...nothing, start: from - scheme[0].length, schemed: true };
  const at = AT.exec(near) ?? (spoken ? SPOKEN_AT.exec(near) : null);
  if (!at) return nothing;
  const sign = from - at[0].length;
  if (text[from - 1] === '@') {
    const start = startOfUserinfo(plain, from - 1);
    if (start !== null) return { ...nothing, start, schemed: true, userinfo: true };
  }
  const local = startOfLocalPart(text, sign);
  return local < sign ? { ...nothing, start: local, mail: true, tight: !/\s/.test(at[0]) } : nothing;
}

/** Null when no scheme stands before what stands before the `@`. */
function startOfUserinfo(plain: PlainText, sign: number): number | null {
  const { text } = plain;
  const lowest = Math.max(0, sign - MAX_USERINFO);
  let at = sign;
  while (at > lowest && (!/[\s/\\"<>]/.test(text[at - 1]!) || isEncodedSlash(plain, at - 1))) at -= 1;
  const near = text.slice(Math.max(0, at - MAX_SCHEME), at);
  const scheme = SCHEME.exec(near);
  return scheme ? at - scheme[0].length : null;
}

/** `%2f` belongs to the user information, `/` ends the host. */
function isEncodedSlash(plain: PlainText, at: number): boolean {
  return plain.text[at] === '/' && plain.disguisesIn(at, at + 1).includes('encoded');
}

function startOfLocalPart(text: string, end: number): number {
  const lowest = Math.max(0, end - MAX_LOCAL_PART);
  let at = end;
  while (at > lowest && LOCAL_PART.test(text[at - 1]!)) at -= 1;
  return at;
}
