/** In this order, whatever was asked for first: what waits for the disk, small writes, then what goes to very many. */
const STAGES = ['store', 'write', 'bulk'] as const;
export type Stage = (typeof STAGES)[number];

const asked = new Map<Stage, (() => void)[]>(STAGES.map((stage) => [stage, []]));
let isScheduled = false;

/**
 * Does some work when what has arrived in this turn of the event loop was handled, once for each time it is
 * asked; or in the next turn, where its stage is over. So a slice for thousands holds up nothing that is quick.
 */
export function atEndOfTurn(stage: Stage, work: () => void): void {
  asked.get(stage)!.push(work);
  if (isScheduled) return;
  isScheduled = true;
  for (const each of STAGES) setImmediate(run, each);
  setImmediate(goOn);
}

function run(stage: Stage): void {
  const now = asked.get(stage)!;
  if (now.length === 0) return;
  asked.set(stage, []);
  for (const work of now) work();
}

function goOn(): void {
  isScheduled = false;
  for (const [stage, works] of asked) {
    if (works.length === 0) continue;
    asked.set(stage, []);
    for (const work of works) atEndOfTurn(stage, work);
  }
}
