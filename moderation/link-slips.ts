/** The name, and the name without each of its letters: two names with one of them in common are near. */
export function slipsOf(name: string): string[] {
  const slips = [name];
  for (let at = 0; at < name.length && at < 40; at++) slips.push(name.slice(0, at) + name.slice(at + 1));
  return slips;
}

/**
 * Whether one letter was left out, added, changed, or two neighbours swapped, and a reader would hardly see it:
 * not at the beginning, no plural, no other number.
 */
export function isOneSlip(a: string, b: string): boolean {
  if (a === b) return false;
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  let from = 0;
  while (from < short.length && short[from] === long[from]) from += 1;
  if (from === 0) return false;
  const rest = [short.slice(from), long.slice(from)] as const;
  const differing = long[from]! + (short[from] ?? '');
  if (/[\d-]/.test(differing)) return false;
  if (long.length > short.length)
    return rest[0] === rest[1].slice(1) && !(rest[1].length === 1 && /[sex]/.test(differing));
  if (long.length < short.length) return false;
  const swapped =
    rest[1][1] === rest[0][0] && rest[1][0] === rest[0][1] && rest[0].slice(2) === rest[1].slice(2);
  return swapped || (rest[0].slice(1) === rest[1].slice(1) && rest[0].length > 1);
}
