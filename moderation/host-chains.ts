import type { PlainText } from './plain-text.ts';

/** A run of letters, digits and hyphens that may be a part of a host, with how it is joined to the next. */
export type Label = { text: string; start: number; end: number; joint: Joint };

/** `dot`: a dot, brackets around it or not. `loose`: a dot with a blank, a comma, or the word for it. */
export type Joint = 'dot' | 'loose' | null;

const LABEL = /[\p{L}\p{N}\p{M}_-]+/uy;
const DOT = /\\?\.|\s?[[({<]\s?(?:\.|dot|point|punto)\s?[\])}>]\s?|[[({<]\s?\.|\.\s?[\])}>]|\]\.\[/y;
const LOOSE = /\s{0,2}\.\s{1,2}|\s{1,2}\.|\s{1,2}(?:dot|point)\s{1,2}|,/y;
const SPOKEN = /-(?:dot|point)-/;

/** Labels that are joined to another where a host could go on, in order. One pass, nothing read twice. */
export function labelsOf({ text }: PlainText): Label[] {
  const labels: Label[] = [];
  for (let at = 0; at < text.length; ) {
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

function pushLabels(labels: Label[], text: string, start: number, end: number, joint: Joint): void {
  const parts = text.slice(start, end).split(SPOKEN);
  const follows = labels.length > 0 && labels.at(-1)!.joint !== null;
  if (joint === null && parts.length === 1 && !follows) return;
  let from = start;
  for (const part of parts) {
    const found = text.indexOf(part, from);
    labels.push({ text: part, start: found, end: found + part.length, joint: 'loose' });
    from = found + part.length;
  }
  labels.at(-1)!.joint = joint;
}

/** Only what is followed by another label joins. */
function jointAt(text: string, at: number): [Joint, number] {
  const dotEnd = endOf(DOT, text, at);
  if (dotEnd > at && endOf(LABEL, text, dotEnd) > dotEnd) return ['dot', dotEnd];
  const looseEnd = endOf(LOOSE, text, at);
  if (looseEnd > at && endOf(LABEL, text, looseEnd) > looseEnd) return ['loose', looseEnd];
  return [null, at];
}

function endOf(pattern: RegExp, text: string, at: number): number {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : at;
}
