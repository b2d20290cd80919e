import type { Violation } from './checker.ts';
import { publishAtCutOver } from './experiments/cut-over.ts';
import { cutAtRandom } from './experiments/cuts.ts';
import { killUnderLoad } from './experiments/kill.ts';
import { loseTheLast } from './experiments/lost-last.ts';
import { onceOverHttp, onceOverSocket } from './experiments/once.ts';
import { restoreBehind } from './experiments/restored.ts';
import { sameOrder } from './experiments/same-order.ts';
import { simulateStorm } from './experiments/simulated-storm.ts';
import { storm } from './experiments/storm.ts';
import { countSyncs, whyNoTrace } from './experiments/synced.ts';
import { terminateUnderLoad } from './experiments/terminate.ts';

/** A number that was measured; with `atMost`, the promise's own line. */
export type Figure = { name: string; value: number; unit: string; atMost?: number };
export type Trial = {
  id: string;
  title: string;
  run(): Promise<{ violations: Violation[]; figures: Figure[] }>;
};

/** Every experiment at the size that is promised. */
export const LONG: Trial[] = [
  {
    id: 'I1-kill',
    title: '1,000 connections, 200 messages/s for 60 s, SIGKILL every 5 s',
    async run() {
      const run = await killUnderLoad({ clients: 1000, sites: 50, perSecond: 200, kills: 12, everyMs: 5000 });
      const late = run.backWithinMs.filter((ms) => ms === null).length;
      const figures = [
        count('messages written', run.written),
        count('not acknowledged in the end', run.written - run.acknowledged, 0),
        ms('acknowledgement, p50', run.ack.p50),
        ms('acknowledgement, p99', run.ack.p99, 2500),
        ms('away, p50', run.reconnect.p50),
        ms('away, p99', run.reconnect.p99),
        ms(
          'everybody back after a restart, worst',
          Math.max(...run.backWithinMs.map((one) => one ?? 0)),
          5000,
        ),
        count('restarts after which not all were back in 5 s', late, 0),
      ];
      return { violations: run.violations, figures };
    },
  },
  {
    id: 'I1-term',
    title: '500 connections, 100 messages/s, SIGTERM',
    async run() {
      const {
        violations,
        exitCode,
        ms: took,
        unknown,
      } = await terminateUnderLoad({
        clients: 500,
        sites: 25,
        perSecond: 100,
      });
      const figures = [
        count('exit code', exitCode ?? 99, 0),
        ms('until the exit', took, 10_000),
        count('intents left unknown', unknown.length, 0),
      ];
      return { violations, figures };
    },
  },
  {
    id: 'I1-sync',
    title: '200 messages sent one after the other, system calls counted',
    async run() {
      const reason = whyNoTrace();
      if (reason) throw new Error(`SKIPPED, which is no pass: ${reason}`);
      const { messages, syncs } = await countSyncs(200);
      return { violations: [], figures: [count('syncs', syncs), count('messages', messages, syncs)] };
    },
  },
  {
    id: 'I2-socket',
    title: '5,000 messages over sockets, each delivered three times, half of the answers lost',
    run: async () => ofOnce(await onceOverSocket({ clients: 2500, sends: 5000 })),
  },
  {
    id: 'I2-http',
    title: '5,000 messages over HTTP, each delivered three times, half of the answers lost',
    run: async () => ofOnce(await onceOverHttp({ clients: 2500, sends: 5000 })),
  },
  {
    id: 'I3',
    title: '50 writers and 500 readers in one conversation, 500 messages, one held and released',
    async run() {
      const run = await sameOrder({ writers: 50, readers: 500, messagesEach: 10 });
      const figures = [
        count('messages', run.messages),
        count('different transcripts', run.transcripts, 1),
        count(
          'the released one’s number minus the next',
          (run.released.seq ?? 0) - run.released.before - 1,
          0,
        ),
      ];
      return { violations: run.violations, figures };
    },
  },
  {
    id: 'I4-cuts',
    title: '200 connections, 60 messages/s, 400 random cuts',
    async run() {
      const run = await cutAtRandom({ clients: 200, sites: 10, perSecond: 60, cuts: 400, everyMs: 75 });
      return {
        violations: run.violations,
        figures: [count('messages', run.written), count('cuts', run.cuts)],
      };
    },
  },
  {
    id: 'I4-cut-over',
    title: '2,000 messages published between history and going live',
    async run() {
      const run = await publishAtCutOver({ readers: 20, rounds: 100 });
      return {
        violations: run.violations,
        figures: [count('published', run.published), count('missed', run.missed, 0)],
      };
    },
  },
  {
    id: 'I4-lost-last',
    title: 'nobody is told of a last message; 30 s of the client’s clock pass',
    async run() {
      const { violations, hasAfter } = await loseTheLast(30_000);
      return { violations, figures: [count('messages missing', hasAfter ? 0 : 1, 0)] };
    },
  },
  {
    id: 'I4-restored',
    title: 'the database goes back behind a reader’s back, in the same epoch and in another',
    async run() {
      const runs = [await restoreBehind({ epoch: null }), await restoreBehind({ epoch: 'restored' })];
      const silent = runs.filter(({ resyncs }) => resyncs === 0).length;
      return {
        violations: runs.flatMap(({ violations }) => violations),
        figures: [count('readers not told', silent, 0)],
      };
    },
  },
  {
    id: 'I4-storm',
    title: '5,000 connections cut off by one kill',
    async run() {
      const run = await storm({ clients: 5000, sites: 100 });
      const figures = [
        count('attempts', run.attempts),
        percent('of them in the busiest second', run.busiestShare, 40),
        ms('away', run.downMs),
        ms('everybody back after the restart', run.backWithinMs, 20_000),
      ];
      return { violations: run.violations, figures };
    },
  },
  ...[1500, 5000, 15_000].map(
    (downMs): Trial => ({
      id: `I4-simulated-${downMs}`,
      title: `5,000 of the client with a clock of their own, server away for ${downMs / 1000} s`,
      async run() {
        const run = await simulateStorm(5000, downMs);
        const figures = [
          count('attempts', run.attempts),
          percent('of them in the busiest second', run.busiestShare, 40),
          ms('everybody back', run.allBackMs, 20_000),
        ];
        return { violations: [], figures };
      },
    }),
  ),
];

function ofOnce(run: Awaited<ReturnType<typeof onceOverHttp>>) {
  const figures = [
    count('sends', run.sends),
    count('answers lost', run.lostAcks),
    count('rows more or fewer than sends', Math.abs(run.rows - run.sends), 0),
  ];
  return { violations: run.violations, figures };
}

const count = (name: string, value: number, atMost?: number): Figure => ({ name, value, unit: '', atMost });
const ms = (name: string, value: number, atMost?: number): Figure => ({ name, value, unit: ' ms', atMost });
const percent = (name: string, share: number, atMost: number): Figure => ({
  name,
  value: share * 100,
  unit: ' %',
  atMost,
});
