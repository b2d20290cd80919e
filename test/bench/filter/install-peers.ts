import { spawnSync } from 'node:child_process';
import { peers } from './contenders.ts';
import { installedVersion } from './peer.ts';

/**
 * Installs the peers next to the bench when one is missing. `install`, not `ci`: the lock file cannot name every
 * platform's binaries. Says what it does; what cannot be installed is left out, which the tables then show.
 */
export function installPeers(): void {
  const missing = namesOf().filter((name) => installedVersion(name) === null);
  if (missing.length === 0) return;
  console.error(`Installing ${missing.join(', ')} under test/bench/filter (once)…`);
  if (!npmInstall()) console.error('npm could not install them: what is missing is shown as not installed.');
}

function namesOf(): string[] {
  return [...new Set(peers.flatMap(({ from }) => (from === null ? [] : [from])))];
}

function npmInstall(): boolean {
  const flags = ['--no-save', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const run = spawnSync('npm', ['install', ...flags], {
    cwd: import.meta.dirname,
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  return run.status === 0 && namesOf().every((name) => installedVersion(name) !== null);
}
