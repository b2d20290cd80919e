import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

/** How a child ended: by itself, by one of our limits, or by an error of its own. */
export type Ending = 'done' | 'too slow' | 'out of time' | 'failed';

/** No line for `line` milliseconds, or no end after `whole`, ends the child. */
export type Limits = { line: number; whole: number };

/** Runs one of the bench's files in a process of its own and hands over each line it says, read as JSON. */
export function runChild<Line>(file: string, args: string[], limits: Limits, onLine: (line: Line) => void) {
  const child = spawn(process.execPath, ['--expose-gc', join(import.meta.dirname, file), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise<Ending>((resolve) => {
    let ending: Ending | null = null;
    const stop = (why: Ending) => {
      ending ??= why;
      child.kill('SIGKILL');
    };
    const whole = setTimeout(stop, limits.whole, 'out of time');
    let line = setTimeout(stop, limits.line, 'too slow');
    createInterface({ input: child.stdout }).on('line', (text) => {
      clearTimeout(line);
      line = setTimeout(stop, limits.line, 'too slow');
      onLine(JSON.parse(text) as Line);
    });
    child.on('close', (code) => {
      clearTimeout(whole);
      clearTimeout(line);
      resolve(ending ?? (code === 0 ? 'done' : 'failed'));
    });
  });
}
