import { encodeFrame, type TransportKind } from './transport.ts';

/**
 * What a frame is worth when its reader is slow: `sure` is never dropped, `latest` gives way to a newer one of
 * the same key, `passing` does too and is dropped when much waits already.
 */
export type Worth = { kind: 'sure' } | { kind: 'latest' | 'passing'; key: string };

const SURE: Worth = { kind: 'sure' };

/** A frame on its way to any number of connections: serialised once, encoded once for each kind of transport. */
export class Outgoing {
  readonly json: string;
  readonly worth: Worth;
  private readonly encoded: Partial<Record<TransportKind, Buffer>> = {};

  constructor(json: string, worth: Worth = SURE) {
    this.json = json;
    this.worth = worth;
  }

  bytes(kind: TransportKind): Buffer {
    const bytes = this.encoded[kind] ?? encodeFrame(kind, this.json);
    this.encoded[kind] = bytes;
    return bytes;
  }
}

/**
 * What waits for a connection, as a list that never changes: adding to it gives another list, and adding the
 * same frame to the same list gives the same one. So connections that are told the same things hold the same
 * object, and what is written to them is joined once.
 */
export class Pending {
  static readonly NOTHING = new Pending(null, null);

  readonly frames: number;
  /** In characters of JSON, near enough to bytes. */
  readonly size: number;
  private readonly before: Pending | null;
  private readonly last: Outgoing | null;
  /** Frames of this list that a newer one may replace. */
  private readonly replaceable: number;
  private lastAdded: Outgoing | null = null;
  private withLastAdded: Pending | null = null;
  private lastRun: Outgoing[] | null = null;
  private withLastRun: Pending | null = null;
  private joined: { kind: TransportKind; bytes: Buffer } | null = null;

  private constructor(before: Pending | null, last: Outgoing | null) {
    this.before = before;
    this.last = last;
    this.frames = before ? before.frames + 1 : 0;
    this.size = before && last ? before.size + last.json.length : 0;
    this.replaceable = before && last ? before.replaceable + (last.worth.kind === 'sure' ? 0 : 1) : 0;
  }

  with(frame: Outgoing): Pending {
    if (this.lastAdded !== frame || !this.withLastAdded) {
      this.lastAdded = frame;
      this.withLastAdded = new Pending(this.withoutOlder(frame), frame);
    }
    return this.withLastAdded;
  }

  /** All of them, none of which replaces another. */
  withAll(frames: Outgoing[]): Pending {
    if (this.lastRun !== frames || !this.withLastRun) {
      this.lastRun = frames;
      this.withLastRun = frames.reduce<Pending>((pending, frame) => pending.with(frame), this);
    }
    return this.withLastRun;
  }

  /** The frames one after the other, as they are written. */
  bytes(kind: TransportKind): Buffer {
    if (this.frames === 1 && this.last) return this.last.bytes(kind);
    if (this.joined?.kind !== kind) {
      this.joined = { kind, bytes: Buffer.concat(this.list().map((frame) => frame.bytes(kind))) };
    }
    return this.joined.bytes;
  }

  /** Lets go of the list last begun, once it was written. */
  static forget(): void {
    Pending.NOTHING.lastAdded = null;
    Pending.NOTHING.withLastAdded = null;
    Pending.NOTHING.lastRun = null;
    Pending.NOTHING.withLastRun = null;
  }

  private withoutOlder({ worth }: Outgoing): Pending {
    if (worth.kind === 'sure' || this.replaceable === 0) return this;
    const frames = this.list();
    const kept = frames.filter((frame) => frame.worth.kind === 'sure' || frame.worth.key !== worth.key);
    if (kept.length === frames.length) return this;
    return kept.reduce<Pending>((pending, frame) => pending.with(frame), Pending.NOTHING);
  }

  private list(): Outgoing[] {
    const frames: Outgoing[] = [];
    for (let place: Pending | null = this; place?.last; place = place.before) frames.push(place.last);
    return frames.reverse();
  }
}
