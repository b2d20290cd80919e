/** The long tier: `npm run rig`, or some of it: `npm run rig -- --only I1,I4`. README.md says how to read it. */
import { parseArgs } from 'node:util';
import { countByKind, type Violation } from './checker.ts';
import { LONG, type Trial } from './long.ts';

const { values } = parseArgs({ options: { only: { type: 'string' } } });
const wanted = values.only?.split(',');
const trials = LONG.filter(({ id }) => !wanted || wanted.some((one) => id.startsWith(one)));
if (trials.length === 0) {
  console.error(`--only: there is ${LONG.map(({ id }) => id).join(', ')}.`);
  process.exit(2);
}

let isGood = true;
for (const trial of trials) {
  const passed = await tryOut(trial);
  isGood &&= passed;
}
console.log(isGood ? '\nEvery promise held.' : '\nAt least one promise was broken.');
process.exit(isGood ? 0 : 1);

/** Prints one table. @returns whether every line of it passed */
async function tryOut({ id, title, run }: Trial): Promise<boolean> {
  console.log(`\n${id}  ${title}`);
  try {
    const { violations, figures } = await run();
    for (const { name, value, unit, atMost } of figures) {
      const bar =
        atMost === undefined ? '' : `   ${value <= atMost ? 'passed' : 'MISSED'}, at most ${atMost}${unit}`;
      console.log(`  ${name.padEnd(44)}${shown(value).padStart(9)}${unit.padEnd(3)}${bar}`);
    }
    tellViolations(violations);
    const isWithin = figures.every(({ value, atMost }) => atMost === undefined || value <= atMost);
    return violations.length === 0 && isWithin;
  } catch (error) {
    console.log(`  FAILED: ${error instanceof Error ? error.message : error}`);
    return false;
  }
}

function shown(value: number): string {
  return Number.isInteger(value) ? String(value) : value.toFixed(value < 10 ? 2 : 0);
}

function tellViolations(violations: Violation[]): void {
  const counts = Object.entries(countByKind(violations)).map(([kind, count]) => `${count} × ${kind}`);
  console.log(`  ${'violations'.padEnd(44)}${counts.length > 0 ? counts.join(', ') : '       none'}`);
  for (const { kind, client, what } of violations.slice(0, 5))
    console.log(`    ${kind}: ${client ?? ''} ${what}`);
}
