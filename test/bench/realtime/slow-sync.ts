import { spawnSync } from 'node:child_process';
import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

let library: string | null | undefined;

/**
 * What a process has to be started with so that each sync of its disk takes so much longer.
 * @returns environment variables; null where there is no C compiler
 */
export function slowSync(milliseconds: number): Record<string, string> | null {
  if (library === undefined) library = compile();
  return library === null ? null : { LD_PRELOAD: library, SLOW_SYNC_MS: String(milliseconds) };
}

function compile(): string | null {
  const output = join(mkdtempSync(join(tmpdir(), 'entraide-slow-sync-')), 'slow-sync.so');
  const source = join(import.meta.dirname, 'slow-sync.c');
  const run = spawnSync('gcc', ['-O2', '-shared', '-fPIC', '-o', output, source, '-ldl'], {
    stdio: 'inherit',
  });
  return run.status === 0 ? output : null;
}
