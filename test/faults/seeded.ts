/** Chance that can be had again: the same seed, the same choices. */
export type Chance = {
  /** An integer from 0 up to, not including, `below`. */
  below(below: number): number;
  one<T>(choices: readonly T[]): T;
  bytes(length: number): Buffer;
};

/** mulberry32 (Tommy Ettinger, public domain): 32 bits of state, good enough to choose with. */
export function chanceOf(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    one: (choices) => choices[below(choices.length)]!,
    bytes: (length) => Buffer.from(Array.from({ length }, () => below(256))),
  };
}

/** From the environment to have a run again, else a new one; whoever fails prints it. */
export const seedOf = (): number => Number(process.env.FAULTS_SEED ?? Math.floor(Math.random() * 2 ** 31));

/** Letters that make no text twice the same, and that no filter takes for a number or a word. */
export const anyLetters = (): string =>
  Buffer.from(crypto.getRandomValues(new Uint8Array(9)))
    .toString('hex')
    .replace(/\d/g, (digit) => 'ghijklmnop'[Number(digit)]!);
