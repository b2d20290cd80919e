/** What each thing that was committed leads to for those connected here: in order, a burst at a time. */
import { countQueue } from '../../db/review-queue.ts';
import type { AppContext } from '../context.ts';
import { LIMITS } from '../limits.ts';
import type { BackOfficeList } from '../protocol/frames.ts';
import type { BrokerMessage } from './broker.ts';
import type { Hub } from './hub.ts';
import { Outgoing } from './outgoing.ts';
import { type How, Spaced } from './spaced.ts';
import { tellEvents } from './tell-event.ts';
import { tellPrivate, tellTyping } from './tell-private.ts';
import { closeBlocked, closeSignedOut, closeVouched, tellRightsOf, tellRightsOfAll } from './tell-rights.ts';
import { tellGone, tellRow } from './tell-row.ts';
import { tellThanks } from './tell-thanks.ts';
import { tellWaitingQuestion } from './tell-waiting-question.ts';

export type Teller = {
  /** Tells what was published together, what may come less often perhaps later. */
  tell(burst: BrokerMessage[]): Promise<void>;
  /** Tells what was put off and is due, or all of it. */
  tellDue(how: How): Promise<void>;
  /** Milliseconds until something put off is due; null when nothing is. */
  nextIn(): number | null;
};

type Span = { siteId: string; conversationId: string; from: number; to: number };
type Typing = Extract<BrokerMessage, { topic: 'typing' }>;
type Gathered = Extract<
  BrokerMessage,
  { topic: 'event' | 'conversation' | 'back-office' | 'typing' | 'thanks' }
>;

export function createTeller(ctx: AppContext, hub: Hub): Teller {
  const { rows: row } = LIMITS;
  const rows = new Spaced<string>(row.everyMs, (siteId) => siteId, row.aloneMs);
  const counters = new Spaced<Set<BackOfficeList>>(LIMITS.counters.everyMs, (a, b) => new Set([...a, ...b]));
  const typing = new Spaced<Typing>(LIMITS.typing.toldEveryMs, (_, newer) => newer);
  const thanks = new Spaced<string>(LIMITS.rows.everyMs, (siteId) => siteId);
  const spans = new Map<string, Span>();

  async function tell(burst: BrokerMessage[]): Promise<void> {
    for (const message of burst) {
      if (gathered(message)) continue;
      await tellSpans();
      await attempt(() => tellOne(message));
    }
    await tellSpans();
    await tellDue('along');
  }

  /** @returns whether it leads to nothing that what follows it could contradict: then it is put by. */
  function gathered(message: BrokerMessage): message is Gathered {
    const { siteId } = message;
    switch (message.topic) {
      case 'event':
        gather(message);
        return true;
      case 'conversation':
        hub.answers.forget(message.conversationId);
        rows.put(message.conversationId, siteId);
        return true;
      case 'back-office':
        counters.put(siteId, new Set(message.changed));
        return true;
      case 'typing':
        typing.put(message.conversationId, message);
        return true;
      case 'thanks':
        hub.answers.forget(message.conversationId);
        thanks.put(message.messageId, siteId);
        return true;
      default:
        return false;
    }
  }

  async function tellOne(message: Exclude<BrokerMessage, Gathered>): Promise<void> {
    const { siteId } = message;
    switch (message.topic) {
      case 'waiting-question':
        return tellWaitingQuestion(hub, message);
      case 'private':
        return await tellPrivate(ctx, hub, siteId, message.messageId);
      case 'conversation-gone':
        hub.answers.forget(message.conversationId);
        return await tellGone(ctx, hub, siteId, message.conversationId);
      case 'rights':
        hub.answers.forgetAll();
        if (message.personId === null) return await tellRightsOfAll(ctx, hub, siteId);
        return await tellRightsOf(ctx, hub, siteId, message.personId);
      case 'blocked':
        return await closeBlocked(ctx, hub, siteId);
      case 'signed-out':
        return closeSignedOut(hub, siteId, message.personId);
      case 'vouched-out':
        return await closeVouched(hub, siteId);
    }
  }

  function gather({ siteId, conversationId, seq }: Extract<BrokerMessage, { topic: 'event' }>): void {
    hub.answers.forget(conversationId);
    const span = spans.get(conversationId) ?? { siteId, conversationId, from: seq, to: seq };
    spans.set(conversationId, { ...span, from: Math.min(span.from, seq), to: Math.max(span.to, seq) });
  }

  async function tellSpans(): Promise<void> {
    const gathered = [...spans.values()];
    spans.clear();
    for (const span of gathered) await attempt(() => tellEvents(ctx, hub, span));
  }

  async function tellDue(how: How): Promise<void> {
    const now = performance.now();
    for (const [, message] of typing.take(now, how)) tellTyping(hub, message);
    for (const [id, siteId] of rows.take(now, how)) await attempt(() => tellRow(ctx, hub, siteId, id));
    for (const [id, siteId] of thanks.take(now, how)) await attempt(() => tellThanks(ctx, hub, siteId, id));
    for (const [siteId, changed] of counters.take(now, how))
      await attempt(() => tellCounters(ctx, hub, siteId, [...changed]));
  }

  /** What fails is told late, by the log, and keeps nothing else from being told. */
  async function attempt(work: () => Promise<void>): Promise<void> {
    await work().catch((error) => ctx.log.error({ err: error }, 'telling failed'));
  }

  return {
    tell,
    tellDue,
    nextIn() {
      const now = performance.now();
      const times = [rows, thanks, counters, typing].flatMap((spaced) => spaced.nextIn(now) ?? []);
      return times.length > 0 ? Math.min(...times) : null;
    },
  };
}

async function tellCounters(
  ctx: AppContext,
  hub: Hub,
  siteId: string,
  changed: BackOfficeList[],
): Promise<void> {
  const staff = hub.directory.staffOf(siteId);
  if (staff.size === 0) return;
  const { all: waiting } = await countQueue(ctx.db, siteId);
  const frame = new Outgoing(JSON.stringify({ op: 'back-office', changed, waiting }));
  for (const connection of staff) hub.flusher.push(connection, frame);
}
