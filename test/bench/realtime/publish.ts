import { performance } from 'node:perf_hooks';
import type { Crowd, Tally } from './crowd.ts';
import { type Line, write } from './line.ts';

export type Publishing = {
  seconds: number;
  /** No more than so many, however much time is left. */
  messages?: number;
  /** How many of the connections opened last do write. */
  writers: number;
  /** `inFlight` for each writer, or so many messages a second by one of them. */
  pace: { inFlight: number } | { aSecond: number };
  /** A message is under way until its writer has its own copy, or its acknowledgement. */
  until: 'delivery' | 'acknowledgement';
  /** Connections that are delivered each message. */
  readers: number;
  /** Whether to keep the time of each delivery and acknowledgement. */
  measured: boolean;
};

export type Published = Tally & {
  sent: number;
  /** Deliveries that never came. */
  lost: number;
  /** Until the last delivery. */
  seconds: number;
  delivery: Percentiles;
  acknowledgement: Percentiles;
};
/** Milliseconds. */
export type Percentiles = { p50: number; p99: number; max: number };

/** Nothing new for so long: what has not come by then is lost. */
const PATIENCE_MS = 5000;

/** Messages of this process so far: their numbers, and the peers' sequence. */
let numbers = 0;

/** Writes for some seconds, waits for what is under way, and counts. @throws at a refusal or a close */
export async function publish(crowd: Crowd, publishing: Publishing): Promise<Published> {
  const { seconds, messages = Infinity, writers, pace, until, readers, measured } = publishing;
  const from = crowd.lines.slice(-writers);
  const started = performance.now();
  const endAt = started + seconds * 1000;
  let sent = 0;
  Object.assign(crowd.sent, { firstSeq: from[0]!.lastSeq + 1, firstNumber: numbers + 1, at: [], measured });

  const isOver = () => sent >= messages || performance.now() >= endAt;
  const send = (line: Line) => {
    crowd.sent.at.push(performance.now());
    numbers += 1;
    sent += 1;
    write(line, line.dialect.message(numbers));
  };
  const goOn = (line: Line) => {
    if (!isOver()) send(line);
  };
  const isComplete = ({ delivered, acknowledged }: Tally) =>
    delivered >= sent * readers && (acknowledged >= sent || !from[0]!.dialect.acknowledges);
  const inFlight = 'inFlight' in pace;
  crowd.begin(from[0]!, (line, by) => {
    if (inFlight && by === until) goOn(line);
  });
  if (inFlight) for (const line of from) for (let i = 0; i < pace.inFlight; i++) send(line);
  else await sendAtRate(pace.aSecond, endAt, () => send(from[0]!));
  await untilStill(crowd, () => isOver() && isComplete(crowd.tally()));
  const tally = crowd.tally();
  const took = (performance.now() - started) / 1000;
  const { delivery, acknowledgement } = crowd.times;
  return {
    ...tally,
    sent,
    lost: sent * readers - tally.delivered,
    seconds: took,
    delivery: percentilesOf(delivery),
    acknowledgement: percentilesOf(acknowledgement),
  };
}

/** Sends what is due at each look at the clock: a late timer makes the next ones come together. */
async function sendAtRate(aSecond: number, endAt: number, send: () => void): Promise<void> {
  const started = performance.now();
  let sent = 0;
  for (let now = started; now < endAt; now = performance.now()) {
    for (; sent < ((now - started) / 1000) * aSecond; sent++) send();
    await pause(1);
  }
}

async function untilStill(crowd: Crowd, done: () => boolean): Promise<void> {
  let last = { count: -1, at: performance.now() };
  while (!done()) {
    const failure = crowd.failure();
    if (failure !== null) throw new Error(`the run broke: ${failure}`);
    const { delivered, acknowledged } = crowd.tally();
    const count = delivered + acknowledged;
    if (count !== last.count) last = { count, at: performance.now() };
    if (performance.now() - last.at > PATIENCE_MS) return;
    await pause(2);
  }
}

function percentilesOf(histogram: Crowd['times']['delivery']): Percentiles {
  if (histogram.count === 0) return { p50: 0, p99: 0, max: 0 };
  const [p50, p99] = [histogram.percentile(50), histogram.percentile(99)];
  return { p50: p50 / 1000, p99: p99 / 1000, max: histogram.max / 1000 };
}

const pause = (ms: number) => new Promise((done) => setTimeout(done, ms));
