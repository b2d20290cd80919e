/**
 * Milliseconds of processor time that this thread has used. Unlike the clock on the wall it stands still while
 * other programs have the processor, so a busy machine disturbs a measurement less.
 */
export function processorTime(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}
