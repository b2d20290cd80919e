import type { Misses } from './ours-texts.ts';

/** The longest a text is printed. */
const SHOWN = 160;

/** Prints each text that ours got wrong, with its kind: what to look at next. */
export const printMisses: Misses = (part, rows, filter) => {
  for (const { id, text, kind, tier, evasion, expect } of rows) {
    if (filter(text) === (expect === 'match')) continue;
    const what = expect === 'match' ? 'missed' : 'hit';
    console.log(`  ${part}: ${what} ${id} ${tier ?? ''} ${evasion ?? kind}: ${text.slice(0, SHOWN)}`);
  }
};

export const noMisses: Misses = () => {};
