import { LIMITS } from '../limits.ts';
import type { Hub } from './hub.ts';
import type { Outgoing } from './outgoing.ts';
import type { Place, Subscription } from './topics.ts';

/** Events of one conversation, in order, as one kind of viewer is told them; `from` is their ends, by where they begin. */
export type Run = { seqs: number[]; frames: Outgoing[]; from: Map<number, Outgoing[]> };

/** @param frameOf null for what does not exist for the viewer */
export function runOf<Event extends { seq: number }>(
  events: Event[],
  frameOf: (event: Event) => Outgoing | null,
): Run {
  const run: Run = { seqs: [], frames: [], from: new Map() };
  for (const event of events) {
    const frame = frameOf(event);
    if (!frame) continue;
    run.seqs.push(event.seq);
    run.frames.push(frame);
  }
  return run;
}

/** Delivers events of a conversation in order: each once, and never before the history it follows. */
export function deliver(hub: Hub, { connection, place }: Subscription, run: Run): void {
  const last = run.seqs.at(-1);
  if (last === undefined) return;
  if (place.state === 'collecting') {
    collect(place, run);
    return;
  }
  if (last <= place.lastSeq) return;
  const known = run.seqs.findIndex((seq) => seq > place.lastSeq);
  place.lastSeq = last;
  hub.flusher.pushAll(connection, known === 0 ? run.frames : framesFrom(run, known));
}

/** The same list for all who lack the same, so that it is joined once. */
function framesFrom({ frames, from }: Run, start: number): Outgoing[] {
  const known = from.get(start) ?? frames.slice(start);
  from.set(start, known);
  return known;
}

function collect(place: Extract<Place, { state: 'collecting' }>, { seqs, frames }: Run) {
  const last = place.waiting.at(-1)?.seq ?? 0;
  for (const [at, seq] of seqs.entries()) {
    if (seq <= last) continue;
    if (place.waiting.length < LIMITS.outgoing.frames) place.waiting.push({ seq, frame: frames[at]! });
    // Read again from the log, which has it all, rather than kept here.
    else place.tooMuch = true;
  }
}

/**
 * History up to `lastSeq` has been sent: on with what was collected meanwhile, then live.
 * @returns false when more came meanwhile than was collected: the history has to be read on.
 */
export function goLive(hub: Hub, subscription: Subscription, lastSeq: number): boolean {
  const { place, topic } = subscription;
  if (place.state === 'live') return true;
  if (place.tooMuch) {
    subscription.place = { state: 'collecting', waiting: [], tooMuch: false };
    return false;
  }
  subscription.place = { state: 'live', lastSeq };
  // What others here were not told yet stays to be told, though this one has read it.
  topic.toldSeq ??= lastSeq;
  const { waiting } = place;
  deliver(hub, subscription, {
    seqs: waiting.map(({ seq }) => seq),
    frames: waiting.map(({ frame }) => frame),
    from: new Map(),
  });
  return true;
}
