/**
 * Loaded before a program (`node --import`): kills it, as a power cut would, right before the step of its
 * work with files that DIE_AT_STEP counts to. Without it, says at the end how many there were.
 */
import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import BetterSqlite3 from 'better-sqlite3';

type Methods = Record<string, (...args: unknown[]) => unknown>;

const dieAt = Number(process.env.DIE_AT_STEP ?? 0);
let steps = 0;

function countSteps(owner: Methods, names: string[]): void {
  for (const name of names) {
    const real = owner[name]!;
    owner[name] = function (this: unknown, ...args: unknown[]) {
      steps += 1;
      if (steps === dieAt) process.kill(process.pid, 'SIGKILL');
      return real.apply(this, args);
    };
  }
}

countSteps(fs as unknown as Methods, ['fsyncSync', 'renameSync', 'linkSync', 'rmSync', 'writeFileSync']);
syncBuiltinESMExports();
countSteps(BetterSqlite3.prototype as unknown as Methods, ['backup', 'close']);
process.on('exit', () => fs.writeSync(1, `steps ${steps}\n`));
