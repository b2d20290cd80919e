/** In a process of its own, so that it can be ended: one filter, one text after another, a line for each. */
import { processorTime } from './clock.ts';
import { contenderNamed } from './contenders.ts';
import { HOSTILE_PIECES, repeated } from './hostile-texts.ts';
import { median } from './pace.ts';
import { termsForHostile } from './terms-for-hostile.ts';

const WARM = 1_000;
const ORDINARY = ['Bonjour, quelle taille choisir ?', 'https://example.com/a'];

const [name = '', size = '10000', unit = 'bytes', rounds = '1'] = process.argv.slice(2);

const filter = await contenderNamed(name).make(termsForHostile(), []);
warmUp();
tell({ ready: true });

for (const [piece, text] of Object.entries(HOSTILE_PIECES)) {
  const hostile = repeated(text, Number(size), unit === 'bytes' ? 'bytes' : 'code points');
  const times = Array.from({ length: Number(rounds) }, () => timeOf(hostile));
  tell({ piece, milliseconds: median(times), best: Math.min(...times) });
}

/** What is first run is slow for another reason than the text. */
function warmUp(): void {
  const until = processorTime() + WARM;
  for (let turn = 0; turn < 1_000 && processorTime() < until; turn++)
    filter(ORDINARY[turn % ORDINARY.length]!);
}

function timeOf(text: string): number {
  const begun = processorTime();
  filter(text);
  return processorTime() - begun;
}

function tell(line: object): void {
  process.stdout.write(`${JSON.stringify(line)}\n`);
}
