import type { Bar } from '../filter/bars.ts';

/** What the real-time core has to reach, as ratios within one run wherever a ratio says it. */
export const BARS: readonly Bar[] = [
  { figure: 'fan-out to 100, 16 in flight', least: 5, unit: 'times' },
  { figure: 'fan-out to 1000, 16 in flight', least: 10, unit: 'times' },
  { figure: 'fan-out to 5000, 16 in flight', least: 10, unit: 'times' },
  { figure: 'fan-out to 100, 1 in flight', least: 0.7, unit: 'times' },
  { figure: 'fan-out to 1000, 1 in flight', least: 1, unit: 'times' },
  ...[100, 1000, 5000].map((size) => ({ figure: `fan-out to ${size}, lost or out of order`, most: 0 })),
  ...[1000, 5000].flatMap((size) => [
    { figure: `latency p50 at ${size}`, most: 1.1, unit: 'times' },
    { figure: `latency p99 at ${size}`, most: 1.3, unit: 'times' },
    { figure: `latency at ${size}, lost or out of order`, most: 0 },
  ]),
  { figure: 'small beside large, p99', most: 10, unit: 'ms' },
  ...['disk as it is', 'slow disk'].flatMap((disk) => [
    { figure: `durable, 1 in flight, ${disk}, to one by one`, least: 12, unit: 'times' },
    { figure: `durable, 1 in flight, ${disk}, loop delay p99`, most: 2, unit: 'ms' },
    { figure: `durable, 4 in flight, ${disk}, loop delay p99`, most: 2, unit: 'ms' },
  ]),
  { figure: 'memory a connection, to raw', most: 1.25, unit: 'times' },
  { figure: 'connections a second, to raw', least: 0.7, unit: 'times' },
  { figure: '10000 idle, MB', most: 600, unit: 'MB' },
  { figure: '10000 idle, % of a core', most: 10, unit: '%' },
  { figure: 'storm, seconds until all are back', most: 20, unit: 's' },
  { figure: 'storm, attempts in the worst second', most: 40, unit: '%' },
  { figure: 'storm, not back', most: 0 },
  { figure: 'queries, bars missed', most: 0 },
  { figure: 'experts, last of the first wave told, p99', most: 1000, unit: 'ms' },
  { figure: 'experts, not told', most: 0 },
  { figure: 'import, seconds until all are invited', most: 10, unit: 's' },
  { figure: 'import, memory of a first list above before', most: 100, unit: 'MB' },
  { figure: 'import, memory of a second list above the first', most: 50, unit: 'MB' },
];
