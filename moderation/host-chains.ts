import type { PlainText } from './plain-text.ts';

/** A run of letters, digits and hyphens that may be a part of a host, with how it is joined to the next. */
export type Label = { text: string; start: number; end: number; joint: Joint };

/**
 * `dot`: a dot, brackets around it or not, or the bracketed word for it. `loose`: a dot with a blank, a comma,
 * the word for it. `dust`: an emoji or a star amid one label.
 */
export type Joint = 'dot' | 'loose' | 'dust' | null;

const LABEL = /[\p{L}\p{N}\p{M}-]+/uy;
const WORDS = '(?:d[o0]t|p[o0]int|punto|ponto|punkt)';
const DOT = new RegExp(
  [
    String.raw`[\\^]{0,2}\.(?=[\p{L}\p{N}])`,
    String.raw`\s?[[({<]\s?(?:\.|${WORDS})\s?[\])}>]\s?`,
    String.raw`[[({<]\.[[({<]?`,
    String.raw`[\])}>]\.[\])}>[({<]`,
    String.raw`\.[\])}>]`,
  ].join('|'),
  'uy',
);
/** What people put around a dot to hide it. */
const JUNK = String.raw`[\s"'*_~^\\/:|=+<>()\[\]{}-]`;
const LOOSE = new RegExp(
  [
    `${JUNK}{0,3}[.·…]{1,3}${JUNK}{0,3}`,
    String.raw`\p{Extended_Pictographic}{1,2}\.`,
    `,?${JUNK}{1,3}${WORDS},?${JUNK}{1,3}`,
    String.raw`[[({<]\s?[,;]\s?[\])}>]`,
    '[,;]',
    String.raw`\s[,;]\s?`,
    '_{1,2}',
  ].join('|'),
  'uy',
);
/** What spares the common case, a blank and a word, the search for a joint. */
const JOINT_AFTER_BLANK = new RegExp(String.raw`^\s{1,2}(?:[^\p{L}\p{N}\s]|${WORDS})`, 'u');
const DUST = /(?:(?!\p{N})\p{Extended_Pictographic}|[\u200d\ufe0f\u{1f3fb}-\u{1f3ff}]|[*|~])+/uy;
const HYPHENED = new RegExp(`-${WORDS}-|-$`);

/** In characters, RFC 1035. */
const LONGEST_HOST = 253;

/** A text with more joined labels than this is not read to its end. */
export const MOST_LABELS = 1500;

/** Labels that are joined to another where a host could go on, in order. One pass, nothing read twice. */
export function labelsOf({ text }: PlainText): Label[] {
  const labels: Label[] = [];
  for (let at = 0; at < text.length && labels.length < MOST_LABELS; ) {
    const end = endOf(LABEL, text, at);
    if (end === at) {
      at += 1;
      continue;
    }
    const [joint, next] = jointAt(text, end);
    pushLabels(labels, text, at, end, joint);
    at = joint ? next : end;
  }
  return labels;
}

function pushLabels(labels: Label[], text: string, from: number, end: number, joint: Joint): void {
  let start = Math.max(from, end - LONGEST_HOST);
  const follows = labels.length > 0 && labels.at(-1)!.joint !== null;
  while (follows && labels.at(-1)!.joint !== 'dust' && text[start] === '-' && start < end - 1) start += 1;
  const run = text.slice(start, end);
  const hyphened = joint !== 'dust' && run.includes('-') && HYPHENED.test(run);
  if (joint === null && !hyphened && !follows) return;
  if (!hyphened) labels.push({ text: run, start, end, joint });
  else pushParts(labels, text, start, end, joint);
}

/** `example-dot-com` is three words, and the hyphens of `example-.-com` belong to the dot. */
function pushParts(labels: Label[], text: string, start: number, end: number, joint: Joint): void {
  let from = start;
  for (const part of text.slice(start, end).split(HYPHENED)) {
    if (part === '') continue;
    const found = text.indexOf(part, from);
    labels.push({ text: part, start: found, end: found + part.length, joint: 'loose' });
    from = found + part.length;
  }
  const last = labels.at(-1);
  if (last) last.joint = joint === 'dot' && last.end < end ? 'loose' : joint;
}

/** Only what is followed by another label joins. */
function jointAt(text: string, at: number): [Joint, number] {
  if (text[at] === ' ' && !JOINT_AFTER_BLANK.test(text.slice(at, at + 7))) return [null, at];
  const dotEnd = endOf(DOT, text, at);
  if (dotEnd > at && isLabel(text, dotEnd)) return ['dot', dotEnd];
  const looseEnd = endOf(LOOSE, text, at);
  if (looseEnd > at && isLabel(text, looseEnd)) return ['loose', looseEnd];
  const dustEnd = endOf(DUST, text, at);
  if (dustEnd > at && isLabel(text, dustEnd)) return ['dust', dustEnd];
  return [null, at];
}

function isLabel(text: string, at: number): boolean {
  return endOf(LABEL, text, at) > at;
}

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
