import type { Verdict } from '../moderation/index.ts';
import { createDistribution, type Distribution } from './metrics/distribution.ts';
import { createTally, type Tally } from './metrics/tally.ts';

/** How a message came: over which kind of connection, or in a request of its own. */
export type Way = 'socket' | 'stream' | 'http';

/**
 * What happens is counted here by whoever does it, as plain numbers: nothing is formatted, hashed or looked
 * up before somebody reads `/metrics`. Names and explanations are in `metrics/registry.ts`. No id, text or
 * address is ever a key: keys are words of our own, and a tally takes a bounded number of them.
 * Times are in seconds.
 */
export type Metrics = {
  /** Messages stored, by how they came and the filter's verdict. */
  messages: Record<Way, Record<Verdict['effect'], number>>;
  /** From a message's arrival to its acknowledgement being written. */
  acknowledgement: Distribution;
  /** Frames handed to connections, and those dropped on the way because newer ones say the same. */
  deliveries: number;
  droppedFrames: number;
  /** Connections closed, by close code. */
  closed: Tally;
  /** Positions that could not be continued from. */
  resyncs: number;
  /** Events sent to somebody who was away, one value each time. */
  catchUp: Distribution;
  /** One judgement of the filter, and those that failed. */
  filter: Distribution;
  filterFailures: number;
  /** Upgrades refused, by the refusal's code. */
  refusedUpgrades: Tally;
  /** Requests: `${method} ${route pattern} ${status}`, and their times by `${method} ${route pattern}`. */
  requests: Tally;
  requestTimes: Map<string, Distribution>;
  /** Notices done with: `${kind} ${what became of it}`. */
  notices: Tally;
  /** Asked when somebody reads: `${socket | stream} ${state}` → connections at the moment. */
  connections: () => Record<string, number>;
};

/** Seconds: from a look-up in memory to a request that has clearly gone wrong. */
const SECONDS = [0.0001, 0.0003, 0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1, 2.5, 10];
const PIECES = [1, 2, 5, 10, 20, 50, 100, 200, 500];

export function createMetrics(): Metrics {
  return {
    messages: { socket: none(), stream: none(), http: none() },
    acknowledgement: createDistribution(SECONDS),
    deliveries: 0,
    droppedFrames: 0,
    closed: createTally(40),
    resyncs: 0,
    catchUp: createDistribution([0, ...PIECES]),
    filter: createDistribution(SECONDS),
    filterFailures: 0,
    refusedUpgrades: createTally(20),
    requests: createTally(1000),
    requestTimes: new Map(),
    notices: createTally(120),
    connections: () => ({}),
  };
}

const none = () => ({ allow: 0, flag: 0, hold: 0, reject: 0 });

/** Notes a request by the pattern of its route, of which there are as many as the server has. */
export function noteRequest(metrics: Metrics, route: string, status: number, seconds: number): void {
  metrics.requests.add(`${route} ${status}`);
  const times = metrics.requestTimes.get(route) ?? createDistribution(SECONDS);
  metrics.requestTimes.set(route, times);
  times.observe(seconds);
}
