/** A hash that grows by a letter at a time and in which two may be joined (Rabin and Karp 1987). */
const BASE = 0x2f0b4a27;
const I = 9;
const L = 12;

const powers = new Int32Array(64);
powers[0] = 1;
for (let exponent = 1; exponent < powers.length; exponent++) {
  powers[exponent] = Math.imul(powers[exponent - 1]!, BASE);
}

/** Letters that are drawn alike count as one: `l` as `i`. */
export function skimmed(letter: number): number {
  return letter === L ? I : letter;
}

export function extended(key: number, symbol: number): number {
  return (Math.imul(key, BASE) + symbol) | 0;
}

/** The key of two pieces written together; `length` counts the symbols of the second. */
export function joined(first: number, second: number, length: number): number {
  return (Math.imul(first, length < 64 ? powers[length]! : powerOf(length)) + second) | 0;
}

function powerOf(exponent: number): number {
  let power = powers[63]!;
  for (let at = 63; at < exponent; at++) power = Math.imul(power, BASE);
  return power;
}
