import { collectDefaultMetrics, Registry } from 'prom-client';
import type { Metrics } from '../metrics.ts';
import { addCounter, addGauge, addHistogram, one } from './instruments.ts';

/** What is read from the disk and the database when somebody asks, not counted as it happens. */
export type Looked = {
  commits: number;
  commitSeconds: number;
  /** Messages and other changes in those commits, and how many wait for one. */
  committed: number;
  writeQueue: number;
  databaseBytes: number;
  walBytes: number;
  /** Epoch seconds; null = never. */
  lastBackupAt: number | null;
  waiting: number;
  /** What people are still to be told. */
  notices: number;
  /** Seconds; 0 = nobody waits. */
  oldestHeldAge: number;
};

/** Every measure by its name. Values are taken from `metrics` and `look` at the moment of reading. */
export function createRegistry(metrics: Metrics, look: () => Promise<Looked>): Registry {
  const registry = new Registry();
  // Processor time, memory, open files, garbage collection, and the event loop's delay with its percentiles.
  collectDefaultMetrics({ register: registry });

  addGauge(registry, 'connections', 'Open connections', ['kind', 'state'], () =>
    Object.entries(metrics.connections()).map(words),
  );
  addCounter(registry, 'connections_closed_total', 'Connections closed', ['code'], () =>
    metrics.closed.entries().map(words),
  );
  addCounter(registry, 'upgrades_refused_total', 'Connections refused', ['reason'], () =>
    metrics.refusedUpgrades.entries().map(words),
  );
  addCounter(registry, 'messages_total', 'Messages stored', ['source', 'verdict'], () =>
    Object.entries(metrics.messages).flatMap(([way, verdicts]) =>
      Object.entries(verdicts).map(([verdict, value]) => ({ labels: [way, verdict], value })),
    ),
  );
  addHistogram(
    registry,
    'acknowledgement_seconds',
    'From a message’s arrival to its acknowledgement',
    [],
    () => [[[], metrics.acknowledgement]],
  );
  addCounter(registry, 'deliveries_total', 'Frames handed to connections', [], () => one(metrics.deliveries));
  addCounter(registry, 'frames_dropped_total', 'Frames replaced by newer ones that say the same', [], () =>
    one(metrics.droppedFrames),
  );
  addCounter(registry, 'resyncs_total', 'Positions that could not be continued from', [], () =>
    one(metrics.resyncs),
  );
  addHistogram(registry, 'catch_up_events', 'Events sent to somebody who was away', [], () => [
    [[], metrics.catchUp],
  ]);
  addHistogram(registry, 'filter_seconds', 'Judgements of the filter', [], () => [[[], metrics.filter]]);
  addCounter(registry, 'filter_failures_total', 'Judgements that failed: the message was held', [], () =>
    one(metrics.filterFailures),
  );
  addCounter(registry, 'notices_total', 'What people were told though not there', ['kind', 'outcome'], () =>
    metrics.notices.entries().map(words),
  );
  addCounter(registry, 'requests_total', 'Requests', ['method', 'route', 'status'], () =>
    metrics.requests.entries().map(words),
  );
  addHistogram(registry, 'request_seconds', 'Requests', ['method', 'route'], () =>
    [...metrics.requestTimes].map(([route, times]) => [route.split(' '), times]),
  );

  const looked = shared(look);
  addCounter(registry, 'commits_total', 'Synced commits', [], async () => one((await looked()).commits));
  addCounter(registry, 'commit_seconds_total', 'Time they took', [], async () =>
    one((await looked()).commitSeconds),
  );
  addCounter(registry, 'committed_total', 'What they held: messages, and other changes', [], async () =>
    one((await looked()).committed),
  );
  addGauge(registry, 'write_queue', 'What waits to be committed', [], async () =>
    one((await looked()).writeQueue),
  );
  addGauge(registry, 'database_bytes', 'Size of the database file', [], async () =>
    one((await looked()).databaseBytes),
  );
  addGauge(registry, 'database_wal_bytes', 'Size of its write-ahead log', [], async () =>
    one((await looked()).walBytes),
  );
  addGauge(
    registry,
    'last_backup_timestamp_seconds',
    'Last verified backup; absent = never',
    [],
    async () => {
      const { lastBackupAt } = await looked();
      return lastBackupAt === null ? [] : one(lastBackupAt);
    },
  );
  addGauge(registry, 'held_messages', 'Messages waiting for a moderator', [], async () =>
    one((await looked()).waiting),
  );
  addGauge(registry, 'notices_waiting', 'What people are still to be told', [], async () =>
    one((await looked()).notices),
  );
  addGauge(registry, 'oldest_held_seconds', 'How long the oldest has waited', [], async () =>
    one((await looked()).oldestHeldAge),
  );
  return registry;
}

const words = ([key, value]: [string, number]) => ({ labels: key.split(' '), value });

/** One look serves all the measures of one reading. */
function shared<T>(look: () => Promise<T>): () => Promise<T> {
  let current: Promise<T> | null = null;
  return () => {
    current ??= look().finally(() => {
      current = null;
    });
    return current;
  };
}
