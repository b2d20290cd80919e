/** The middle one; between the two middle ones of an even number. @throws Error when there is none */
export function median(values: number[]): number {
  if (values.length === 0) throw new Error('no values to take the middle of');
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
}

/** The middle one of what each round's value is to the same round's base: only those compare. */
export function medianRatio(values: number[], bases: number[]): number {
  return median(values.map((value, round) => value / bases[round]!));
}

/** A number with the digits that say something: 0.085, 1.27, 15.3, 240. */
export function short(value: number): string {
  if (value === 0) return '0';
  const size = Math.abs(value);
  return value.toFixed(size < 0.1 ? 3 : size < 10 ? 2 : size < 100 ? 1 : 0);
}

/** As many times the base: × 15.3; a dash where one of them was too short to be measured. */
export const times = (ratio: number) => (Number.isFinite(ratio) && ratio > 0 ? `× ${short(ratio)}` : '–');
