/** The experiments at the promised sizes: `npm run faults`, or some of them: `npm run faults -- I9,I11`. */
import { FAULTS } from './long.ts';

const wanted = process.argv[2]?.split(',') ?? ['I'];
let isGood = true;
for (const { id, title, run } of FAULTS) {
  if (!wanted.some((one) => id.startsWith(one))) continue;
  console.log(`\n${id}  ${title}`);
  const { violations, figures } = await run();
  for (const { name, value, unit, atMost } of figures) {
    const isMissed = atMost !== undefined && value > atMost;
    const bar = atMost === undefined ? '' : `   ${isMissed ? 'MISSED' : 'passed'}, at most ${atMost} ${unit}`;
    console.log(`  ${name.padEnd(32)}${value.toFixed(unit === '' ? 0 : 1).padStart(10)} ${unit}${bar}`);
    isGood &&= !isMissed;
  }
  console.log(`  ${'faults'.padEnd(32)}${String(violations.length).padStart(10)}`);
  for (const { what } of violations.slice(0, 5)) console.log(`    ${what}`);
  isGood &&= violations.length === 0;
}
console.log(isGood ? '\nEvery promise held.' : '\nAt least one promise was broken.');
process.exit(isGood ? 0 : 1);
