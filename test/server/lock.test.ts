import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { DatabaseInUse, takeLock } from '../../db/lock.ts';

const root = resolve(import.meta.dirname, '../..');
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'entraide-lock-'));
  file = join(folder, 'entraide.db');
});
const children: ChildProcess[] = [];
afterEach(() => {
  for (const child of children.splice(0)) child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

/** Takes the lock in a process of its own, says so, and keeps it until it is killed. */
const HOLD = `
  const { takeLock } = await import(${JSON.stringify(join(root, 'db/lock.ts'))});
  try { takeLock(process.argv[1], 'start', 1_700_000_000_000); console.log('held'); setInterval(() => {}, 1e6); }
  catch (error) { console.log(error.constructor.name); process.exitCode = 7; }`;

function holder() {
  const child = spawn(process.execPath, ['--input-type=module', '-e', HOLD, file], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const said = once(child.stdout!, 'data').then(([data]) => String(data).trim());
  const exited = once(child, 'exit');
  children.push(child);
  const kill = async () => {
    child.kill('SIGKILL');
    await exited;
  };
  return { child, said, kill };
}

test('[LOCK1] a database that another process uses is refused, with who uses it and what to do', async () => {
  const other = holder();
  expect(await other.said).toBe('held');
  const refused = refusal(() => takeLock(file, 'migrate', 0));
  expect(refused.holder).toEqual({ pid: other.child.pid, since: 1_700_000_000_000, command: 'start' });
  expect(refused.message).toBe(
    `The database ${file} is used by process ${other.child.pid} (entraide start, since 2023-11-14T22:13:20.000Z). ` +
      'Stop it first, or choose another folder: ENTRAIDE_DATA.',
  );
  await other.kill();
});

test('[LOCK2] a killed process leaves nothing that keeps the next one out', async () => {
  const other = holder();
  await other.said;
  await other.kill();
  expect(existsSync(`${file}.in-use`)).toBe(true);
  const lock = takeLock(file, 'start', 5);
  expect(JSON.parse(readFileSync(`${file}.in-use`, 'utf8'))).toEqual({
    pid: process.pid,
    since: 5,
    command: 'start',
  });
  lock.release();
  expect(existsSync(`${file}.in-use`)).toBe(false);
});

test('[LOCK3] of eight that start in the same instant, exactly one has it', async () => {
  const all = Array.from({ length: 8 }, holder);
  const said = await Promise.all(all.map((one) => one.said));
  expect(said.filter((word) => word === 'held')).toHaveLength(1);
  expect(said.filter((word) => word === 'DatabaseInUse')).toHaveLength(7);
});

test('[LOCK4] released, or asked for twice by one process, it is kept and given as by two', () => {
  const first = takeLock(file, 'start', 0);
  expect(refusal(() => takeLock(file, 'demo', 0)).holder?.pid).toBe(process.pid);
  first.release();
  first.release();
  takeLock(file, 'demo', 0).release();
});

test('[LOCK5] start and every command that writes refuse in one line; backup and verify do not need it', async () => {
  const env = { ...process.env, ENTRAIDE_DATA: folder, ENTRAIDE_PORT: '0', ENTRAIDE_LOG_LEVEL: 'silent' };
  const run = (...args: string[]) =>
    promisify(execFile)(process.execPath, ['server/cli.ts', ...args], { cwd: root, env }).then(
      ({ stdout }) => ({ code: 0, out: stdout, line: '' }),
      (error) => ({ code: error.code as number, out: '', line: String(error.stderr) }),
    );
  expect((await run('create-site', 'shop', 'Shop', 'https://shop.test')).code).toBe(0);
  const lock = takeLock(file, 'start', 0);
  const backup = join(folder, 'copy.db');
  for (const command of [
    ['start'],
    ['migrate'],
    ['create-site', 'b', 'B'],
    ['create-manager', 'shop', 'a@b.test'],
    ['sign-in-link', 'a@b.test'],
    ['restore', backup],
  ]) {
    const { code, line } = await run(...command);
    expect([command[0], code, line.split('\n').length]).toEqual([command[0], 1, 2]);
    expect(line).toContain(`is used by process ${process.pid} (entraide start`);
  }
  expect((await run('backup', backup)).out).toContain('site 1');
  expect((await run('verify', backup)).out).toContain('is whole');
  lock.release();
}, 60_000);

function refusal(work: () => unknown): DatabaseInUse {
  try {
    work();
  } catch (error) {
    if (error instanceof DatabaseInUse) return error;
    throw error;
  }
  throw new Error('nothing was refused');
}
