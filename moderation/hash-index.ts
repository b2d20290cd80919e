/** A set of 32-bit hashes with numbers filed under them; made once, then only asked. Open addressing. */
export type HashIndex = {
  has(hash: number): boolean;
  /** The numbers filed under this hash, the last one first. */
  under(hash: number): readonly number[];
};

export type HashIndexBuilder = { add(hash: number, value: number): void; done(): HashIndex };

/** Of the first look: few enough to stay near the processor. */
const BITS_A_HASH = 12;
const SPREAD = 0x9e3779b1;
const NONE: readonly number[] = [];

/** @param expected how many pairs will be added at most */
export function buildHashIndex(expected: number): HashIndexBuilder {
  const size = 2 ** Math.ceil(Math.log2(Math.max(16, expected * 2)));
  const mask = size - 1;
  const hashes = new Int32Array(size);
  const heads = new Int32Array(size);
  const values = new Int32Array(expected + 1);
  const nexts = new Int32Array(expected + 1);
  /** Says no to nearly every stranger, out of a few kilobytes. */
  const firstLook = Math.max(10, Math.ceil(Math.log2(expected * BITS_A_HASH)));
  const bits = new Uint8Array(2 ** (firstLook - 3));
  const shift = 32 - firstLook;
  let count = 0;

  function slotOf(hash: number): number {
    let slot = (Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 7) & mask;
    while (heads[slot] !== 0 && hashes[slot] !== hash) slot = (slot + 1) & mask;
    return slot;
  }

  function has(hash: number): boolean {
    const bit = Math.imul(hash, SPREAD) >>> shift;
    return ((bits[bit >> 3]! >> (bit & 7)) & 1) === 1 && heads[slotOf(hash | 0)] !== 0;
  }

  return {
    add(hash, value) {
      const slot = slotOf(hash | 0);
      count += 1;
      hashes[slot] = hash | 0;
      const bit = Math.imul(hash, SPREAD) >>> shift;
      bits[bit >> 3]! |= 1 << (bit & 7);
      values[count] = value;
      nexts[count] = heads[slot]!;
      heads[slot] = count;
    },
    done: () => ({
      has,
      under(hash) {
        if (!has(hash)) return NONE;
        const found: number[] = [];
        for (let at = heads[slotOf(hash | 0)]!; at !== 0; at = nexts[at]!) found.push(values[at]!);
        return found;
      },
    }),
  };
}
