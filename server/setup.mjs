// Installs what the lock file says, once. Plain JavaScript for any Node ≥ 20: it runs before anything is installed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const stamp = join(root, 'node_modules/.entraide-lock');
const lock = createHash('sha256')
  .update(readFileSync(join(root, 'package-lock.json')))
  .digest('hex');
const pinned = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node');

if (!upToDate()) install();

function upToDate() {
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === lock && existsSync(pinned);
}

function install() {
  if (Number(process.versions.node.split('.')[0]) < 20)
    stop(`Node ${process.versions.node} is too old: use Node 20 or newer.`);
  console.error('Installing dependencies (once, about a minute)…');
  // `install`, not `ci`: a lock file cannot name every platform's optional binaries on every registry.
  // No package's own script runs but one: `node`, which fetches the pinned Node from the registry.
  npm('install', '--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error');
  npm('rebuild', 'node', '--ignore-scripts=false', '--loglevel=error');
  if (!existsSync(pinned))
    stop('The pinned Node was not installed. Check the connection to the npm registry, then try again.');
  writeFileSync(stamp, lock);
}

function npm(...args) {
  const run = spawnSync('npm', args, {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (run.status !== 0)
    stop(`npm ${args[0]} failed. Check the connection to the npm registry, then try again.`);
}

function stop(line) {
  console.error(line);
  process.exit(1);
}
