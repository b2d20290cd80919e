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
