/** A hash that grows by a symbol at a time and in which two may be joined (Karp and Rabin 1987). */
const BASE = 0x2f0b4a27;

const powers = new Int32Array(64);
powers[0] = 1;
for (let exponent = 1; exponent < powers.length; exponent++) {
  powers[exponent] = Math.imul(powers[exponent - 1]!, BASE);
}

export function extended(hash: number, symbol: number): number {
  return (Math.imul(hash, BASE) + symbol) | 0;
}

/** The hash of two pieces written together; `length` counts the symbols of the second. */
export function joined(first: number, second: number, length: number): number {
  return (Math.imul(first, length < 64 ? powers[length]! : powerOf(length)) + second) | 0;
}

function powerOf(exponent: number): number {
  let power = powers[63]!;
  for (let at = 63; at < exponent; at++) power = Math.imul(power, BASE);
  return power;
}

/** The hash of a word, UTF-16 unit by unit. */
export function hashOf(word: string): number {
  let hash = 0;
  for (let at = 0; at < word.length; at++) hash = extended(hash, word.charCodeAt(at));
  return hash;
}
