import type { NumberGroup } from './number-runs.ts';

const FRENCH_SHAPES = new Set([
  '10',
  '2-2-2-2-2',
  '1-1-1-1-1-1-1-1-1-1',
  '4-2-2-2',
  '2-4-4',
  '4-6',
  '4-3-3',
  '2-8',
  '2-3-3-2',
  '2-2-3-3',
  '2-2-2-4',
  '2-2-4-2',
  '2-4-2-2',
  '1-9',
]);
const NATIONAL_SHAPE =
  /^(?:\d|1\d|[2-4]-[2-9]|5-[5-7]|[2-5]-[2-5]-[2-5]|[2-4]-[2-4]-[2-3]-[2-3]|[2-3](?:-[2-3]){4})$/;
const NORTH_AMERICAN_SHAPE = /^(?:1-)?(?:3-3-4|1-1-1-1-1-1-1-1-1-1)$/;

/** The groups from here that have so many digits together, or null when none or too many groups do. */
export function groupsOf(run: NumberGroup[], from: number, digits: number, most = 11): NumberGroup[] | null {
  let sum = 0;
  let to = from;
  while (to < run.length && sum < digits && to - from < most) {
    sum += run[to]!.digits.length;
    to += 1;
  }
  return sum === digits ? run.slice(from, to) : null;
}

/** The French plan: ten digits behind a zero, in groups that people say or write. */
export function isFrench(groups: NumberGroup[]): boolean {
  if (!/^0[1-9]/.test(digitsOf(groups)) || isCalendar(groups)) return false;
  if (FRENCH_SHAPES.has(shapeOf(groups))) return true;
  const disguised = groups.some(({ written }) => written !== 'digits');
  return groups.length >= 5 && groups.every((group) => group.digits.length <= (disguised ? 3 : 2));
}

/** The North American plan: area and exchange never begin with 0 or 1. */
export function isNorthAmerican(groups: NumberGroup[]): boolean {
  return NORTH_AMERICAN_SHAPE.test(shapeOf(groups)) && /^1?[2-9]\d\d[2-9]\d{6}$/.test(digitsOf(groups));
}

/** Whether the digits behind a zero are grouped as some country groups them. */
export function nationalShape(groups: NumberGroup[]): boolean {
  return NATIONAL_SHAPE.test(shapeOf(groups)) && !isCalendar(groups);
}

/** « 06 07 08 09 10 » lists sizes, « zéro un deux trois… » counts. */
export function isListed(groups: NumberGroup[]): boolean {
  if (groups.length < 5) return false;
  const values = groups.map(({ digits }) => Number(digits));
  const step = values[1]! - values[0]!;
  return step !== 0 && values.every((value, index) => value === values[0]! + index * step);
}

/** « 09:30 12:30 14 » and « 04/25/2001 12 »: what joins hours or a date does not join what follows. */
function isCalendar(groups: NumberGroup[]): boolean {
  const joints = groups.slice(1).map(({ joint }) => joint);
  const mixed = joints.some((joint) => joint !== joints[0]);
  return (mixed && joints.includes(':')) || isDate(groups, mixed);
}

function isDate(groups: NumberGroup[], mixed: boolean): boolean {
  const [first, second, third] = groups.map(({ digits }) => Number(digits));
  const joint = groups[1]?.joint ?? '';
  if (!/^[/.-]$/.test(joint) || first === undefined || second === undefined) return false;
  const months = second <= 12 || first <= 12;
  const year = groups.length === 3 || mixed || joint === '/';
  if (groups[1]!.digits.length === 4) return first <= 12 && mixed;
  return (
    months &&
    first <= 31 &&
    second <= 31 &&
    third !== undefined &&
    year &&
    groups.length < 5 &&
    groups[2]!.joint === joint
  );
}

function shapeOf(groups: NumberGroup[]): string {
  return groups.map(({ digits }) => digits.length).join('-');
}

function digitsOf(groups: NumberGroup[]): string {
  return groups.map(({ digits }) => digits).join('');
}
