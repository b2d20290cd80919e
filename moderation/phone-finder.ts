import type { Cell } from './normalize.ts';
import type { Span } from './verdict.ts';

const BETWEEN = new Set([...' .-/,()_–—·:']);
const MAX_BETWEEN = 3;
const MAX_DIGITS = 16;

/** French numbers however they are grouped, international ones with their prefix, American and British ones. */
export function findPhones(cells: Cell[]): Span[] {
  const found: Span[] = [];
  for (let at = 0; at < cells.length; at++) {
    if (!isDigit(cells, at) || !startsNumber(cells, at)) continue;
    const run = readNumber(cells, at);
    const opened = cells[at - 1] && symbolOf(cells, at - 1) === '+' ? at - 1 : at;
    if (isPhone(run.groups, opened < at)) {
      found.push({ start: cells[opened]!.start, end: cells[run.end - 1]!.end });
    }
    at = run.end - 1;
  }
  return found;
}

function startsNumber(cells: Cell[], at: number): boolean {
  const before = cells[at - 1]?.glyph.kind;
  return before !== 'letter' && before !== 'digit';
}

/** Digits in groups, up to where something else than a separator stands. */
function readNumber(cells: Cell[], from: number): { groups: string[]; end: number } {
  const groups: string[] = [''];
  let end = from;
  for (let at = from, digits = 0; at < cells.length && digits <= MAX_DIGITS; ) {
    if (isDigit(cells, at)) {
      groups[groups.length - 1] += digitOf(cells, at);
      digits += 1;
      at += 1;
      end = at;
      continue;
    }
    const next = afterSeparators(cells, at);
    if (next === at || !isDigit(cells, next)) break;
    groups.push('');
    at = next;
  }
  return { groups, end: cells[end]?.glyph.kind === 'digit' ? endOfDigits(cells, end, groups) : end };
}

/** Too long to be a number anybody can call: swallow the rest so that no part of it is taken for one. */
function endOfDigits(cells: Cell[], from: number, groups: string[]): number {
  let end = from;
  while (isDigit(cells, end)) end += 1;
  groups.push('0'.repeat(MAX_DIGITS));
  return end;
}

function afterSeparators(cells: Cell[], from: number): number {
  let at = from;
  while (at - from < MAX_BETWEEN && cells[at] && BETWEEN.has(symbolOf(cells, at))) at += 1;
  return at;
}

function isPhone(groups: string[], plus: boolean): boolean {
  const digits = groups.join('');
  const shape = groups.map((group) => group.length).join('-');
  if (plus) return digits.length >= 9 && digits.length <= 15 && digits[0] !== '0';
  if (/^0033[1-9]\d{8}$/.test(digits) || /^00[1-9]\d{8,12}$/.test(digits)) return true;
  if (/^0[1-9]\d{8}$/.test(digits))
    return /^(?:10|2-2-2-2-2|1-1-1-1-1-1-1-1-1-1|4-2-2-2|2-4-4|4-6|4-3-3|2-8)$/.test(shape);
  if (/^(?:07\d{9}|02\d{9})$/.test(digits)) return groups.length <= 4;
  return /^1?[2-9]\d{9}$/.test(digits) && /^(?:1-)?3-3-4$/.test(shape);
}

function isDigit(cells: Cell[], at: number): boolean {
  return cells[at]?.glyph.kind === 'digit';
}

function digitOf(cells: Cell[], at: number): string {
  return String.fromCodePoint(cells[at]!.glyph.readings[0]!);
}

function symbolOf(cells: Cell[], at: number): string {
  const { glyph } = cells[at]!;
  return glyph.kind === 'space' ? ' ' : String.fromCodePoint(glyph.readings.at(-1) ?? 0);
}
