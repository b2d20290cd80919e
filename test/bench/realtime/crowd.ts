import { createHistogram, performance } from 'node:perf_hooks';
import { type DialectName, dialectOf, type Place } from './dialects.ts';
import { type Line, type Listener, openLine, seqReader, write } from './line.ts';

export type Opening = {
  port: number;
  dialect: DialectName;
  place: Place;
  /** One for each connection to open; empty strings where the server asks for none. */
  tokens: string[];
  /** The number of the last message before these connections are live. */
  lastSeq: number;
  /** The first one's place among the source addresses. */
  firstIndex: number;
  /** Handshakes under way at once. */
  atOnce: number;
};

/** What arrived since the last `forget`. */
export type Tally = {
  delivered: number;
  /** Numbers that were jumped over. */
  missing: number;
  /** Numbers not above the one before them. */
  disordered: number;
  acknowledged: number;
  /** Acknowledged, and not for everybody to see. */
  unpublished: number;
};

/** All the connections of a generator and what they were told. */
export function createCrowd() {
  const lines: Line[] = [];
  let tally = emptyTally();
  let failure: string | null = null;
  let closing = false;
  let opened: { left: number; done(): void; failed(error: Error): void } | null = null;
  /** Deliveries' and acknowledgements' times, in µs, where somebody asked for them. */
  const times = { delivery: createHistogram(), acknowledgement: createHistogram() };
  const sent = { firstSeq: 0, firstNumber: 0, at: [] as number[], measured: false };
  let onRelease: (line: Line, by: 'delivery' | 'acknowledgement') => void = () => {};
  let sender: Line | null = null;

  const listener: Listener = {
    ready() {
      if (opened && --opened.left === 0) opened.done();
      else openNext();
    },
    delivered(line, seq) {
      tally.delivered += 1;
      if (seq > line.lastSeq + 1) tally.missing += seq - line.lastSeq - 1;
      if (seq <= line.lastSeq) tally.disordered += 1;
      else line.lastSeq = seq;
      if (sent.measured) record('delivery', sent.at[seq - sent.firstSeq]);
      if (line === sender) onRelease(line, 'delivery');
    },
    acknowledged(line, number, published) {
      tally.acknowledged += 1;
      if (!published) tally.unpublished += 1;
      if (sent.measured) record('acknowledgement', sent.at[number - sent.firstNumber]);
      onRelease(line, 'acknowledgement');
    },
    failed(_, what) {
      if (closing) return;
      failure ??= what;
      opened?.failed(new Error(failure));
    },
  };
  let openNext = () => {};

  function record(kind: keyof typeof times, from: number | undefined): void {
    if (from !== undefined) times[kind].record(Math.max(1, Math.round((performance.now() - from) * 1000)));
  }

  return {
    lines,
    times,
    sent,
    /** @returns milliseconds from the first connection's start until the last one was ready */
    async open({ tokens, atOnce, ...opening }: Opening): Promise<number> {
      const started = performance.now();
      const seqOf = seqReader(dialectOf(opening.dialect, opening.place, '').marker);
      let next = 0;
      openNext = () => {
        if (next === tokens.length) return;
        const dialect = dialectOf(opening.dialect, opening.place, tokens[next]!);
        const { port, place, lastSeq, firstIndex } = opening;
        const where = { port, origin: place.origin, lastSeq, index: firstIndex + next++ };
        lines.push(openLine(where, dialect, seqOf, listener));
      };
      await new Promise<void>((done, failed) => {
        opened = { left: tokens.length, done, failed };
        for (let i = 0; i < atOnce; i++) openNext();
      });
      opened = null;
      return performance.now() - started;
    },
    tally: () => ({ ...tally }),
    failure: () => failure,
    /** What counts from here on; who is told of each own copy (`sender`) and each acknowledgement. */
    begin(from: Line | null, release: typeof onRelease): void {
      tally = emptyTally();
      sender = from;
      onRelease = release;
      for (const histogram of Object.values(times)) histogram.reset();
    },
    /** Each connection says its ping within `everyMs`, one after the other. @returns what stops it */
    keepPinging(everyMs: number): () => void {
      const STEPS = 100;
      let step = 0;
      const timer = setInterval(() => {
        for (let i = step; i < lines.length; i += STEPS) {
          const { dialect } = lines[i]!;
          if (dialect.ping !== null) write(lines[i]!, dialect.ping);
        }
        step = (step + 1) % STEPS;
      }, everyMs / STEPS);
      return () => clearInterval(timer);
    },
    close(): void {
      closing = true;
      for (const { socket } of lines) socket.destroy();
      lines.length = 0;
    },
  };
}

export type Crowd = ReturnType<typeof createCrowd>;

const emptyTally = (): Tally => ({
  delivered: 0,
  missing: 0,
  disordered: 0,
  acknowledged: 0,
  unpublished: 0,
});
