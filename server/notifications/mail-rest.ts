import { LIMITS } from '../limits.ts';
import type { Mailer } from '../mail/mailer.ts';

/** Mail servers that could not be reached, and until when nothing more is tried there. */
const resting = new WeakMap<Mailer, number>();

/** Nobody waits for a server that does not answer while others could be told another way. */
export function mailServerFailed(mailer: Mailer, now: number): void {
  resting.set(mailer, now + LIMITS.notices.mailRestMs);
}

/** Until when no mail is tried; null where it may be. */
export function mailRestsUntil(mailer: Mailer, now: number): number | null {
  const until = resting.get(mailer) ?? 0;
  return until > now ? until : null;
}
