import { type Tx, transaction } from '../../db/database.ts';
import {
  claimNotices,
  finishNotices,
  listDueOf,
  type Notice,
  putOffNotices,
  triesOf,
} from '../../db/notice-queue.ts';
import type { AppContext } from '../context.ts';
import { LIMITS } from '../limits.ts';
import { everybodyElse } from '../slices.ts';
import { type Fate, fateOf, type Look, type Present, type Told, type Way } from './fate.ts';
import { noteSent, type Sent, tryAgain } from './note-sent.ts';
import { createOnce } from './once.ts';
import { sendMailNotice } from './send-mail-notice.ts';
import { sendPushNotice } from './send-push-notice.ts';

type Looked = { notice: Notice; fate: Fate };

/** What leaves together: one mail, or one notification on each device. */
export type Group = { way: Way; told: Told[] };

/**
 * What these people are to be told by now, claimed: nobody else sends it. Dropped and put off is what need not
 * be told, or not yet.
 */
export async function claimDue(ctx: AppContext, present: Present, people: string[]): Promise<Group[]> {
  const now = ctx.clock.now();
  const looked: Looked[] = [];
  const once = createOnce();
  for (const personId of people) {
    const due = await listDueOf(ctx.db, personId, now, LIMITS.notices.perPerson);
    looked.push(...(await lookAt({ ctx, present, once }, due)));
    await everybodyElse();
  }
  await settle(ctx, looked);
  const ready = looked.filter(({ fate }) => fate.kind === 'tell');
  if (ready.length === 0) return [];
  const numbers = ready.map(({ notice }) => notice.number);
  const claimed = new Set(await transaction(ctx.db, (tx) => claimNotices(tx, numbers, now)));
  return groupsOf(ready.filter(({ notice }) => claimed.has(notice.number)));
}

/**
 * Sends what was claimed, looked at once more before it leaves: what was hidden, read or answered meanwhile is
 * not sent. After a crash only what was being sent at that moment may be sent twice.
 */
export async function sendGroup(ctx: AppContext, present: Present, { told }: Group): Promise<void> {
  const again = await lookAt(
    { ctx, present, once: createOnce() },
    told.map(({ notice }) => notice),
  );
  await settle(ctx, again);
  const [group, ...others] = groupsOf(again);
  // Their way changed just now: they take it with the next round.
  await putBack(
    ctx,
    others.flatMap((other) => other.told),
  );
  if (group) await noteSent(ctx, group, await send(ctx, group));
}

/** Never throws: what cannot even be put into words is tried again as what cannot be sent. */
async function send(ctx: AppContext, { way, told }: Group): Promise<Sent> {
  try {
    if (way.by === 'push') return await sendPushNotice(ctx, way, told);
    return { outcome: await sendMailNotice(ctx, way, told), gone: [] };
  } catch (error) {
    ctx.log.error({ err: error, notice: told[0]?.notice.id }, 'a notice could not be made');
    return { outcome: 'failed', gone: [] };
  }
}

async function lookAt(look: Look, notices: Notice[]): Promise<Looked[]> {
  if (notices.length === 0) return [];
  const tries = await triesOf(
    look.ctx.db,
    notices.map(({ number }) => number),
  );
  const looked: Looked[] = [];
  for (const notice of notices) {
    const fate = await fateOf(look, notice, tries.get(notice.number) ?? 0).catch((error) => {
      look.ctx.log.error({ err: error, notice: notice.id }, 'a notice could not be looked at');
      return { kind: 'fail' as const };
    });
    looked.push({ notice, fate });
  }
  return looked;
}

/** Puts down what is dropped, what is told later, and what is tried again. */
async function settle(ctx: AppContext, looked: Looked[]): Promise<void> {
  const settled = looked.filter(({ fate }) => fate.kind !== 'tell');
  if (settled.length === 0) return;
  const now = ctx.clock.now();
  await transaction(ctx.db, async (tx) => {
    for (const [key, some] of Map.groupBy(settled, ({ fate }) => JSON.stringify(fate))) {
      await settleAlike(ctx, tx, { fate: JSON.parse(key) as Fate, looked: some, now });
    }
  });
  for (const { notice, fate } of settled) {
    if (fate.kind === 'drop') ctx.metrics.notices.add(`${notice.kind} ${fate.outcome}`);
  }
}

type Alike = { fate: Fate; looked: Looked[]; now: number };

async function settleAlike(ctx: AppContext, tx: Tx, { fate, looked, now }: Alike): Promise<void> {
  const notices = looked.map(({ notice }) => notice);
  const numbers = notices.map(({ number }) => number);
  if (fate.kind === 'fail') return await tryAgain(ctx, tx, notices);
  if (fate.kind === 'later') return await putOffNotices(tx, numbers, fate.at);
  if (fate.kind === 'drop') await finishNotices(tx, numbers, fate.outcome, now);
}

async function putBack(ctx: AppContext, told: Told[]): Promise<void> {
  if (told.length === 0) return;
  const numbers = told.map(({ notice }) => notice.number);
  await transaction(ctx.db, (tx) => putOffNotices(tx, numbers, ctx.clock.now()));
}

function groupsOf(looked: Looked[]): Group[] {
  const groups = new Map<string, Group>();
  for (const { fate } of looked) {
    if (fate.kind !== 'tell') continue;
    const key = keyOf(fate.way, fate.told);
    const group = groups.get(key) ?? { way: fate.way, told: [] };
    group.told.push(fate.told);
    groups.set(key, group);
  }
  return [...groups.values()];
}

/** One person and subject; what may be told by a conversation's own way, with those of that conversation. */
function keyOf(way: Way, { about, notice }: Told): string {
  const to = way.by === 'mail' ? way.address : '';
  const isOfConversation = about.kind === 'answer' || about.kind === 'hidden';
  const conversation = isOfConversation ? notice.conversation_id : '';
  return [notice.person_id, way.by, to, notice.site_id, about.kind, conversation].join('\n');
}
