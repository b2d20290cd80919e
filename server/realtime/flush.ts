/** When what waits for connections is written: once a turn of the loop, in one write for each. */
import { atEndOfTurn } from '../end-of-turn.ts';
import { LIMITS } from '../limits.ts';
import type { Metrics } from '../metrics.ts';
import type { Connection } from './connection.ts';
import { type Outgoing, Pending } from './outgoing.ts';
import { createRounds } from './rounds.ts';

export type Flusher = {
  /** Puts a frame behind what already waits for a connection. @returns false when it was dropped. */
  push(connection: Connection, frame: Outgoing): boolean;
  /** The same of frames that are never dropped; the same list for many costs each of them as much as one frame. */
  pushAll(connection: Connection, frames: Outgoing[]): boolean;
  /**
   * Tells each of some: at once where they are few. Where they are very many, one after the other, slice after
   * slice, each written to as it is told, while everything else goes first; who comes meanwhile is told too.
   * @param tell pushes to the connection it returns, or null where there is nothing to tell
   * @param done after the last of them, also where telling failed and the rest were left out
   */
  each<One>(those: ReadonlySet<One>, tell: (one: One) => Connection | null, done?: () => void): void;
  /**
   * Tells each of some something that can wait: where they are very many, it goes along with the next that is
   * written to them, or by itself when nothing else is to do.
   */
  along(those: ReadonlySet<Connection>, tell: (one: Connection) => void): void;
  /** Writes what waits for a connection now, as much of it as its transport has not refused to take. */
  flush(connection: Connection): void;
  /** Resolves when everything so far has left for the connection, or it is gone. */
  taken(connection: Connection): Promise<void>;
  /** Resolves when all that is told to very many now was told to the last of them. */
  toldAll(): Promise<void>;
};

type FlusherOptions = {
  /** Closes a connection for which more waits than may. */
  tooSlow(connection: Connection): void;
  /** Is told what telling very many threw: the rest of them are not told. */
  failed(error: unknown): void;
  metrics: Pick<Metrics, 'deliveries' | 'droppedFrames'>;
};

export function createFlusher({ tooSlow, failed, metrics }: FlusherOptions): Flusher {
  const rounds = createRounds(failed);
  let quick: Connection[] = [];
  /** Whoever is told now is written to at once. */
  let isTelling = false;

  function push(connection: Connection, frame: Outgoing): boolean {
    if (connection.state.name === 'closing') return false;
    if (frame.worth.kind === 'passing' && isHalfFull(connection)) {
      metrics.droppedFrames += 1;
      return false;
    }
    metrics.deliveries += 1;
    return put(connection, connection.pending.with(frame));
  }

  function pushAll(connection: Connection, frames: Outgoing[]): boolean {
    if (connection.state.name === 'closing') return false;
    metrics.deliveries += frames.length;
    return put(connection, connection.pending.withAll(frames));
  }

  function put(connection: Connection, pending: Pending): boolean {
    connection.pending = pending;
    if (isOverfull(connection)) {
      flush(connection);
      // Not taken either: whoever reads it is behind by more than may be kept.
      if (isOverfull(connection)) {
        tooSlow(connection);
        return false;
      }
    }
    if (!isTelling && !connection.stalled) enqueue(connection);
    return true;
  }

  function enqueue(connection: Connection): void {
    if (connection.inQuick) return;
    connection.inQuick = true;
    if (quick.length === 0) atEndOfTurn('write', writeQuick);
    quick.push(connection);
  }

  function writeQuick(): void {
    const now = quick;
    quick = [];
    for (const connection of now) {
      connection.inQuick = false;
      flush(connection);
    }
    if (rounds.isEmpty) Pending.forget();
  }

  function each<One>(
    those: ReadonlySet<One>,
    tell: (one: One) => Connection | null,
    done: () => void = () => {},
  ): void {
    if (those.size <= LIMITS.bulk.listeners && !rounds.isUnderWay(those)) {
      try {
        for (const one of those) tell(one);
      } finally {
        done();
      }
      return;
    }
    rounds.begin(
      those,
      (some) => tellAndWrite(tell, some),
      () => {
        if (rounds.isEmpty) Pending.forget();
        done();
      },
    );
  }

  function along(those: ReadonlySet<Connection>, tell: (one: Connection) => void): void {
    const many = those.size > LIMITS.bulk.listeners;
    telling(many, () => {
      for (const one of those) tell(one);
    });
    if (many) rounds.beginLast(those, (some) => some.forEach(flush));
  }

  /** First all of them are told, then all are written to: what they hold is fetched from memory together. */
  function tellAndWrite<One>(tell: (one: One) => Connection | null, some: One[]): void {
    const told: Connection[] = [];
    try {
      telling(true, () => {
        for (const one of some) {
          const connection = tell(one);
          if (connection) told.push(connection);
        }
      });
    } finally {
      for (const connection of told) flush(connection);
    }
  }

  function telling(writtenAfterwards: boolean, work: () => void): void {
    isTelling = writtenAfterwards;
    try {
      work();
    } finally {
      isTelling = false;
    }
  }

  function flush(connection: Connection): void {
    const { pending, transport } = connection;
    if (pending === Pending.NOTHING || connection.stalled) return;
    if (transport.waiting > 0) {
      stall(connection);
    } else {
      connection.pending = Pending.NOTHING;
      transport.write(pending.bytes(transport.kind));
    }
  }

  /** What it was given has not left yet: what comes now stays together until it has. */
  function stall(connection: Connection): void {
    connection.stalled = true;
    connection.transport.whenTaken(() => {
      connection.stalled = false;
      if (connection.state.name !== 'closing') flush(connection);
    });
  }

  return {
    push,
    pushAll,
    each,
    along,
    flush,
    async taken(connection) {
      for (flush(connection); hasToWait(connection); flush(connection)) {
        await new Promise<void>((resolve) => connection.transport.whenTaken(resolve));
      }
    },
    toldAll: () => rounds.ended(),
  };
}

function hasToWait({ state, pending, transport }: Connection): boolean {
  return state.name !== 'closing' && (pending.frames > 0 || transport.waiting > 0);
}

function isHalfFull(connection: Connection): boolean {
  const { bytes, frames } = LIMITS.outgoing;
  return connection.pending.frames > frames / 2 || sizeOf(connection) > bytes / 2;
}

function isOverfull(connection: Connection): boolean {
  const { bytes, frames } = LIMITS.outgoing;
  return connection.pending.frames > frames || sizeOf(connection) > bytes;
}

/** What waits here, and in the transport where that is known to hold back. */
function sizeOf({ pending, stalled, transport }: Connection): number {
  return pending.size + (stalled ? transport.waiting : 0);
}
