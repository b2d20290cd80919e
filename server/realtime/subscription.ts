import { LIMITS } from '../limits.ts';
import type { Hub } from './hub.ts';
import type { Outgoing } from './outgoing.ts';
import type { Subscription } from './topics.ts';

/** Delivers an event of a conversation in order: once, and never before the history it follows. */
export function deliver(
  hub: Hub,
  { connection, place }: Subscription,
  seq: number,
  frame: Outgoing,
  bulk: boolean,
): void {
  if (place.state === 'live') {
    if (seq <= place.lastSeq) return;
    place.lastSeq = seq;
    hub.flusher.push(connection, frame, bulk);
  } else if (place.waiting.length < LIMITS.outgoing.frames) {
    place.waiting.push({ seq, frame });
  } else {
    // Read again from the log, which has it all, rather than kept here.
    place.tooMuch = true;
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
  for (const { seq, frame } of place.waiting) deliver(hub, subscription, seq, frame, false);
  return true;
}
