import { transaction } from '../../db/database.ts';
import {
  type DuePlace,
  forgetDone,
  hasInterrupted,
  listDue,
  takeUpInterrupted,
} from '../../db/notice-queue.ts';
import type { AppContext } from '../context.ts';
import { LIMITS } from '../limits.ts';
import { claimDue, type Group, sendGroup } from '../notifications/deliver.ts';
import type { Present } from '../notifications/fate.ts';
import { everybodyElse } from '../slices.ts';

const EVERY_MS = 1000;
const FORGOTTEN_TOGETHER = 500;
/** Notices looked through in one round; others come with the next. */
const MOST = 20_000;

/**
 * Delivers what is due, now and every second. Sending happens beside everything else, bounded: a mail server
 * that hangs holds up notices, never the loop.
 */
export function scheduleNotices(ctx: AppContext, present: Present): Deliveries {
  const round = createRound(ctx, present);
  let stopped = false;
  let timer: NodeJS.Timeout;
  let running: Promise<void> = takeUp(ctx);
  const deliver = () => {
    running = running
      .then(() => round.begin(() => stopped))
      .catch((error) => {
        if (!stopped) ctx.log.error({ err: error }, 'notices could not be delivered');
      });
    return running;
  };
  const run = async () => {
    await deliver();
    if (!stopped) timer = setTimeout(run, EVERY_MS);
  };
  timer = setTimeout(run, 0);
  return {
    async deliver() {
      // Twice: who was being told already when the first began has their turn with the second.
      for (let times = 0; times < 2; times += 1) {
        await deliver();
        await round.settled();
      }
    },
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running;
      await round.settled();
    },
  };
}

export type Deliveries = {
  /** Delivers what is due by now, without waiting for the second to be over. */
  deliver(): Promise<void>;
  /** Begins nothing more. Resolves when nothing is under way. */
  stop(): Promise<void>;
};

async function takeUp(ctx: AppContext): Promise<void> {
  try {
    if (await hasInterrupted(ctx.db)) await transaction(ctx.db, (tx) => takeUpInterrupted(tx));
  } catch (error) {
    ctx.log.error({ err: error }, 'notices under way at the last stop could not be taken up');
  }
}

/** Everything that is due is begun, so many sendings side by side; a person's one after the other. */
export function createRound(ctx: AppContext, present: Present) {
  const sending = new Set<Promise<void>>();
  const busy = new Map<string, number>();

  async function begin(isStopped = () => false): Promise<void> {
    const seen = new Set<string>();
    const now = ctx.clock.now();
    let after: DuePlace = { due_at: 0, number: 0 };
    for (let read = 0; read < MOST && !isStopped(); read += LIMITS.notices.people) {
      const due = await listDue(ctx.db, now, after, LIMITS.notices.people);
      const people = new Set(
        due.map(({ person_id: id }) => id).filter((id) => !seen.has(id) && !busy.has(id)),
      );
      for (const person of people) seen.add(person);
      for (const group of await claimDue(ctx, present, [...people])) {
        while (sending.size >= LIMITS.notices.together) await Promise.race(sending);
        // Claimed and not sent: taken up at the next start.
        if (isStopped()) return;
        start(group);
      }
      if (due.length < LIMITS.notices.people) return;
      after = due.at(-1)!;
    }
  }

  function start(group: Group): void {
    const personId = group.told[0]!.person.id;
    busy.set(personId, (busy.get(personId) ?? 0) + 1);
    const sent = sendGroup(ctx, present, group)
      .catch((error) => ctx.log.error({ err: error }, 'a notice could not be sent'))
      .finally(() => {
        sending.delete(sent);
        const left = (busy.get(personId) ?? 1) - 1;
        if (left > 0) busy.set(personId, left);
        else busy.delete(personId);
      });
    sending.add(sent);
  }

  return { begin, settled: async () => void (await Promise.all(sending)) };
}

/** What was told long enough ago is forgotten. */
export async function forgetNotices({ db }: AppContext, now: number, isStopped = () => false): Promise<void> {
  const before = now - LIMITS.notices.keptMs;
  const forget = () => transaction(db, (tx) => forgetDone(tx, before, FORGOTTEN_TOGETHER));
  while (!isStopped() && (await forget()) > 0) await everybodyElse();
}
