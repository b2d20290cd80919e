/** With some ten bits for each word and four probes, about one stranger in fifty passes for a word. */
const PROBES = 4;
/** The filter is a power of two of whole blocks. */
export const BLOCK_BYTES = 64;

/** Whether all bits of a word with this hash are set: it was put in, or looks like those that were. */
export function probed(filter: Uint8Array, hash: number): boolean {
  const first = mixed(hash);
  const second = mixed(first ^ 0x9e3779b9);
  for (let probe = 0; probe < PROBES; probe++) {
    const bit = bitOf(filter, first, second, probe);
    if (((filter[bit >> 3]! >> (bit & 7)) & 1) === 0) return false;
  }
  return true;
}

/** Sets all bits of this word. */
export function put(filter: Uint8Array, word: string): void {
  let hash = EMPTY;
  for (let at = 0; at < word.length; at++) hash = hashedWith(hash, word.charCodeAt(at));
  const first = mixed(hash);
  const second = mixed(first ^ 0x9e3779b9);
  for (let probe = 0; probe < PROBES; probe++) {
    const bit = bitOf(filter, first, second, probe);
    filter[bit >> 3]! |= 1 << (bit & 7);
  }
}

/** FNV-1a, of nothing and with one more UTF-16 unit. */
export const EMPTY = 0x811c9dc5;

export function hashedWith(hash: number, unit: number): number {
  return Math.imul(hash ^ unit, 0x01000193);
}

/**
 * All probes of a word fall into one block of 64 bytes, which is one look into memory (Putze, Sanders and
 * Singler, "Cache-, hash- and space-efficient Bloom filters", 2007).
 */
function bitOf(filter: Uint8Array, first: number, second: number, probe: number): number {
  const block = first & ((filter.length >> 6) - 1);
  return (block << 9) | ((second >>> (probe * 7)) & 0x1ff);
}

function mixed(hash: number): number {
  let mix = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  mix = Math.imul(mix ^ (mix >>> 13), 0xc2b2ae35);
  return mix ^ (mix >>> 16);
}
