/** The experiments at the sizes that are promised: minutes each. Shaped as the rig's own trials are. */
import { clockJumps, JUMPS } from './experiments/clock-jumps.ts';
import { idleSockets } from './experiments/idle-sockets.ts';
import { leaks } from './experiments/leaks.ts';
import { mailHangs } from './experiments/mail-hangs.ts';
import { malformedFrames } from './experiments/malformed-frames.ts';
import { mutatedJson } from './experiments/mutated-json.ts';
import { mutatedRequests } from './experiments/mutated-requests.ts';
import { races } from './experiments/races.ts';
import { slowReaders } from './experiments/slow-readers.ts';
import { upgradeFlood } from './experiments/upgrade-flood.ts';
import { writeFailures } from './experiments/write-failures.ts';
import { percentileOf } from './percentiles.ts';
import { seedOf } from './seeded.ts';

type Figure = { name: string; value: number; unit: string; atMost?: number };
type Found = { violations: { kind: 'fault'; client: null; what: string }[]; figures: Figure[] };
type Trial = { id: string; title: string; run(): Promise<Found> };

const seed = seedOf();

export const FAULTS: Trial[] = [
  {
    id: 'I5',
    title: '1,000 marked texts through their lives',
    async run() {
      const { faults, searched } = await leaks({ canaries: 1000 });
      return found(faults, [count('searches', searched)]);
    },
  },
  {
    id: 'I7',
    title: '1,001 races against what is taken away',
    async run() {
      const { faults, accepted, closedAfterMs } = await races({ count: 1001, seed });
      const closed = [...closedAfterMs].sort((a, b) => a - b);
      return found(faults, [
        count('messages accepted before', accepted),
        ms('connections closed, p50', percentileOf(closed, 0.5)),
        ms('connections closed, worst', percentileOf(closed, 1), 1000),
      ]);
    },
  },
  ...(['live', 'history'] as const).map((pushed) => ({
    id: `I9-slow-${pushed}`,
    title: `100 sockets that never read, 16 MiB of ${pushed} at each, beside 1,000 people elsewhere`,
    async run() {
      const size = { sockets: 100, readers: 20, mebibytes: 16, elsewhere: 1000 };
      const { faults, grewMiB, elsewhereMs } = await slowReaders({ ...size, pushed });
      const elsewhere = [...elsewhereMs].sort((a, b) => a - b);
      return found(faults, [
        { name: 'memory grew by', value: grewMiB, unit: 'MiB', atMost: 800 },
        count('messages told elsewhere', elsewhere.length),
        ms('told elsewhere, p50', percentileOf(elsewhere, 0.5)),
        ms('told elsewhere, p99', percentileOf(elsewhere, 0.99), 250),
      ]);
    },
  })),
  {
    id: 'I9-flood',
    title: '100,000 upgrade attempts from one address',
    async run() {
      const { faults, statuses, elsewhereMs } = await upgradeFlood({ attempts: 100_000 });
      const elsewhere = [...elsewhereMs].sort((a, b) => a - b);
      return found(faults, [
        count('refused', statuses[429] ?? 0),
        ms('a request elsewhere, p50', percentileOf(elsewhere, 0.5)),
        ms('a request elsewhere, p99', percentileOf(elsewhere, 0.99), 100),
      ]);
    },
  },
  {
    id: 'I9-idle',
    title: '10,000 sockets that say nothing',
    async run() {
      const { faults, rssMiB, kibibytesEach } = await idleSockets({ sockets: 10_000 });
      const each = { name: 'each', value: kibibytesEach, unit: 'KiB' };
      return found(faults, [{ name: 'memory', value: rssMiB, unit: 'MiB', atMost: 600 }, each]);
    },
  },
  {
    id: 'I10',
    title: `10,000 each of frames, JSON and requests, FAULTS_SEED=${seed}`,
    async run() {
      const frames = await malformedFrames({ count: 10_000, seed });
      const json = await mutatedJson({ count: 10_000, seed });
      const requests = await mutatedRequests({ count: 10_000, seed });
      const faults = [...frames.faults, ...json.faults, ...requests.faults];
      return found(faults, [count('frames', frames.sent), count('JSON frames', json.sent)]);
    },
  },
  ...(['locked', 'full'] as const).map((failure) => ({
    id: `I11-${failure}`,
    title: `the database ${failure} for ten seconds`,
    async run() {
      const { faults, reads, backAfterMs, longestHeldMs } = await writeFailures({ failure, forMs: 10_000 });
      return found(faults, [
        count('read meanwhile', reads),
        ms('back after the repair', backAfterMs, 5000),
        ms('the loop was held at most', longestHeldMs, 200),
      ]);
    },
  })),
  {
    id: 'I11-mail',
    title: 'the mail server says nothing',
    async run() {
      const { faults, longestHeldMs } = await mailHangs({ mails: 50 });
      return found(faults, [ms('the loop was held at most', longestHeldMs, 200)]);
    },
  },
  {
    id: 'I12',
    title: 'the clock set a day back, a day on, ten years on',
    async run() {
      const faults: string[] = [];
      for (const jump of Object.keys(JUMPS) as (keyof typeof JUMPS)[])
        faults.push(...(await clockJumps({ jump })).faults);
      return found(faults, []);
    },
  },
];

function found(faults: string[], figures: Figure[]): Found {
  return { violations: faults.map((what) => ({ kind: 'fault', client: null, what })), figures };
}

const count = (name: string, value: number): Figure => ({ name, value, unit: '' });
const ms = (name: string, value: number, atMost?: number): Figure => ({ name, value, unit: 'ms', atMost });
