/** The names that are one slip away; a slip spares the first letter and changes the length by one at most. */
export type SlipIndex<Named> = (name: string, accepts: (named: Named) => boolean) => Named | null;

/** Shelves names so that only those of the same first letter and about the same length are compared. */
export function indexSlips<Named>(all: Named[], nameOf: (named: Named) => string): SlipIndex<Named> {
  const shelves = Map.groupBy(all, (named) => keyOf(nameOf(named)[0]!, nameOf(named).length));
  return (name, accepts) => {
    for (const length of [name.length, name.length - 1, name.length + 1]) {
      const shelf = shelves.get(keyOf(name[0]!, length));
      const near = shelf?.find((named) => isOneSlip(nameOf(named), name) && accepts(named));
      if (near) return near;
    }
    return null;
  };
}

/** Letters that are taken for each other at a glance or by ear; others make another word. */
const CLOSE = new Set(
  'mn nu nh uv vw ce co oe ao ae ei iy ly lj gq gy pq bd bh sz ck kq lt lf ft rn'
    .split(' ')
    .flatMap(bothWays),
);

function bothWays(pair: string): string[] {
  return [pair, `${pair[1]}${pair[0]}`];
}

function keyOf(first: string, length: number): string {
  return `${first}${length}`;
}

/**
 * Whether one letter was left out, added, changed for a close one, or two neighbours swapped, and a reader would
 * hardly see it: not at the beginning, no plural or other ending, no other number.
 */
function isOneSlip(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let from = 0;
  while (from < short.length && short[from] === long[from]) from += 1;
  if (from === long.length) return false;
  if (/[\d-]/.test(long[from]! + (short[from] ?? ''))) return false;
  return short.length < long.length ? isAdded(short, long, from) : isChanged(short, long, from);
}

function isAdded(short: string, long: string, from: number): boolean {
  const isEnding = from === long.length - 1 && /[sex]/.test(long[from]!);
  return !isEnding && short.endsWith(long.slice(from + 1)) && short.length === long.length - 1;
}

function isChanged(a: string, b: string, from: number): boolean {
  if (from === a.length - 1) return false;
  if (a.endsWith(b.slice(from + 1))) return CLOSE.has(`${a[from]}${b[from]}`);
  return a[from] === b[from + 1] && a[from + 1] === b[from] && a.endsWith(b.slice(from + 2));
}
