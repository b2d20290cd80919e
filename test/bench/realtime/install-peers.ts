import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { isInstalled } from './contenders.ts';

/** Installs the peers next to the bench, once, as their lock file says. Without them the tables lack their rows. */
export function installPeers(): void {
  if (isInstalled('socket.io')) return;
  console.error('Installing socket.io under test/bench/realtime/peers (once)…');
  const flags = ['ci', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const run = spawnSync('npm', flags, {
    cwd: join(import.meta.dirname, 'peers'),
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  if (run.status !== 0) console.error('npm could not install it: its rows are left out.');
}
