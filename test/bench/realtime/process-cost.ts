import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** Linux counts processor time in ticks of 1/100 s, whatever the machine (sysconf(_SC_CLK_TCK)). */
const TICKS_A_SECOND = 100;

/** Seconds of processor time a process has used in all its threads: utime + stime, proc_pid_stat(5). */
export function cpuSeconds(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // The name, in parentheses, may hold blanks; utime and stime are the 14th and 15th fields of the line.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_A_SECOND;
}

/** Bytes of memory a process holds resident: VmRSS, proc_pid_status(5). */
export function residentBytes(pid: number): number {
  const [, kilobytes] = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  if (kilobytes === undefined) throw new Error(`no VmRSS for process ${pid}`);
  return Number(kilobytes) * 1024;
}

/** @throws Error that says how to allow them, where this shell may not open so many files */
export function assertOpenFiles(connections: number): void {
  const needed = connections + 200;
  const allowed = execFileSync('sh', ['-c', 'ulimit -n'], { encoding: 'utf8' }).trim();
  if (allowed === 'unlimited' || Number(allowed) >= needed) return;
  throw new Error(
    `${connections} connections need ${needed} open files, ${allowed} are allowed here: ulimit -n ${needed}`,
  );
}
