import { Worker } from 'node:worker_threads';
import {
  type Answer,
  EVERY_TABLE,
  type FromWriter,
  type Result,
  type Statement,
  type ToWriter,
  type UnitCall,
  type UnitName,
  type Units,
  type WriterOptions,
} from './write-protocol.ts';

/** A transaction led from here; nobody else writes until it ends. */
export type WriteSession = {
  query(statement: Statement): Promise<Result>;
  end(commit: boolean): Promise<void>;
};

/** What the write thread has done so far. */
export type WriteFigures = { commits: number; units: number; seconds: number; waiting: number };

/** The writer's side in this thread: asks, and is answered once it is on the disk. */
export type WriteThread = {
  unit<Name extends UnitName>(unit: Name, input: Units[Name]['input']): Promise<Units[Name]['output']>;
  begin(): Promise<WriteSession>;
  /** Writes the whole file anew, see db/rewrite.ts. */
  rewrite(): Promise<void>;
  /** Counts the changes of what people may do. */
  readonly rights: number;
  /** Counts what may have had messages on their way decided again. */
  readonly upsets: number;
  readonly figures: WriteFigures;
  /** Finishes what was asked, then ends. */
  close(): Promise<void>;
};

type Waiting = { resolve(output: unknown): void; reject(error: Error): void };
export type WriteThreadOptions = Omit<WriterOptions, 'rights'> & {
  /** Told before whoever asked for it is. */
  onChanged(tables: string[]): void;
  /** The thread died and what it knew with it. */
  onLost(): void;
  atEndOfTurn: EndOfTurn;
};

/** Calls back when what arrived in this turn of the event loop was handled. */
export type EndOfTurn = (work: () => void) => void;

const ANSWERS_A_TURN = 16;

/** Besides rights. */
const UPSETTING = ['conversation', EVERY_TABLE];

/** @returns the thread, which starts at the first use and again whenever it has died. */
export function startWriteThread({
  onChanged,
  onLost,
  atEndOfTurn,
  ...options
}: WriteThreadOptions): WriteThread {
  const waiting = new Map<number, Waiting>();
  const figures = { commits: 0, units: 0, seconds: 0 };
  let worker: Worker | null = null;
  let rights = 0;
  let upsets = 0;
  let last = 0;
  let outbox: UnitCall[] = [];
  let isClosing = false;
  const unheard: FromWriter[] = [];
  /** Answers of the first of them that were given already. */
  let heard = 0;

  function start(): Worker {
    const started = new Worker(new URL('./write-worker.ts', import.meta.url), {
      workerData: { ...options, rights } satisfies WriterOptions,
    });
    started.on('message', receive);
    let failure: unknown = null;
    started.on('error', (error) => {
      failure = error;
    });
    started.on('exit', () => {
      if (worker === started) lose(failure);
    });
    return started;
  }

  /** Of what was not answered nobody is told that it was stored: whoever asked is asked to try again. */
  function lose(failure: unknown): void {
    worker = null;
    // What it said before is so, and it may have committed once more.
    while (unheard.length > 0) hear();
    figures.commits += 1;
    rights += 1;
    upsets += 1;
    onLost();
    const message = failure instanceof Error ? failure.message : 'it ended';
    for (const { reject } of waiting.values()) reject(new Error(`the write thread: ${message}`));
    waiting.clear();
    // What had not left yet is not done behind the back of who was told that it was not.
    outbox = [];
  }

  /** One commit after the other, so many of its answers in a turn: what they lead to must not hold the loop. */
  function receive(said: FromWriter): void {
    unheard.push(said);
    if (unheard.length === 1) hear();
  }

  function hear(): void {
    const [said] = unheard;
    if (!said) return;
    if (heard === 0) note(said);
    const answers = said.answers.slice(heard, heard + ANSWERS_A_TURN);
    heard += answers.length;
    if (heard >= said.answers.length) {
      unheard.shift();
      heard = 0;
    }
    if (unheard.length > 0) setImmediate(hear);
    for (const answer of answers) settle(answer);
    if (waiting.size === 0 && !isClosing) worker?.unref();
  }

  function note(said: FromWriter): void {
    if (isUpset(said)) upsets += 1;
    ({ rights } = said);
    if (said.took !== null) {
      figures.commits += 1;
      figures.units += said.units;
      figures.seconds += said.took / 1000;
    }
    if (said.changed.length > 0) onChanged(said.changed);
  }

  function isUpset(said: FromWriter): boolean {
    return said.rights !== rights || UPSETTING.some((table) => said.changed.includes(table));
  }

  function settle(answer: Answer): void {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if ('error' in answer) {
      asked?.reject(Object.assign(new Error(answer.error.message), { code: answer.error.code }));
    } else {
      asked?.resolve(answer.output);
    }
  }

  /** Units of one turn go together. */
  function flush(): void {
    if (outbox.length === 0) return;
    const calls = outbox;
    outbox = [];
    worker?.postMessage({ say: 'units', calls } satisfies ToWriter);
  }

  function ask<T>(tell: (id: number) => void): Promise<T> {
    worker ??= start();
    worker.ref();
    const id = ++last;
    return new Promise<T>((resolve, reject) => {
      waiting.set(id, { resolve: resolve as (output: unknown) => void, reject });
      tell(id);
    });
  }

  function askNow<T>(message: (id: number) => ToWriter): Promise<T> {
    return ask((id) => {
      flush();
      worker!.postMessage(message(id));
    });
  }

  return {
    unit: (unit, input) =>
      ask((id) => {
        if (outbox.length === 0) atEndOfTurn(flush);
        outbox.push({ id, unit, input });
      }),
    async begin() {
      const session = ++last;
      await askNow((id) => ({ say: 'begin', id, session }));
      return {
        query: (statement) => askNow((id) => ({ say: 'query', id, session, statement })),
        end: (commit) => askNow((id) => ({ say: 'end', id, session, commit })),
      };
    },
    rewrite: () => askNow((id) => ({ say: 'rewrite', id })),
    get rights() {
      return rights;
    },
    get upsets() {
      return upsets;
    },
    get figures() {
      return { ...figures, waiting: waiting.size };
    },
    async close() {
      if (!worker) return;
      isClosing = true;
      const closing = worker;
      const ended = new Promise((resolve) => closing.once('exit', resolve));
      await askNow((id) => ({ say: 'close', id }));
      worker = null;
      await ended;
    },
  };
}
