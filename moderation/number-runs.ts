import { FILLERS, NUMBER_WORDS, TIMES_WORDS } from './number-words.ts';

/** Digits that stand together, or a number that stands there in words. */
export type NumberGroup = {
  digits: string;
  start: number;
  end: number;
  /** What stands between it and the group before; empty for the first of a run. */
  joint: string;
  written: 'digits' | 'letters' | 'words';
};

const TOKEN = /[\p{L}\p{N}]+/gu;
const DIGITS_ONLY = /^\d+$/;
/** Letters drawn like digits: `o6`, `9l`, `5o`, and among digits `oo` too. */
const DRAWN = /^(?:[olisb]{2}|o|[olisb]*\d[\dolisb]*)$/;
const DRAWN_AS: Record<string, string> = { o: '0', l: '1', i: '1', s: '5', b: '8' };
const CALLED = /^(?:tel|telephone|phone|mobile|mob|portable|port|numero|num|whatsapp|wa|call|appel)(\d+)$/;
const JOINT = /^(?:[\s|./,()_+*–—·:;•\-'"[\]\\~>]|\p{Extended_Pictographic})*$/u;
const GLUED = /^\d\d\p{L}{2,}$/u;
const MAX_JOINT = 5;
const MAX_FILLED_JOINT = 16;
const MAX_TOKEN = 30;
const MAX_ZEROS = 10;

/** The numbers of a plain text in their order, in runs that nothing but separators breaks. Linear in the text. */
export function numberRunsOf(text: string): NumberGroup[][] {
  const runs: NumberGroup[][] = [];
  let run: NumberGroup[] = [];
  let times = 1;
  for (const { 0: token, index } of text.matchAll(TOKEN)) {
    const last = run.at(-1);
    const group = readToken(token, index);
    if (!group) {
      times = TIMES_WORDS.get(token) ?? 1;
      if (last && (times > 1 || FILLERS.has(token)) && index - last.end < MAX_FILLED_JOINT) continue;
      if (last) runs.push(withGluedPair(run, token, index));
      run = [];
      continue;
    }
    if (group.digits.length === 1) group.digits = group.digits.repeat(times);
    times = 1;
    group.joint = last ? text.slice(last.end, index) : '';
    if (last && !joins(group.joint)) {
      runs.push(run);
      run = [];
    }
    append(run, group);
  }
  if (run.length > 0) runs.push(run);
  return runs;
}

function readToken(token: string, start: number): NumberGroup | null {
  if (token.length > MAX_TOKEN) return null;
  const end = start + token.length;
  const named = NUMBER_WORDS.get(token);
  if (named !== undefined) return { digits: String(named), start, end, joint: '', written: 'words' };
  if (DIGITS_ONLY.test(token)) return { digits: token, start, end, joint: '', written: 'digits' };
  const called = CALLED.exec(token)?.[1];
  if (called) return { digits: called, start: end - called.length, end, joint: '', written: 'digits' };
  if (!DRAWN.test(token)) return null;
  const digits = token.replace(/\D/g, (letter) => DRAWN_AS[letter]!);
  return { digits, start, end, joint: '', written: 'letters' };
}

/** « 06 39 98 12 34svp »: the last two digits of a row of pairs may be glued to a word. */
function withGluedPair(run: NumberGroup[], token: string, start: number): NumberGroup[] {
  const glued = run.length >= 4 && GLUED.test(token) && run.at(-1)!.digits.length === 2;
  const joint = ' ';
  const group: NumberGroup = { digits: token.slice(0, 2), start, end: start + 2, joint, written: 'digits' };
  return glued && start - run.at(-1)!.end <= 1 ? [...run, group] : run;
}

function joins(joint: string): boolean {
  if (joint.length <= MAX_JOINT && JOINT.test(joint)) return true;
  return joint.length <= MAX_FILLED_JOINT && JOINT.test(joint.replace(/\p{L}+/gu, ''));
}

/** Adds a group to its run, or to the number in words that it goes on: `soixante` and `dix` and `sept`. */
function append(run: NumberGroup[], group: NumberGroup): void {
  const last = run.at(-1);
  const sum = last && group.written === 'words' ? sumOf(last, group, opensPair(run)) : null;
  if (sum === null) {
    run.push(run.length === 0 ? { ...group, joint: '' } : group);
    return;
  }
  last!.digits = String(sum);
  last!.end = group.end;
}

/** Behind the zero that opens a pair only one digit can stand: « zéro quatre | vingt-deux ». */
function opensPair(run: NumberGroup[]): boolean {
  let zeros = 0;
  while (zeros < MAX_ZEROS && run.at(-2 - zeros)?.digits === '0') zeros += 1;
  return zeros % 2 === 1;
}

/** What two number words make together in French or English, or null. */
function sumOf(last: NumberGroup, next: NumberGroup, opened: boolean): number | null {
  if (last.written !== 'words' || !/^(?:\s|-|\set\s)$/.test(next.joint)) return null;
  const a = Number(last.digits);
  const b = Number(next.digits);
  const and = next.joint.length > 1;
  if (a === 4 && b === 20) return opened || and ? null : 80;
  if (and && b !== 1 && b !== 11) return null;
  const tens = a >= 20 && a % 10 === 0;
  if (tens && b >= 1 && b <= 9) return a + b;
  if ((a === 60 || a === 80) && b >= 10 && b <= 16) return a + b;
  return a === 10 && b >= 7 && b <= 9 ? a + b : null;
}
