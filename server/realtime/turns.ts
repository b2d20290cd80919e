import { createSlices } from '../slices.ts';

/**
 * Spreads work over turns of the loop: what arrives together is begun so much at a time, in the order it came,
 * and everybody else gets their turn between.
 */
export type Turns = (work: () => void) => void;

export function createTurns(perTurn: number): Turns {
  let begun = 0;
  let waiting: (() => void)[] = [];

  function nextTurn(): void {
    const now = waiting.slice(0, perTurn);
    waiting = waiting.slice(perTurn);
    begun = now.length;
    if (begun > 0) setImmediate(nextTurn);
    for (const work of now) work();
  }

  return (work) => {
    if (begun === 0) setImmediate(nextTurn);
    if (begun >= perTurn || waiting.length > 0) {
      waiting.push(work);
    } else {
      begun += 1;
      work();
    }
  };
}

/** Work that is long when many ask for it at once: one piece after the other, and everybody else between. */
export type InTurn = <Result>(work: () => Promise<Result>) => Promise<Result>;

export function createInTurn(): InTurn {
  const pause = createSlices();
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(pause).then(work);
    last = done.then(NOTHING, NOTHING);
    return done;
  };
}

const NOTHING = () => undefined;
