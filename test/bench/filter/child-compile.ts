/** In a process of its own: how long a list takes to be made ready, and what it holds in memory. */
import { processorTime } from './clock.ts';
import { contenderNamed } from './contenders.ts';
import { madeUpTerms } from './made-up-terms.ts';
import { median } from './pace.ts';

const [name = '', size = '10000'] = process.argv.slice(2);
const AGAIN = 3;

const terms = madeUpTerms(Number(size));
const peer = contenderNamed(name);
const collect = global.gc ?? missing();

// The package itself, loaded and once used, is none of what the list costs.
await peer.make(['warm'], []);
collect();
const before = process.memoryUsage();
const first = await timed();
const ready = await timed();
collect();
const after = process.memoryUsage();
const again = [ready.milliseconds];
while (again.length < AGAIN) again.push((await timed()).milliseconds);

const held = [first, ready].filter(({ filter }) => filter('ordinary') !== undefined).length;
const heap = (after.heapUsed - before.heapUsed) / held;
const outside = (after.external + after.arrayBuffers - before.external - before.arrayBuffers) / held;
console.log(
  JSON.stringify({
    first: first.milliseconds,
    again: median(again),
    megabytes: (heap + outside) / 1_048_576,
  }),
);

async function timed() {
  const begun = processorTime();
  const filter = await peer.make(terms, []);
  // What a package puts off until the first text belongs to making ready.
  filter('ordinary');
  return { filter, milliseconds: processorTime() - begun };
}

function missing(): never {
  throw new Error('Run with --expose-gc');
}
