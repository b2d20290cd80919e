/** When what waits for connections is written: once a turn of the loop, in one write for each. */
import { LIMITS } from '../limits.ts';
import type { Metrics } from '../metrics.ts';
import type { Connection } from './connection.ts';
import { type Outgoing, Pending } from './outgoing.ts';

export type Flusher = {
  /**
   * Puts a frame behind what already waits for a connection. `bulk` when it goes to very many: then it is
   * written in its turn, slice after slice, while everything else goes first.
   * @returns false when it was dropped.
   */
  push(connection: Connection, frame: Outgoing, bulk?: boolean): boolean;
  /** The same of frames that are never dropped; the same list for many costs each of them as much as one frame. */
  pushAll(connection: Connection, frames: Outgoing[], bulk: boolean): boolean;
  /** Writes what waits for a connection now, as much of it as its transport has not refused to take. */
  flush(connection: Connection): void;
  /** Resolves when everything so far has left for the connection, or it is gone. */
  taken(connection: Connection): Promise<void>;
  /** Calls back when all that is bulk now has been written. */
  afterBulk(then: () => void): void;
};

/** @param tooSlow closes a connection for which more waits than may. */
export function createFlusher(
  tooSlow: (connection: Connection) => void,
  metrics: Pick<Metrics, 'deliveries' | 'droppedFrames'>,
): Flusher {
  let quick: Connection[] = [];
  let bulk: (Connection | (() => void))[] = [];
  let written = 0;
  let scheduled = false;

  function push(connection: Connection, frame: Outgoing, isBulk = false): boolean {
    if (connection.state.name === 'closing') return false;
    if (frame.worth.kind === 'passing' && isHalfFull(connection)) {
      metrics.droppedFrames += 1;
      return false;
    }
    metrics.deliveries += 1;
    return put(connection, connection.pending.with(frame), isBulk);
  }

  function pushAll(connection: Connection, frames: Outgoing[], isBulk: boolean): boolean {
    if (connection.state.name === 'closing') return false;
    metrics.deliveries += frames.length;
    return put(connection, connection.pending.withAll(frames), isBulk);
  }

  function put(connection: Connection, pending: Pending, isBulk: boolean): boolean {
    connection.pending = pending;
    if (isOverfull(connection)) {
      flush(connection);
      // Not taken either: whoever reads it is behind by more than may be kept.
      if (isOverfull(connection)) {
        tooSlow(connection);
        return false;
      }
    }
    if (!connection.stalled) enqueue(connection, isBulk);
    return true;
  }

  function enqueue(connection: Connection, isBulk: boolean): void {
    if (isBulk && !connection.inBulk && !connection.inQuick) {
      connection.inBulk = true;
      bulk.push(connection);
    } else if (!isBulk && !connection.inQuick) {
      connection.inQuick = true;
      quick.push(connection);
    }
    schedule();
  }

  function schedule(): void {
    if (scheduled) return;
    scheduled = true;
    setImmediate(turn);
  }

  function turn(): void {
    scheduled = false;
    const now = quick;
    quick = [];
    for (const connection of now) {
      connection.inQuick = false;
      flush(connection);
    }
    writeSlice();
    Pending.forget();
    if (quick.length > 0 || bulk.length > 0) schedule();
  }

  function writeSlice(): void {
    const end = Math.min(written + LIMITS.bulk.slice, bulk.length);
    for (; written < end; written++) {
      const next = bulk[written]!;
      if (typeof next === 'function') {
        next();
      } else {
        next.inBulk = false;
        flush(next);
      }
    }
    if (written < bulk.length && written < 16 * LIMITS.bulk.slice) return;
    bulk = bulk.slice(written);
    written = 0;
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
    flush,
    async taken(connection) {
      for (flush(connection); hasToWait(connection); flush(connection)) {
        await new Promise<void>((resolve) => connection.transport.whenTaken(resolve));
      }
    },
    afterBulk(then) {
      bulk.push(then);
      schedule();
    },
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
