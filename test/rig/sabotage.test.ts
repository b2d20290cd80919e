import { spawnSync } from 'node:child_process';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import type { Sabotage } from './sabotage.ts';

const root = resolve(import.meta.dirname, '../..');
const FILE = 'server/slices.ts';
const BROKEN = {
  file: FILE,
  find: 'export function createSlices',
  replace: 'throw new Error("broken"); export function createSlices',
};

test('[RIG10] a source is broken while it is loaded, in threads as well', () => {
  for (const inThread of [false, true]) {
    const { stderr, status } = run([BROKEN], inThread);
    expect(stderr).toContain(`sabotaged ${FILE}`);
    expect(stderr).toContain('broken');
    expect(status).not.toBe(0);
  }
});

test('[RIG11] a text that is not there once, or a file that nobody loads, is an error', () => {
  expect(run([{ ...BROKEN, find: 'no such text' }]).stderr).toContain('0 times');
  expect(run([{ ...BROKEN, find: 'export' }]).stderr).toMatch(/sabotage: the text is \d times/);
  const unloaded = run([{ ...BROKEN, file: 'server/limits.ts' }]);
  expect(unloaded).toMatchObject({ status: 70 });
  expect(unloaded.stderr).toContain('never loaded: server/limits.ts');
});

function run(sabotage: Sabotage[], inThread = false) {
  const load = `await import(${JSON.stringify(resolve(root, FILE))})`;
  const script = inThread
    ? `import { Worker } from 'node:worker_threads'; new Worker(${JSON.stringify(load)}, { eval: true })`
    : load;
  const args = ['--import', './test/rig/sabotage.ts', '--input-type=module', '--eval', script];
  const env = { ...process.env, SABOTAGE: JSON.stringify(sabotage) };
  return spawnSync(process.execPath, args, { cwd: root, env, encoding: 'utf8' });
}
