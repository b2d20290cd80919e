import { Counter, Gauge, type Metric, type Registry } from 'prom-client';
import type { Distribution } from './distribution.ts';

/** One line of a measure: its labels' values in the order of their names, and the number. */
export type Row = { labels: string[]; value: number };

export const one = (value: number): Row[] => [{ labels: [], value }];

type Rows = () => Row[] | Promise<Row[]>;

/** A number that only grows, kept elsewhere and read when asked. */
export function addCounter(registry: Registry, name: string, help: string, labelNames: string[], rows: Rows) {
  const add = (counter: Counter, { labels, value }: Row) => counter.inc(named(labelNames, labels), value);
  new Counter({ ...measure(registry, name, help, labelNames), collect: readAnew(rows, add) });
}

/** A number that is true at the moment. */
export function addGauge(registry: Registry, name: string, help: string, labelNames: string[], rows: Rows) {
  const set = (gauge: Gauge, { labels, value }: Row) => gauge.set(named(labelNames, labels), value);
  new Gauge({ ...measure(registry, name, help, labelNames), collect: readAnew(rows, set) });
}

function measure(registry: Registry, name: string, help: string, labelNames: string[]) {
  return { name: `entraide_${name}`, help, labelNames, registers: [registry] };
}

function readAnew<Kept extends Counter | Gauge>(rows: Rows, take: (kept: Kept, row: Row) => void) {
  return async function (this: Kept) {
    const now = await rows();
    this.reset();
    // Without rows there is nothing to say: not even the zero it begins with.
    this.remove({});
    for (const row of now) take(this, row);
  };
}

/**
 * A distribution kept elsewhere. prom-client's own histogram can only be observed into, value by value; its
 * registry takes whatever answers `get` in the text format's terms.
 * https://prometheus.io/docs/instrumenting/exposition_formats/#histograms-and-summaries
 */
export function addHistogram(
  registry: Registry,
  name: string,
  help: string,
  labelNames: string[],
  rows: () => [labels: string[], spread: Distribution][],
): void {
  const full = `entraide_${name}`;
  const get = async () => ({
    name: full,
    help,
    type: 'histogram',
    values: rows().flatMap(([labels, spread]) => linesOf(full, named(labelNames, labels), spread)),
  });
  // The registry reads these two of a metric; its type wants one of its four classes.
  registry.registerMetric({ name: full, get } as unknown as Metric);
}

function linesOf(name: string, labels: Record<string, string>, { bounds, counts, sum }: Distribution) {
  let below = 0;
  const buckets = counts.map((count, slot) => {
    below += count;
    const le = slot < bounds.length ? String(bounds[slot]) : '+Inf';
    return { metricName: `${name}_bucket`, labels: { ...labels, le }, value: below };
  });
  return [
    ...buckets,
    { metricName: `${name}_sum`, labels, value: sum },
    { metricName: `${name}_count`, labels, value: below },
  ];
}

function named(names: string[], values: string[]): Record<string, string> {
  return Object.fromEntries(names.map((name, i) => [name, values[i] ?? '']));
}
